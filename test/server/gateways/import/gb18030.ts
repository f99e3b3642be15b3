/** GB18030 bytes of a text: Node decodes the encoding but does not write it, so the two-byte part is turned round from its decoder. */
export function gb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const sign of text)
    bytes.push(...(sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : (table().get(sign) ?? [63])))
  return Buffer.from(bytes)
}

let made: Map<string, [number, number]> | undefined

function table(): Map<string, [number, number]> {
  if (made) return made
  made = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) made.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return made
}
