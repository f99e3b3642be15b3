import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { readInstant } from './instants.ts'
import { jsonMember } from './json-member.ts'
import { ATTRIBUTES, type Meanings } from './meanings.ts'
import { E7 } from './mercator.ts'
import { readGeometry } from './read-asset.ts'
import { readText } from './texts.ts'

/** A dictionary with more values than this has no ready texts: they would weigh more than they save. */
const MOST_READY = 65_536

/** Features of a layer as GeoJSON text, put together from ready pieces. Properties: id, name, status, state, the fields that tiles carry,
 *  code, edition, changedAt, then the other fields; a field outside the catalogue is left out. */
export function featureReader(meanings: Meanings): (columns: Columns, row: number) => string {
  const { looks, keys, dictionaries, forms } = meanings
  const shown = keys.flatMap((key, at) => (HIDDEN.has(key) && at < ATTRIBUTES.length ? [] : [{ key, at }]))
  const [own, others] = [
    shown.filter(({ at }) => at < ATTRIBUTES.length),
    shown.filter(({ at }) => at >= ATTRIBUTES.length),
  ]
  const changedAt = instantReader(forms)
  return (columns, row) => {
    const member = ({ key, at }: { key: string; at: number }): string =>
      memberOf(dictionaries[at], key, columns.attributes[at]?.[row] ?? -1)
    const idText = JSON.stringify(readText(columns.idTexts, row))
    let properties = `"id":${idText},"name":${JSON.stringify(readText(columns.nameTexts, row))}`
    properties += looks.looks[columns.look[row] as number]?.json ?? ''
    for (const one of own) properties += member(one)
    properties += changedAt(columns, row)
    for (const one of others) properties += member(one)
    return `{"type":"Feature","id":${idText},"geometry":${geometryText(columns, row)},"properties":{${properties}}}`
  }
}

/** Neighbours often have the same instant: it is written once. */
function instantReader(forms: Dictionary): (columns: Columns, row: number) => string {
  let [lastMs, lastForm, text] = [Number.NaN, -1, '']
  return ({ changedAt }, row) => {
    const [ms, form] = [changedAt.ms[row] as number, changedAt.form[row] as number]
    if (ms !== lastMs || form !== lastForm) text = jsonMember('changedAt', readInstant(changedAt, row, forms))
    ;[lastMs, lastForm] = [ms, form]
    return text
  }
}

const HIDDEN: ReadonlySet<string> = new Set(['sourceCrs', 'source'])

function geometryText(columns: Columns, row: number): string {
  if (columns.shapes) return JSON.stringify(readGeometry(columns, row))
  return `{"type":"Point","coordinates":[${(columns.lng[row] as number) / E7},${(columns.lat[row] as number) / E7}]}`
}

function memberOf(dictionary: Dictionary | undefined, key: string, slot: number): string {
  const ready = dictionary?.json[slot]
  if (ready !== undefined || !dictionary) return ready ?? ''
  const text = jsonMember(key, dictionary.values[slot])
  if (dictionary.values.length <= MOST_READY) dictionary.json[slot] = text
  return text
}
