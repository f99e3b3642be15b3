import { distance, first, type Point } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import { isUrban } from '../road-book.ts'
import { doorstepOf } from './doorstep.ts'
import type { Needs } from './needs.ts'

type BinKind = 'street' | 'household' | 'sorting'

const SPACING: Record<string, number> = { main: 74, secondary: 100, street: 150 }
const VOLUMES: Record<BinKind, number> = { street: 100, household: 240, sorting: 660 }
/** Blocks with bins of their own. */
const WITH_BINS = ['apartment', 'school', 'hospital', 'government', 'market', 'bus-station', 'office', 'park', 'plaza']

/** The bins of a door stand beside others and not in their place, m. */
const APART = 1.2
const beside = ([x, y]: Point): Point => [x + 2.5, y]

/** Street bins on the pavements and near junctions, household bins at flats and courts, sorting bins at public places. */
export function placeBins(needs: Needs): void {
  const { town, roads, projection, register } = needs
  const chance = needs.chance('bins')
  const next = numberByRoad('垃圾箱')
  const placed: Point[] = []
  const add = (place: Point, kind: BinKind, road: string) => {
    placed.push(place)
    const status = statusBy(chance, 'normal', { full: 0.004, broken: 0.003, 'nearly-full': 0.015 })
    register.add({
      layer: 'bins',
      name: next(road),
      status,
      code: '03005',
      geometry: projection.point(place),
      fields: {
        kind,
        road,
        volumeL: VOLUMES[kind],
        fillPercent:
          status === 'full' ? chance.int(97, 100) : status === 'nearly-full' ? chance.int(80, 92) : chance.int(3, 74),
      },
    })
  }
  for (const road of town.network.roads) {
    const spacing = SPACING[road.class]
    if (!spacing) continue
    const length = lineLength(road.line)
    for (let metres = 30; metres < length - 10; metres += spacing) {
      const station = along(road.line, metres)
      const place = leftOf(station, (chance.chance(0.5) ? 1 : -1) * (road.width / 2 + 1.4))
      if (!isUrban(town.valley, station.place) || roads.onCarriageway(place)) continue
      add(place, 'street', road.name || (roads.nearestNamed(place, 160)?.name ?? '无名巷'))
    }
  }
  for (const { place, class: roadClass, radius } of roads.junctions) {
    if (!SPACING[roadClass] || !isUrban(town.valley, place) || !chance.chance(0.24)) continue
    const angle = chance.range(0, 2 * Math.PI)
    const corner: Point = [place[0] + (radius + 2) * Math.cos(angle), place[1] + (radius + 2) * Math.sin(angle)]
    const road = roads.nearestNamed(corner, 60)
    if (road && !roads.onCarriageway(corner)) add(corner, 'street', road.name)
  }
  for (const block of town.blocks) {
    const sorting = WITH_BINS.includes(block.use)
    if (!sorting && !(['court', 'mixed'].includes(block.use) && chance.chance(0.34))) continue
    const door = doorstepOf(needs, first(block.polygon), chance.next())
    if (!door) continue
    const place = placed.some((other) => distance(other, door.place) < APART) ? beside(door.place) : door.place
    add(place, sorting && chance.chance(0.4) ? 'sorting' : 'household', door.road)
  }
}
