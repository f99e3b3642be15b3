import { startChild } from '../measure/child.ts'
import { printTable } from '../measure/table.ts'
import { takeTurns } from '../measure/take-turns.ts'
import { type TimedShot, timeShot } from '../measure/time-shot.ts'
import type { ServedSizes } from './serve-growth.ts'

export interface GrowthRow extends TimedShot {
  things: number
  tiles: number
  /** Things in a tile, on average. */
  points: number
  /** p95 against that of the smallest city. */
  ofSmallest: number
}

/** A hundredth and a tenth of the city, and all of it. */
const SIZES = [0.01, 0.1, 1]
/** A smaller city fills no tile. */
const FEWEST = 500

/** How much longer a tile of zoom 14 takes in a larger city of the same density, at equally many things in the tile. */
export async function measureGrowth(assets: number, rounds: number, seconds: number): Promise<GrowthRow[]> {
  const sizes = [...new Set(SIZES.map((part) => `${Math.max(FEWEST, Math.round(assets * part))}`))]
  const child = await startChild<ServedSizes>(new URL('./serve-growth.ts', import.meta.url), sizes)
  try {
    const { readCpu } = child
    const wanted = child.ready[0]?.tiles.map(({ points }) => points) ?? []
    const cities = child.ready.map((city) => ({ ...city, tiles: asCrowded(city.tiles, wanted) }))
    const turns = cities.map(({ things, port, tiles }) => [
      `${things}`,
      () =>
        timeShot(
          port,
          tiles.map(({ path }) => path),
          { seconds, readCpu },
        ),
    ])
    const shots = await takeTurns<string, TimedShot>(Object.fromEntries(turns), rounds)
    const smallest = shots[`${cities[0]?.things}`]?.p95 ?? 0
    const rows = cities.flatMap(({ things, tiles }) => {
      const [shot, points] = [shots[`${things}`], tiles.reduce((sum, tile) => sum + tile.points, 0) / tiles.length]
      return shot ? [{ things, tiles: tiles.length, points, ...shot, ofSmallest: shot.p95 / smallest }] : []
    })
    console.log('\nUncached tiles of zoom 14 with equally many things, in cities of one density, one connection:')
    printTable(
      ['things in the city', 'tiles', 'in a tile', 'p50 ms', 'p95 ms', 'CPU ms', 'p95 of the smallest’s'],
      rows.map((row) => [
        ...[`${row.things}`, `${row.tiles}`, row.points.toFixed(0)],
        ...[row.p50, row.p95, row.cpuMilliseconds, row.ofSmallest],
      ]),
    )
    return rows
  } finally {
    await child.stop()
  }
}

/** For every number wanted the tile that comes nearest to it, each once. */
function asCrowded<Tile extends { points: number }>(tiles: readonly Tile[], wanted: readonly number[]): Tile[] {
  const left = [...tiles]
  return wanted.flatMap((points) => {
    let best = 0
    left.forEach((tile, at) => {
      if (Math.abs(tile.points - points) < Math.abs((left[best]?.points ?? 0) - points)) best = at
    })
    return left.splice(best, 1)
  })
}
