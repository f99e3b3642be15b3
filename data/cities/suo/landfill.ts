import { blob, centroid, type Point, type Ring } from '../town/geometry.ts'
import { build, type Site } from './site.ts'
import { LANDFILL_STREAM, type Stream } from './streams.ts'
import type { Valley } from './valley.ts'

export type CellState = 'closed' | 'working' | 'reserved'

export interface Landfill {
  name: string
  /** The whole ground. */
  ring: Ring
  cells: { ring: Ring; state: CellState }[]
  /** Leachate wells below the cells, one each. */
  wells: Point[]
  /** Beside the pond, where the gas of all cells is led to. */
  flares: Point[]
  pond: Ring
}

const STATES: CellState[] = ['closed', 'closed', 'working', 'reserved']
const CELL = { along: 64, across: 92, pitch: 74, aside: 30 }
/** Metres above the foot of the slope at which the lowest cell begins. */
const ABOVE = 330

/** Four cells one above the other in a side valley, wells, a pond for leachate, a hut. */
export function buildLandfill(site: Site, valley: Valley, streams: Stream[]): Landfill {
  const stream = streams[LANDFILL_STREAM]
  if (!stream) throw new Error('the landfill lies in a side valley: its stream is missing')
  const bottom = valley.northWidth(2700) + ABOVE
  const beside = (t: number, aside: number) => valley.at(stream.sAt(t) + CELL.aside + aside, t)
  const cells = STATES.map((state, i) => {
    const from = bottom + i * CELL.pitch
    const steps = Array.from({ length: 9 }, (_, k) => from + (k * CELL.along) / 8)
    const outer = (t: number, k: number) =>
      beside(t, CELL.across - 2.5 * Math.abs(k - 4) + 6 * valley.wave(t / 40, 120))
    const ring = [...steps.map((t) => beside(t, 0)), ...steps.map(outer).reverse()]
    return { ring, state }
  })
  const [x, y] = beside(bottom - 60, 54)
  const pond = blob(16, (a) => [x + 26 * Math.cos(a), y + 14 * Math.sin(a)])
  const hut: Ring = [
    [x - 52, y - 8],
    [x - 34, y - 8],
    [x - 34, y + 5],
    [x - 52, y + 5],
  ]
  build(site, { ring: hut, kind: 'civic', floors: 1 })
  for (const { ring, state } of cells) site.yards.push({ ring, kind: 'landfill', state })
  const top = bottom + 3 * CELL.pitch + CELL.along
  const ring = [
    ...[bottom - 85, bottom, (bottom + top) / 2, top + 14].map((t) => beside(t, -8)),
    ...[top + 14, (bottom + top) / 2, bottom, bottom - 85].map((t) => beside(t, CELL.across + 18)),
  ]
  const wells = cells.map(({ ring: cell }, i): Point => {
    const [cx, cy] = centroid(cell)
    return [cx + (i % 2 ? 34 : -34), cy - 24]
  })
  const flares = [38, 62].map((below) => beside(bottom - below, 97))
  return { name: '索县生活垃圾填埋场', ring, cells, wells, flares, pond }
}
