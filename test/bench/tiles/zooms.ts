import type { Child } from '../measure/child.ts'
import { printTable } from '../measure/table.ts'
import { middleOf } from '../measure/take-turns.ts'
import { timeRequests } from '../measure/time-requests.ts'
import { shotFrom, type TimedShot } from '../measure/time-shot.ts'
import type { Served } from './serve-tiles.ts'

export interface ZoomRow extends TimedShot {
  z: number
  tiles: number
  /** p95 against that of zoom 14. */
  ofZoom14: number
  /** Processor time against that of zoom 14. */
  ofZoom14Cpu: number
}

const CLUSTERED = [8, 9, 10, 11, 12]
const SINGLE = [13, 14, 15, 16]
/** Of a zoom; more say no more. */
const MOST_TILES = 150

/** Requests of one zoom after the other, and how many such blocks each zoom has in a round: the zooms take turns within a round, so that
 *  a collection of garbage or another program hits them all alike, and each has the same warm-up. */
const [BLOCK, BLOCKS] = [100, 4]

/** How long a tile takes by zoom, clusters below 13 and single things from there on, made anew each time. */
export async function measureZooms(child: Child<Served>, rounds: number): Promise<ZoomRow[]> {
  const { ready, ask } = child
  const paths = new Map<number, string[]>()
  for (const z of CLUSTERED) {
    const all = await ask<string[]>('tilesOfZoom', z)
    paths.set(
      z,
      all.filter((_, at) => at % Math.ceil(all.length / MOST_TILES) === 0),
    )
  }
  for (const z of SINGLE)
    paths.set(
      z,
      ready.tiles.filter((tile) => tile.z === z).map(({ path }) => path),
    )
  const counted: Map<number, TimedShot>[] = []
  for (let round = 0; round <= rounds; round++) {
    const shots = await timeRound(child, paths)
    // As in takeTurns the first is not counted.
    if (round > 0) counted.push(shots)
  }
  const shotOf = (z: number): TimedShot | undefined => {
    const shots = counted.flatMap((shots) => shots.get(z) ?? [])
    return shots.length > 0 ? middleOf(shots) : undefined
  }
  const usual = shotOf(14)
  const rows = [...paths].flatMap(([z, { length }]) => {
    const shot = shotOf(z)
    if (!shot || !usual) return []
    const ratios = { ofZoom14: shot.p95 / usual.p95, ofZoom14Cpu: shot.cpuMilliseconds / usual.cpuMilliseconds }
    return [{ z, tiles: length, ...shot, ...ratios }]
  })
  console.log(`\nUncached tiles by zoom, one connection, ${BLOCK * BLOCKS} requests a round, the zooms taking turns:`)
  printTable(
    ['zoom', 'tiles', 'p50 ms', 'p95 ms', 'CPU ms', 'p95 of z14’s', 'CPU of z14’s'],
    rows.map((row) => [
      `${row.z}`,
      `${row.tiles}`,
      row.p50,
      row.p95,
      row.cpuMilliseconds,
      row.ofZoom14,
      row.ofZoom14Cpu,
    ]),
  )
  return rows
}

async function timeRound(
  { ready, readCpu }: Child<Served>,
  paths: ReadonlyMap<number, readonly string[]>,
): Promise<Map<number, TimedShot>> {
  const zooms = [...paths].map(([z, some]) => ({ z, some, times: [] as number[], cpu: 0 }))
  for (let block = 0; block < BLOCKS; block++)
    for (const zoom of zooms) {
      const { some } = zoom
      const asked = Array.from({ length: BLOCK }, (_, at) => some[(block * BLOCK + at) % some.length] ?? '')
      const before = await readCpu()
      zoom.times.push(...(await timeRequests(ready.uncached, asked, 0)))
      zoom.cpu += (await readCpu()) - before
    }
  return new Map(zooms.map(({ z, times, cpu }) => [z, shotFrom(times, cpu)]))
}
