import { PNG } from 'pngjs'
import type { TileArchive } from '../basemap/open-archive.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Relief } from '../insight/drains/flow.ts'

/** The finest that the relief has: some 32 m a cell at 32° N, heights to 0.1 m. A gutter is not seen in it, a hollow of a street is. */
const ZOOM = 12
const SIZE = 256
const EQUATOR_M = 40_075_016.686
/** What drains to a place from farther than 2 km comes by pipes and streams, not over the street. */
const MARGIN = 64
/** Nine by nine: a county town with its valley. */
const MOST_TILES = 81

/** Heights around some places, and which cell a place lies in. */
export interface GroundAround {
  relief: Relief
  cellOf(at: LngLat): number
}

/** The tiles that hold some places, and one more on every side for what drains to them from beyond. */
export interface ReliefTiles {
  places: readonly LngLat[]
  west: number
  north: number
  across: number
  down: number
  /** PNG, as they lie in the archive; where there is none, nothing is known. */
  tiles: readonly { x: number; y: number; png: Uint8Array }[]
}

/** Reads what is needed of the archive; undefined where there is no place, or they lie too far apart. */
export async function gatherTiles(
  archive: Pick<TileArchive, 'tile'>,
  places: readonly LngLat[],
): Promise<ReliefTiles | undefined> {
  if (places.length === 0) return undefined
  const points = places.map(tilePoint)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [west, north] = [Math.floor(least(xs)) - 1, Math.floor(least(ys)) - 1]
  const [across, down] = [Math.floor(most(xs)) + 2 - west, Math.floor(most(ys)) + 2 - north]
  if (across * down > MOST_TILES) return undefined
  const tiles: { x: number; y: number; png: Uint8Array }[] = []
  for (let y = north; y < north + down; y++)
    for (let x = west; x < west + across; x++) {
      const tile = await archive.tile(ZOOM, x, y)
      if (tile) tiles.push({ x, y, png: tile.plain() })
    }
  return { places, west, north, across, down, tiles }
}

/** Heights out of tiles, cut to what can drain to the places. Some 10 ms a tile. */
export function layOut({ places, west, north, across, down, tiles }: ReliefTiles): GroundAround {
  const points = places.map(tilePoint)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const columns = across * SIZE
  const heights = new Float64Array(columns * down * SIZE).fill(Number.NaN)
  for (const { x, y, png } of tiles) {
    const at = { column: (x - west) * SIZE, row: (y - north) * SIZE }
    put(heights, columns, at, PNG.sync.read(Buffer.from(png)))
  }
  const cell = ([x, y]: readonly [number, number]) =>
    [Math.floor((x - west) * SIZE), Math.floor((y - north) * SIZE)] as const
  const [left, top] = cell([least(xs), least(ys)]).map((at) => at - MARGIN) as [number, number]
  const [right, bottom] = cell([most(xs), most(ys)]).map((at) => at + MARGIN + 1) as [number, number]
  const cut = { columns: right - left, rows: bottom - top }
  const near = new Float64Array(cut.columns * cut.rows)
  for (let row = 0; row < cut.rows; row++)
    near.set(heights.subarray((top + row) * columns + left, (top + row) * columns + right), row * cut.columns)
  const lat = places[0]?.[1] ?? 0
  const cellM = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / 2 ** ZOOM / SIZE
  const cellOf = (at: LngLat): number => {
    const [column, row] = cell(tilePoint(at))
    return (row - top) * cut.columns + column - left
  }
  return { relief: { ...cut, cellM, heights: near }, cellOf }
}

/** Terrain-RGB as the base map writes it. */
function put(heights: Float64Array, columns: number, at: { column: number; row: number }, { data, width }: PNG): void {
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const from = (row * width + column) * 4
      const steps = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0)
      heights[(at.row + row) * columns + at.column + column] = steps / 10 - 10_000
    }
}

function tilePoint([lng, lat]: LngLat): [x: number, y: number] {
  const sin = Math.sin((lat * Math.PI) / 180)
  return [((lng + 180) / 360) * 2 ** ZOOM, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** ZOOM]
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
