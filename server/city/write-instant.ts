import type { Dictionary } from './dictionary.ts'
import { type Instants, readInstant } from './instants.ts'
import { ReadyTexts } from './ready-texts.ts'
import { type ReadyText, readyText, type Utf8Writer } from './utf8-writer.ts'

const DAY_MS = 86_400_000
const [ZERO, COLON, POINT] = [0x30, 0x3a, 0x2e]

/** `"2026-11-22T` by days since 1970: of them a million instants have a few thousand. */
const DAYS = new ReadyTexts()
const writeDay = (day: number): string => `"${new Date(day * DAY_MS).toISOString().slice(0, 11)}`

/** How a form of instants.ts is written; null for a text that is kept whole. */
interface Form {
  digits: number
  zoneMs: number
  zone: ReadyText
}

/** Writes a row's instant as readInstant has it, in quotes. */
export function instantWriter(forms: Dictionary): (out: Utf8Writer, instants: Instants, row: number) => void {
  const known: (Form | null | undefined)[] = []
  return (out, instants, row) => {
    const slot = instants.form[row] as number
    let form = known[slot]
    if (form === undefined) {
      form = readForm(String(forms.values[slot]))
      known[slot] = form
    }
    if (form === null) {
      out.text(JSON.stringify(readInstant(instants, row, forms)))
      return
    }
    const local = (instants.ms[row] as number) + form.zoneMs
    const day = Math.floor(local / DAY_MS) | 0
    if (day < 0) out.text(writeDay(day))
    else DAYS.write(out, day, writeDay)
    writeTime(out, (local - day * DAY_MS) | 0, form.digits)
    out.put(form.zone)
  }
}

function readForm(written: string): Form | null {
  const [, digits, sign, hours = '0', minutes = '0'] = /^([0-3])(?:Z|([+-])(\d\d):(\d\d))$/.exec(written) ?? []
  if (digits === undefined) return null
  const zoneMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return { digits: Number(digits), zoneMs, zone: readyText(`${written.slice(1)}"`) }
}

/** `08:00:00`, then so many digits of the second. */
function writeTime(out: Utf8Writer, ms: number, digits: number): void {
  out.ensure(12)
  const { bytes } = out
  const seconds = (ms / 1000) | 0
  const at = out.length
  twoDigits(bytes, at, (seconds / 3600) | 0)
  bytes[at + 2] = COLON
  twoDigits(bytes, at + 3, ((seconds / 60) | 0) % 60)
  bytes[at + 5] = COLON
  twoDigits(bytes, at + 6, seconds % 60)
  out.length = at + 8
  if (digits === 0) return
  bytes[at + 8] = POINT
  let rest = ms - seconds * 1000
  for (let digit = 3; digit > 0; digit--, rest = (rest / 10) | 0) bytes[at + 8 + digit] = ZERO + (rest % 10)
  out.length = at + 9 + digits
}

function twoDigits(bytes: Uint8Array, at: number, number: number): void {
  bytes[at] = ZERO + ((number / 10) | 0)
  bytes[at + 1] = ZERO + (number % 10)
}
