const HEAD = 0x22
const KEY_HEAD = 0x1a

/** A key with its field head, ready to stand in a layer: `1a length key`. */
export function mvtKey(key: string): Uint8Array {
  const text = Buffer.from(key)
  return Uint8Array.from([KEY_HEAD, ...varint(text.length), ...text])
}

/** A Value of Mapbox Vector Tile 2.1 with its field head, ready to stand in a layer: `22 length value`. */
export function mvtValue(value: string | number | boolean): Uint8Array {
  const inner = encode(value)
  return Uint8Array.from([HEAD, ...varint(inner.length), ...inner])
}

function encode(value: string | number | boolean): Uint8Array {
  if (typeof value === 'boolean') return Uint8Array.of(0x38, value ? 1 : 0)
  if (typeof value === 'number') return encodeNumber(value)
  const text = Buffer.from(value)
  return Buffer.concat([Uint8Array.of(0x0a, ...varint(text.length)), text])
}

function encodeNumber(value: number): Uint8Array {
  if (Number.isSafeInteger(value))
    return value >= 0 ? Uint8Array.of(0x28, ...varint(value)) : Uint8Array.of(0x30, ...varint(-2 * value - 1))
  const bytes = new Uint8Array(9)
  bytes[0] = 0x19
  new DataView(bytes.buffer).setFloat64(1, value, true)
  return bytes
}

export function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return bytes
}
