import { driveRules } from '../../town/drive-rules.ts'
import type { Line } from '../../town/geometry.ts'
import { lineLength } from '../../town/line.ts'
import { ROAD_SHAPES, type RoadClass } from '../road-classes.ts'
import type { Needs } from './needs.ts'

/** No national code names a road. */
const ROAD_CODE = 'L0101'
/** 严管街: the figure of the yearly report. */
const STRICT_ROADS = 35
const SWEEPS: Partial<Record<RoadClass, number>> = { national: 5, main: 5, secondary: 4, street: 3, lane: 2 }

interface NamedRoad {
  name: string
  class: RoadClass
  lines: Line[]
  metres: number
}

/** One road per name: 815 of them. */
export function placeRoads({ district, area, projection, register, chance: chanceOf }: Needs): void {
  const chance = chanceOf('roads')
  const byName = new Map<string, NamedRoad>()
  for (const { name, class: roadClass, line } of district.streets.roads) {
    if (name === '') continue
    const road = byName.get(name) ?? { name, class: roadClass, lines: [], metres: 0 }
    road.lines.push(line)
    road.metres += lineLength(line)
    byName.set(name, road)
  }
  const roads = [...byName.values()].sort(
    (a, b) => ROAD_SHAPES[a.class].rank - ROAD_SHAPES[b.class].rank || b.metres - a.metres,
  )
  const strict = new Set(roads.filter(({ class: roadClass }) => roadClass !== 'national').slice(0, STRICT_ROADS))
  const signs = driveRules(roads, chanceOf('road-signs'))
  roads.forEach((road, i) => {
    register.enter(`${area}${ROAD_CODE}${String(i + 1).padStart(6, '0')}`, {
      layer: 'roads',
      name: road.name,
      status: chance.chance(0.012) ? 'works' : 'open',
      code: ROAD_CODE,
      geometry: projection.lines(road.lines),
      fields: {
        class: road.class,
        lengthM: Math.round(road.metres),
        widthM: ROAD_SHAPES[road.class].carriageway,
        strict: strict.has(road),
        sweepsPerDay: SWEEPS[road.class] ?? 1,
        ...signs.get(road.name),
      },
    })
  })
}
