import type { Line, Point } from '../town/geometry.ts'
import { along, lineLength } from '../town/line.ts'
import type { Random } from '../town/random.ts'
import type { RoadClass } from './road-classes.ts'
import { makeWords } from './words.ts'

/** Roads with a name of their own: the figure of the yearly report. */
export const ROAD_COUNT = 815

/** The share of names that roads and streets take; the rest is for lanes. */
const STREETS = 0.82

const ORDINALS = [...'一二三四五六七八九']
/** A lane is counted after a street not further than this, m. */
const HOST_REACH = 420

interface Unnamed {
  line: Line
  class: RoadClass
  name: string
}

interface Host {
  word: string
  lanes: number
}

/** Names for all streets, and for the longest lanes until there are as many names as roads in the report: a lane takes the
 *  word of a street near it and an ordinal (金湾一巷), as bureaus number them. The others stay without one. */
export function nameRoads<T extends Unnamed>(roads: T[], chance: Random): T[] {
  const known = new Set(roads.map(({ name }) => name).filter(Boolean))
  const words = makeWords(chance, new Set([...known].map((name) => name.slice(0, 2))))
  const hosts = new Hosts()
  const named = new Map<T, string>()
  const take = (road: T, suffixes: readonly string[]): void => {
    const word = words.pop()
    if (!word) throw new Error('there are more streets than words')
    named.set(road, word + chance.pick(suffixes))
    hosts.add(middleOf(road.line), { word, lanes: 0 })
  }
  const open = roads.filter(({ name }) => name === '').sort((a, b) => lineLength(b.line) - lineLength(a.line))
  for (const road of open) if (road.class === 'secondary') take(road, ['路'])
  for (const road of open)
    if (road.class === 'street' && known.size + named.size < ROAD_COUNT * STREETS)
      take(road, ['路', '路', '街', '支路'])
  for (const road of open) {
    if (known.size + named.size >= ROAD_COUNT) break
    if (named.has(road)) continue
    const host = hosts.near(middleOf(road.line))
    if (host) named.set(road, `${host.word}${ORDINALS[host.lanes++]}巷`)
    else take(road, ['巷', '里', '弄'])
  }
  if (known.size + named.size !== ROAD_COUNT)
    throw new Error(`${known.size + named.size} roads have a name, and not ${ROAD_COUNT}`)
  return roads.map((road) => ({ ...road, name: named.get(road) ?? road.name }))
}

const middleOf = (line: Line): Point => along(line, lineLength(line) / 2).place

class Hosts {
  readonly #cells = new Map<string, { place: Point; host: Host }[]>()

  add(place: Point, host: Host): void {
    const key = cellOf(place, 0, 0)
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), { place, host }])
  }

  /** The nearest street that has an ordinal left. */
  near(place: Point): Host | undefined {
    let best: Host | undefined
    let metres = HOST_REACH
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of this.#cells.get(cellOf(place, dx, dy)) ?? []) {
          const away = Math.hypot(other.place[0] - place[0], other.place[1] - place[1])
          if (away >= metres || other.host.lanes >= ORDINALS.length) continue
          metres = away
          best = other.host
        }
    return best
  }
}

const cellOf = ([x, y]: Point, dx: number, dy: number): string =>
  `${Math.floor(x / HOST_REACH) + dx} ${Math.floor(y / HOST_REACH) + dy}`
