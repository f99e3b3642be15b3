import type { Child } from '../measure/child.ts'
import { printTable } from '../measure/table.ts'
import { takeTurns } from '../measure/take-turns.ts'
import { type TimedShot, timeShot } from '../measure/time-shot.ts'
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

/** How long a tile takes by zoom, clusters below 13 and single things from there on, made anew each time. */
export async function measureZooms(child: Child<Served>, rounds: number, seconds: number): Promise<ZoomRow[]> {
  const { ready, ask, readCpu } = child
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
  const turns = [...paths].map(([z, some]) => [`${z}`, () => timeShot(ready.uncached, some, { seconds, readCpu })])
  const shots = await takeTurns<string, TimedShot>(Object.fromEntries(turns), rounds)
  const usual = shots['14']
  const rows = [...paths].flatMap(([z, { length }]) => {
    const shot = shots[`${z}`]
    if (!shot || !usual) return []
    const ratios = { ofZoom14: shot.p95 / usual.p95, ofZoom14Cpu: shot.cpuMilliseconds / usual.cpuMilliseconds }
    return [{ z, tiles: length, ...shot, ...ratios }]
  })
  console.log('\nUncached tiles by zoom, one connection:')
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
