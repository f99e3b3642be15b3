/** An event as it came: its name, its id where it has one, its data as text. */
export interface Frame {
  event: string
  id: string | undefined
  data: string
}

/** Cuts a text that comes in pieces into events (WHATWG HTML, 9.2.6). A piece may end anywhere; what is not ended by an empty line is no event
 *  yet, and is none at all when the stream breaks off there. */
export function frameReader(): (piece: string) => Frame[] {
  let rest = ''
  return (piece) => {
    rest += piece
    // A CR at the end may be the first half of a CRLF.
    const whole = rest.endsWith('\r') ? rest.slice(0, -1) : rest
    const parts = whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n\n')
    const last = parts.pop() ?? ''
    rest = rest.endsWith('\r') ? `${last}\r` : last
    return parts.flatMap((part) => frameOf(part) ?? [])
  }
}

function frameOf(part: string): Frame | undefined {
  const frame: Frame = { event: 'message', id: undefined, data: '' }
  const lines: string[] = []
  for (const line of part.split('\n')) {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'event') frame.event = value
    else if (name === 'id') frame.id = value
    else if (name === 'data') lines.push(value)
  }
  frame.data = lines.join('\n')
  return lines.length > 0 ? frame : undefined
}
