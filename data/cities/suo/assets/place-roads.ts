import { driveRules } from '../../town/drive-rules.ts'
import type { Line, Point } from '../../town/geometry.ts'
import { along, chop, leftOf, lineLength } from '../../town/line.ts'
import { ROAD_CODE } from '../road-ids.ts'
import type { Needs } from './needs.ts'

/** 严管街: strictly managed streets. */
const STRICT = ['人民路', '嘎青路', '亚拉路', '文化路']
const SWEEPS: Record<string, number> = { national: 2, main: 4, secondary: 3, street: 2, lane: 1 }

export function placeRoads({ ids, projection, register, chance }: Omit<Needs, 'town' | 'roads'>): void {
  const signs = driveRules(
    ids.roads.filter((road) => road.class !== 'track'),
    chance('road-signs'),
  )
  for (const { id, name, class: roadClass, width, lines } of ids.roads) {
    if (roadClass === 'track') continue
    register.enter(id, {
      layer: 'roads',
      name,
      status: 'open',
      code: ROAD_CODE,
      geometry: projection.lines(lines),
      fields: {
        class: roadClass,
        lengthM: Math.round(lines.reduce((sum, line) => sum + lineLength(line), 0)),
        widthM: width,
        strict: STRICT.includes(name),
        sweepsPerDay: SWEEPS[roadClass] ?? 1,
        ...signs.get(name),
      },
    })
  }
}

/** Rails beside the national road where the ground falls away, and on the large bridge. */
export function placeGuardrails({ town, projection, register }: Needs): void {
  const { valley } = town
  let count = 0
  const add = (line: Line, road: string) =>
    register.add({
      layer: 'guardrails',
      name: `${road} 护栏 ${String(++count).padStart(2, '0')} 段`,
      status: 'normal',
      code: '02017',
      geometry: projection.line(line),
      fields: { road, lengthM: Math.round(lineLength(line)) },
    })
  for (const road of town.network.roads.filter(({ ref }) => ref !== '')) {
    for (const piece of chop(road.line, 6)) {
      const { s } = valley.across(piece[0] as Point)
      // Through the town there are shops on this side; outside, every second stretch runs on an embankment.
      if (Math.abs(s) > 3600 || Math.abs(s) < 1500 || valley.wave(s / 260, 71) < 0) continue
      add(beside(piece, -(road.width / 2 + 0.5)), road.name)
    }
  }
  for (const { line, road } of town.bridges.filter(
    (bridge) => lineLength(bridge.line) > 60 && bridge.road.class === 'main',
  ))
    for (const side of [1, -1]) add(beside(line, side * (road.width / 2 + 0.3)), road.name)
}

/** A line `metres` to the left of another. */
function beside(line: Line, metres: number): Line {
  let done = 0
  return line.map((place, i) => {
    const before = line[i - 1]
    if (before) done += Math.hypot(place[0] - before[0], place[1] - before[1])
    return leftOf({ place, direction: along(line, Math.max(done, 0.01)).direction }, metres)
  })
}
