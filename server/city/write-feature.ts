import type { Columns } from './columns.ts'
import { jsonMember } from './json-member.ts'
import { ATTRIBUTES, type Meanings } from './meanings.ts'
import type { ReadyTexts } from './ready-texts.ts'
import { readText, type Texts, textSpan } from './texts.ts'
import { readyText, type Utf8Writer } from './utf8-writer.ts'
import { writeGeometry } from './write-geometry.ts'
import { instantWriter } from './write-instant.ts'

type WriteRow = (out: Utf8Writer, columns: Columns, row: number) => void

const HEAD = readyText('{"type":"Feature","id":')
const GEOMETRY = readyText(',"geometry":')
const PROPERTIES = readyText(',"properties":{"id":')
const NAME = readyText(',"name":')
const CHANGED_AT = readyText(',"changedAt":')
const END = readyText('}}')

/** Writes features of a layer as GeoJSON, put together from ready pieces; one for each page, which is written at once. Properties: id,
 *  name, status, state, the fields that tiles carry, code, edition, changedAt, then the other fields; a field outside the catalogue is
 *  left out. */
export function featureWriter(meanings: Meanings): WriteRow {
  const { looks } = meanings
  const lookText = (look: number): string => looks.looks[look]?.json ?? ''
  const others = membersOf(meanings, (_, at) => at >= ATTRIBUTES.length)
  const writeCommon = commonWriter(meanings)
  return (out, columns, row) => {
    out.put(HEAD)
    const from = out.length
    writeText(out, columns.idTexts, row)
    const to = out.length
    out.put(GEOMETRY)
    writeGeometry(out, columns, row)
    out.put(PROPERTIES)
    out.again(from, to)
    out.put(NAME)
    writeText(out, columns.nameTexts, row)
    looks.json.write(out, columns.look[row] as number, lookText)
    writeCommon(out, columns, row)
    writeMembers(out, others, columns, row)
    out.put(END)
  }
}

const HIDDEN: ReadonlySet<string> = new Set(['sourceCrs', 'source'])

interface Member {
  at: number
  json: ReadyTexts
  make: (slot: number) => string
}

function membersOf({ keys, dictionaries }: Meanings, picked: (key: string, at: number) => boolean): Member[] {
  return dictionaries.flatMap((dictionary, at) => {
    const key = keys[at] ?? ''
    const make = (slot: number): string => jsonMember(key, dictionary.values[slot])
    return picked(key, at) ? [{ at, json: dictionary.json, make }] : []
  })
}

function writeMembers(out: Utf8Writer, members: readonly Member[], { attributes }: Columns, row: number): void {
  for (let one = 0; one < members.length; one++) {
    const { at, json, make } = members[one] as Member
    const slots = attributes[at]
    if (slots) json.write(out, slots[row] as number, make)
  }
}

/** Writes code, edition and changedAt. Neighbours often have the same, and then it is one copy. */
function commonWriter(meanings: Meanings): WriteRow {
  const members = membersOf(meanings, (key, at) => at < ATTRIBUTES.length && !HIDDEN.has(key))
  const writeInstant = instantWriter(meanings.forms)
  const last = members.map(() => -1)
  let [lastMs, lastForm, from, to] = [Number.NaN, -1, 0, 0]
  /** Whether the row has the same as the last; from now on it is the last. */
  const isSame = ({ attributes, changedAt }: Columns, row: number): boolean => {
    const [ms, form] = [changedAt.ms[row] as number, changedAt.form[row] as number]
    let same = ms === lastMs && form === lastForm
    ;[lastMs, lastForm] = [ms, form]
    for (let one = 0; one < members.length; one++) {
      const slot = attributes[members[one]?.at ?? 0]?.[row] as number
      same &&= slot === last[one]
      last[one] = slot
    }
    return same
  }
  return (out, columns, row) => {
    if (isSame(columns, row)) {
      out.again(from, to)
      return
    }
    from = out.length
    writeMembers(out, members, columns, row)
    out.put(CHANGED_AT)
    writeInstant(out, columns.changedAt, row)
    to = out.length
  }
}

function writeText(out: Utf8Writer, texts: Texts, row: number): void {
  const [from, to] = textSpan(texts, row)
  if (!out.quote(texts.bytes, from, to)) out.text(JSON.stringify(readText(texts, row)))
}
