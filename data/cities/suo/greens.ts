import { difference, union } from '../town/clipping.ts'
import { type Line, type Polygon, polygonArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import type { Obstacles } from './obstacles.ts'
import type { River } from './river.ts'
import { RIVER_ROAD_T, type Valley } from './valley.ts'

export interface Green {
  polygon: Polygon
  kind: 'park' | 'riverside' | 'strip' | 'garden' | 'wood'
  name: string
}

/** The park along the embankment, green blocks, the strip along the town stream, and willows by the river. */
export function layGreens(
  valley: Valley,
  river: River,
  blocks: Block[],
  obstacles: Obstacles,
  chance: Random,
): Green[] {
  const clear = (polygon: Polygon, kinds: string[]) =>
    difference(
      [polygon],
      obstacles
        .near(polygon)
        .filter(({ item }) => kinds.includes(item))
        .map((other) => other.polygon),
    )
  const greens: Green[] = []
  const riverside = valley.band(
    () => RIVER_ROAD_T - 15.5,
    () => 59,
    -1400,
    1480,
  )
  for (const polygon of clear(riverside, ['road', 'water', 'block', 'built']))
    if (polygonArea(polygon) > 400) greens.push({ polygon, kind: 'riverside', name: '滨河公园' })
  for (const { use, polygon, name } of blocks) {
    if (use === 'strip') greens.push({ polygon, kind: 'strip', name: '' })
    if (use === 'green') greens.push({ polygon, kind: 'garden', name: '' })
    if (use === 'park') greens.push({ polygon, kind: 'park', name })
  }
  for (const belt of union(willowBelts(valley, river, chance)))
    for (const polygon of clear(belt, ['road', 'water', 'block', 'built']))
      if (polygonArea(polygon) > 200) greens.push({ polygon, kind: 'wood', name: '' })
  return greens
}

function willowBelts(valley: Valley, river: River, chance: Random): Polygon[] {
  const belts: Polygon[] = []
  for (let s = -6500; s < 6500; s += chance.range(120, 420)) {
    const [length, deep, from] = [chance.range(60, 240), chance.range(8, 18), s]
    const swell = (x: number) => deep * (0.6 + 0.4 * Math.sin(((x - from) / length) * Math.PI))
    belts.push(
      valley.band(
        (x) => river.southEdge(x) - 6,
        (x) => river.southEdge(x) - 6 - swell(x),
        s,
        s + length,
        15,
      ),
    )
    if (Math.abs(s) > 1700)
      belts.push(
        valley.band(
          (x) => river.northEdge(x) + 6 + deep * 0.8,
          (x) => river.northEdge(x) + 6,
          s,
          s + length,
          15,
        ),
      )
  }
  return belts
}

/** Two footpaths through the riverside park. */
export function parkPaths({ line, wave }: Valley): Line[] {
  return [
    line((s) => 68 + 5 * wave(s / 120, 110), -1380, 1460, 20),
    line((s) => 86 + 10 * Math.sin(s / 61) + 4 * wave(s / 90, 111), -1300, 1400, 14),
  ]
}
