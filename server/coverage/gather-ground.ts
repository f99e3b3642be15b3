import type { CityPicture } from '../city/city-picture.ts'
import type { TextColumn, ThingColumns } from '../city/read-things.ts'
import type { Bbox, Geometry, LngLat } from '../contract/geo.ts'
import type { CoverageSet } from '../contract/rule.ts'
import type { Area } from '../insight/coverage/area-map.ts'
import type { Blocks } from '../insight/coverage/check-service.ts'
import type { GridRings } from '../insight/coverage/grid-ground.ts'
import type { Street } from '../insight/coverage/street-map.ts'
import type { Things } from '../insight/coverage/things.ts'
import type { WalkWays } from '../insight/coverage/walk-net.ts'
import type { RoadNet } from '../roads/build-net.ts'

export type Picture = Pick<CityPicture, 'layer'>

/** Of a road that does not say, by its class. */
const USUAL_WIDTH_M: Record<string, number> = { national: 20, main: 22, secondary: 14, street: 9, lane: 5 }
const OTHER_WIDTH_M = 8

/** The roads of a city that anybody goes on; one that is closed keeps its kerbs. */
export function gatherStreets(picture: Picture): Street[] {
  return [...(picture.layer('roads')?.all() ?? [])].map(({ id, name, geometry, fields }): Street => {
    const kind = String(fields.class ?? '')
    const width = typeof fields.widthM === 'number' && fields.widthM > 0 ? fields.widthM : USUAL_WIDTH_M[kind]
    return {
      ...{ id, name, class: kind, widthM: width ?? OTHER_WIDTH_M, strict: fields.strict === true },
      lines: linesOf(geometry),
    }
  })
}

const linesOf = (geometry: Geometry): LngLat[][] =>
  geometry.type === 'LineString'
    ? [geometry.coordinates]
    : geometry.type === 'MultiLineString'
      ? geometry.coordinates
      : []

/** The middle of the streets, which the plane is laid out around. */
export function originOf(streets: readonly Street[]): LngLat {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { lines } of streets)
    for (const line of lines)
      for (const [lng, lat] of line) {
        west = Math.min(west, lng)
        south = Math.min(south, lat)
        east = Math.max(east, lng)
        north = Math.max(north, lat)
      }
  return west > east ? [0, 0] : [(west + east) / 2, (south + north) / 2]
}

export function gatherAreas(picture: Picture): Area[] {
  return [...(picture.layer('responsibility-grids')?.all() ?? [])].map(({ id, name, geometry }) => ({
    ...{ id, name, rings: ringsOf(geometry) },
  }))
}

const ringsOf = (geometry: Geometry): LngLat[][] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : []

/** The unit grids, one a step: a district has ten thousand. */
export function* gatherGridRings(picture: Picture): Generator<void, GridRings[]> {
  const rings: GridRings[] = []
  for (const { geometry } of picture.layer('unit-grids')?.all() ?? []) {
    rings.push(ringsOf(geometry))
    yield
  }
  return rings
}

/** Unit grids, each at the place of its mark; without their ids, which `columns` has. */
export function gatherBlocks(picture: Picture): { blocks: Blocks; columns: ThingColumns | undefined } {
  const columns = picture.layer('unit-grids')?.things({ numbers: ['population'] })
  if (!columns) return { blocks: { count: 0, lng: NONE, lat: NONE, population: NONE }, columns }
  const { count, lng, lat, numbers } = columns
  const population = Float64Array.from(numbers.population ?? [], (people) => (people > 0 ? people : 0))
  return { blocks: { count, lng, lat, population }, columns }
}

const NONE = new Float64Array(0)
const NO_WORDS: TextColumn = { words: [], of: new Uint16Array(0) }

/** Things of a layer as its rules ask for them, and what names them. */
export interface Gathered {
  things: Things
  columns: ThingColumns
}

/** @param boxes only things in these, degrees */
export function gatherThings(
  picture: Picture,
  { layer, rules }: Pick<CoverageSet, 'layer' | 'rules'>,
  boxes?: readonly Bbox[],
): Gathered | undefined {
  const keys = [...new Set(rules.flatMap(({ only }) => (only ? [only.field] : [])))]
  const query = { texts: ['status', 'source', 'accuracy', ...keys], ...(boxes ? { boxes } : {}) }
  const columns = picture.layer(layer)?.things(query)
  if (!columns) return undefined
  const { count, lng, lat, changedMs, texts } = columns
  const text = (key: string): TextColumn => texts[key] ?? NO_WORDS
  const things: Things = {
    ...{ layer, count, lng, lat, changedMs },
    ...{ status: text('status'), source: text('source'), accuracy: text('accuracy') },
    fields: Object.fromEntries(keys.map((key) => [key, text(key)])),
  }
  return { things, columns }
}

/** The joined roads as ways on foot; those that are closed are left out. */
export function gatherWays({ edges, joints }: RoadNet, closed: readonly string[]): WalkWays {
  const open = edges.filter(({ facts }) => !closed.includes(facts.status))
  const points = open.reduce((sum, { line }) => sum + line.length, 0)
  const ways: WalkWays = {
    joints: joints.length,
    from: Uint32Array.from(open, ({ from }) => from),
    to: Uint32Array.from(open, ({ to }) => to),
    metres: Float64Array.from(open, ({ metres }) => metres),
    start: new Uint32Array(open.length + 1),
    lng: new Float64Array(points),
    lat: new Float64Array(points),
  }
  let at = 0
  for (const [way, { line }] of open.entries()) {
    ways.start[way] = at
    for (const [lng, lat] of line) {
      ways.lng[at] = lng
      ways.lat[at++] = lat
    }
  }
  ways.start[open.length] = at
  return ways
}
