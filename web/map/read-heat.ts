import { HEAT_MAGIC, HeatPoints } from '../../server/contract/heat.ts'

/** The points of a heat map as columns, sorted by time. */
export interface HeatColumns {
  count: number
  /** Last seq of the log that they are of. */
  seq: number
  from: string
  to: string
  classes: string[]
  sources: string[]
  /** 1e-7 degree. */
  lng: Int32Array
  lat: Int32Array
  /** Unix seconds, ascending. */
  at: Uint32Array
  classOf: Uint8Array
  sourceOf: Uint8Array
}

const Header = HeatPoints.pick({ seq: true, from: true, to: true, classes: true, sources: true })

const BYTES_A_POINT = 14

/** Reads the binary of contract/heat.ts. Throws when it is not one, is cut short, or is not in the order of time. */
export function readHeat(bytes: ArrayBuffer): HeatColumns {
  const view = new DataView(bytes)
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== HEAT_MAGIC)
    throw new Error('not a heat file: its mark is wrong')
  const headerLength = view.getUint32(4, true)
  if (headerLength > bytes.byteLength - 8) throw new Error('heat file cut short in its header')
  const raw: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength)))
  const header = Header.parse(raw)
  const count = countOf(raw)
  const start = 8 + headerLength + ((4 - ((8 + headerLength) % 4)) % 4)
  if (bytes.byteLength < start + count * BYTES_A_POINT) throw new Error(`heat file cut short: ${count} points promised`)
  const columns = {
    ...header,
    count,
    lng: new Int32Array(bytes, start, count),
    lat: new Int32Array(bytes, start + 4 * count, count),
    at: new Uint32Array(bytes, start + 8 * count, count),
    classOf: new Uint8Array(bytes, start + 12 * count, count),
    sourceOf: new Uint8Array(bytes, start + 13 * count, count),
  }
  for (let i = 1; i < count; i++)
    if ((columns.at[i] as number) < (columns.at[i - 1] as number))
      throw new Error('heat file is not in the order of time')
  return columns
}

function countOf(header: unknown): number {
  const count = (header as { count?: unknown }).count
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) throw new Error('heat file without a count')
  return count
}
