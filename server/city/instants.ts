import type { Dictionary, Slots } from './dictionary.ts'
import { narrow } from './dictionary.ts'
import { sharedFloat64 } from './shared-arrays.ts'

/** An instant of each row: many rows have one of their own, so it is kept as a number and not as a text. */
export interface Instants {
  /** Milliseconds since 1970. */
  readonly ms: Float64Array
  /** How it was written: digits after the second, then the zone. A slot. */
  readonly form: Slots
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,3}))?(Z|[+-]\d\d:\d\d)$/

/** What stands before a text that is no such instant and is kept whole. */
const WHOLE = '='

export function encodeInstants(texts: readonly string[], forms: Dictionary): Instants {
  const ms = sharedFloat64(texts.length)
  const form = new Uint32Array(texts.length)
  texts.forEach((text, row) => {
    // What was brought in together often became so together.
    if (row > 0 && text === texts[row - 1]) {
      ms[row] = ms[row - 1] as number
      form[row] = form[row - 1] as number
      return
    }
    const [, digits = '', zone = ''] = ISO.exec(text) ?? []
    const instant = Date.parse(text)
    const written = `${digits.length}${zone}`
    // 24:00 and 29 February of a common year are read as another instant; they are kept as they came.
    if (zone && writeInstant(instant, written) === text) {
      ms[row] = instant
      form[row] = forms.slotOf(written)
    } else form[row] = forms.slotOf(WHOLE + text)
  })
  return { ms, form: narrow(form) }
}

/** The instant as it came. */
export function readInstant({ ms, form }: Instants, row: number, forms: Dictionary): string {
  const written = String(forms.values[form[row] as number])
  return written.startsWith(WHOLE) ? written.slice(1) : writeInstant(ms[row] as number, written)
}

function writeInstant(ms: number, written: string): string {
  if (Number.isNaN(ms)) return ''
  const digits = Number(written[0])
  const zone = written.slice(1)
  const local = new Date(ms + minutesOf(zone) * 60_000).toISOString()
  return local.slice(0, digits === 0 ? 19 : 20 + digits) + zone
}

function minutesOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone[0] === '-' ? -minutes : minutes
}
