import type { Bbox, LngLat } from '../contract/geo.ts'
import { eachRunInBox } from './box-search.ts'
import type { Columns } from './columns.ts'
import type { LayerRows } from './layer-rows.ts'
import { ATTRIBUTES } from './meanings.ts'
import { E7 } from './mercator.ts'
import { readText } from './texts.ts'

/** A text of each thing: its number among the different ones. */
export interface TextColumn {
  words: readonly string[]
  of: Uint16Array
}

/** What is asked of many things at once. `status` and `source` are texts as well. */
export interface ThingQuery {
  texts?: readonly string[]
  numbers?: readonly string[]
  /** Things in any of these boxes, each once; all of them when absent. */
  boxes?: readonly Bbox[]
}

/** Things of a layer as columns: a million in the time in which thousands would be read one by one. */
export interface ThingColumns {
  count: number
  /** Of a line or polygon, of its mark. */
  lng: Float64Array
  lat: Float64Array
  changedMs: Float64Array
  /** '' where a thing has none. */
  texts: Record<string, TextColumn>
  /** NaN where a thing has none. */
  numbers: Record<string, Float64Array>
  /** Read one by one. */
  idOf(thing: number): string
  nameOf(thing: number): string
  placeOf(thing: number): LngLat
}

export function readThings(rows: LayerRows, { texts = [], numbers = [], boxes }: ThingQuery): ThingColumns {
  const picked = rows.segments.map((columns) => ({ columns, rows: pickRows(columns, boxes) }))
  const count = picked.reduce((sum, part) => sum + part.rows.length, 0)
  const [lng, lat, changedMs] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const [segmentOf, rowOf] = [new Uint16Array(count), new Uint32Array(count)]
  const textReaders = texts.map((key) => ({
    key,
    words: new Words(),
    read: readerOf(rows, key),
    of: new Uint16Array(count),
  }))
  const numberReaders = numbers.map((key) => ({ key, read: readerOf(rows, key), of: new Float64Array(count) }))
  let thing = 0
  for (const [segment, { columns, rows: own }] of picked.entries())
    for (const row of own) {
      lng[thing] = (columns.lng[row] as number) / E7
      lat[thing] = (columns.lat[row] as number) / E7
      changedMs[thing] = columns.changedAt.ms[row] as number
      segmentOf[thing] = segment
      rowOf[thing] = row
      for (const one of textReaders) one.of[thing] = one.words.numberOf(one.read(columns, row))
      for (const one of numberReaders) {
        const value = one.read(columns, row)
        one.of[thing] = typeof value === 'number' ? value : Number.NaN
      }
      thing++
    }
  const at = (one: number): { columns: Columns; row: number } => {
    const columns = rows.segments.length ? picked[segmentOf[one] as number]?.columns : undefined
    if (!columns || one < 0 || one >= count) throw new RangeError(`there is no thing ${one}`)
    return { columns, row: rowOf[one] as number }
  }
  return {
    ...{ count, lng, lat, changedMs },
    texts: Object.fromEntries(textReaders.map(({ key, words, of }) => [key, { words: words.list, of }])),
    numbers: Object.fromEntries(numberReaders.map(({ key, of }) => [key, of])),
    idOf: (one) => readText(at(one).columns.idTexts, at(one).row),
    nameOf: (one) => readText(at(one).columns.nameTexts, at(one).row),
    placeOf: (one) => [lng[one] as number, lat[one] as number],
  }
}

function pickRows(columns: Columns, boxes: readonly Bbox[] | undefined): Uint32Array {
  const isPicked = new Uint8Array(columns.count)
  let count = 0
  for (const box of boxes ?? [undefined])
    eachRunInBox(columns, box, (from, to) => {
      for (let row = from; row < to; row++)
        if (!isPicked[row] && !columns.dead?.[row]) {
          isPicked[row] = 1
          count++
        }
    })
  const rows = new Uint32Array(count)
  for (let row = 0, next = 0; next < count; row++) if (isPicked[row]) rows[next++] = row
  return rows
}

/** Values and the numbers that they go by. */
class Words {
  readonly list: string[] = []
  readonly #known = new Map<unknown, number>()

  /** Beyond 65,535 different values all are taken for the last: no field that is looked over has so many. */
  numberOf(value: unknown): number {
    const known = this.#known.get(value)
    if (known !== undefined) return known
    const number = Math.min(this.list.length, 0xffff)
    if (number === this.list.length) this.list.push(value === undefined || value === null ? '' : String(value))
    this.#known.set(value, number)
    return number
  }
}

type Read = (columns: Columns, row: number) => unknown

/** How a field, an attribute or the status of a row is read. */
function readerOf({ layer, looks, meanings }: LayerRows, key: string): Read {
  const lookOf = ({ look }: Columns, row: number) => looks.looks[look[row] as number]
  if (key === 'status') return (columns, row) => lookOf(columns, row)?.status
  const inTile = layer.fields.filter((field) => field.inTile).findIndex((field) => field.key === key)
  if (inTile >= 0) return (columns, row) => lookOf(columns, row)?.fields[inTile]
  const own = layer.fields.filter((field) => !field.inTile).findIndex((field) => field.key === key)
  const at = own >= 0 ? ATTRIBUTES.length + own : (ATTRIBUTES as readonly string[]).indexOf(key)
  const values = meanings.dictionaries[at]?.values
  if (values) return ({ attributes }, row) => values[attributes[at]?.[row] as number]
  return ({ restTexts }, row) => {
    const rest = readText(restTexts, row)
    return rest === '' ? undefined : (JSON.parse(rest) as Record<string, unknown>)[key]
  }
}
