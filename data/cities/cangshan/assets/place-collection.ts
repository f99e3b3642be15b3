import type { Line, Point } from '../../town/geometry.ts'
import { lineLength } from '../../town/line.ts'
import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import { RoadGraph } from '../road-graph.ts'
import type { Needs } from './needs.ts'
import { spread } from './spread.ts'

/** Figures of the yearly report: 转运站 with what they take a day, and 公交站牌式收运 (the vehicle comes and the bins are out,
 *  it leaves and they are in) with its routes and stops. */
const STATIONS = 17
const TONNES_A_DAY = 1289
const ROUTES = 54
const STOPS = 94
/** Likewise: shops from whose door waste is collected, and cleaning companies. */
const SHOPS = 466
const COMPANIES = 10

interface Station {
  id: string
  name: string
  place: Point
}

/** Transfer stations far apart, and routes along the large roads that end at the nearest of them. */
export function placeCollection(needs: Needs): void {
  const stations = placeStations(needs)
  const { district, projection, register, nearestRoad } = needs
  const chance = needs.chance('collection')
  const graph = new RoadGraph(district.streets.roads.filter(({ class: roadClass }) => roadClass !== 'lane'))
  const stops = stopPlaces(needs)
  const routes = routesOf(stops, stations, graph)
  routes.forEach(({ places, station, line }, i) => {
    const number = i + 1
    const route = register.add({
      layer: 'collection-routes',
      name: `收运 ${number} 线`,
      status: statusBy(chance, 'running', { detour: 0.04 }),
      code: 'L0302',
      geometry: projection.line(line),
      fields: {
        transferStation: station.id,
        stopCount: places.length,
        lengthM: Math.round(lineLength(line)),
        departures: departures(chance.int(0, 3)),
        shopCount: Math.floor(((i + 1) * SHOPS) / ROUTES) - Math.floor((i * SHOPS) / ROUTES),
        company: `保洁 ${1 + (i % COMPANIES)} 公司`,
      },
    })
    places.forEach((place, k) => {
      const road = nearestRoad(place)
      register.add({
        layer: 'collection-stops',
        name: `${road} 收运站 ${number}-${k + 1}`,
        status: statusBy(chance, 'in-order', { 'bins-left-out': 0.03 }),
        code: 'L0303',
        geometry: projection.point(place),
        fields: { route, order: k + 1, road, binCount: chance.int(4, 12) },
      })
    })
  })
}

const departures = (shift: number): string => `06:${shift}0, 12:${shift}0, 18:${shift}0, 21:${shift}0`

function placeStations(needs: Needs): Station[] {
  const { district, projection, register, nearestRoad, nameOf } = needs
  const chance = needs.chance('transfer stations')
  const yards = district.blocks.filter(
    ({ use, area, community }) => community && ['green', 'industry', 'office', 'court'].includes(use) && area > 1500,
  )
  const sites = spread(shuffled(yards, chance), STATIONS, 2600)
  const shares = sites.map(() => chance.range(0.6, 1.6))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let left = TONNES_A_DAY
  return sites.map(({ centre, community }, i) => {
    const capacityTpd = i === sites.length - 1 ? left : Math.round((TONNES_A_DAY * (shares[i] ?? 1)) / whole)
    left -= capacityTpd
    const name = `${community ? nameOf(community).name.replace(/(社区|村)$/, '') : ''}垃圾转运站`
    const id = register.add({
      layer: 'transfer-stations',
      name,
      status: i === 4 ? 'maintenance' : 'normal',
      code: 'L0301',
      geometry: projection.point(centre),
      fields: { capacityTpd, road: nearestRoad(centre) },
    })
    return { id, name, place: centre }
  })
}

/** Beside large roads, far apart. */
function stopPlaces(needs: Needs): Point[] {
  const { district, doorstep } = needs
  const chance = needs.chance('collection stops')
  const wishes = shuffled(district.blocks, chance).flatMap((block) => {
    if (!['apartment', 'mixed', 'court', 'market'].includes(block.use)) return []
    if (!block.sides.some((side) => side.class === 'secondary' || side.class === 'street')) return []
    const centre = doorstep(block, chance.next())
    return centre ? [{ centre }] : []
  })
  return spread(wishes, STOPS, 900).map(({ centre }) => centre)
}

/** Forty routes of two stops and fourteen of one: each takes the stop that is left furthest from a station, the one nearest
 *  to it, and goes home. */
function routesOf(stops: Point[], stations: Station[], graph: RoadGraph) {
  const left = [...stops]
  const home = (place: Point) => nearest(place, stations, ({ place: other }) => other)
  const far = (place: Point) => distance(place, home(place).place)
  return Array.from({ length: ROUTES }, (_, i) => {
    left.sort((a, b) => far(b) - far(a))
    const start = left.shift()
    if (!start) throw new Error('there are fewer stops than routes')
    const places = [start]
    if (i < STOPS - ROUTES) {
      const next = nearest(start, left, (place) => place)
      left.splice(left.indexOf(next), 1)
      places.push(next)
    }
    const station = home(places[places.length - 1] ?? start)
    const way = [...places, station.place]
    const line: Line = way.slice(1).flatMap((to, k) => graph.way(way[k] ?? to, to))
    return { places, station, line: line.length > 1 ? line : way }
  })
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

function nearest<T>(place: Point, items: readonly T[], placeOf: (item: T) => Point): T {
  const [only, ...others] = items
  if (only === undefined) throw new Error('nothing to be near to')
  return others.reduce(
    (best, item) => (distance(placeOf(item), place) < distance(placeOf(best), place) ? item : best),
    only,
  )
}
