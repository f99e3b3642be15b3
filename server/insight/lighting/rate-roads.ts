import type { Bbox, LngLat } from '../../contract/geo.ts'
import type { LightingRules, LitClass, LitRoad, LitRule, LitVerdict } from '../../contract/lighting.ts'
import { planeAround } from '../../contract/local-plane.ts'
import type { State } from '../../contract/state.ts'
import { toTheEnd } from '../steps/to-the-end.ts'

/** A lamp as far as its light is concerned. */
export interface RatedLamp {
  road: string
  roadClass: string
  state: State
  location: LngLat
}

export type Patrolling = Pick<LightingRules, 'patrolMetres' | 'patrolShare'>

interface Seeing {
  stops: readonly LngLat[]
  patrol: Patrolling
}
interface Rated {
  roads: Omit<LitRoad, 'roadIds'>[]
  classes: LitClass[]
}

/** 亮灯率 of every road and of every class, against a rule. A road that fewer than `patrolShare` of its lamps were passed of last night is unknown,
 *  whatever its statuses say; those stand in `standing`. A rate and a cap of dark lamps must both hold.
 *  @param stops of the night patrol */
export const rateRoads = (lamps: Iterable<RatedLamp>, rule: LitRule, seeing: Seeing): Rated =>
  toTheEnd(rateRoadsInSteps(lamps, rule, seeing))

/** As rateRoads, a road at a time: a district has 70,000 lamps. */
export function* rateRoadsInSteps(
  lamps: Iterable<RatedLamp>,
  rule: LitRule,
  { stops, patrol }: Seeing,
): Generator<void, Rated> {
  const isSeen = nearAny(stops, patrol.patrolMetres)
  const roads: Rated['roads'] = []
  for (const [road, members] of byRoadOf(lamps)) {
    yield
    roads.push(rateRoad(road, members, rule, isSeen, patrol.patrolShare))
  }
  return { roads: roads.sort(worstFirst), classes: rule.rates.map((rate) => rateClass(rate, roads)) }
}

/** Roads of which the night patrol passed too few lamps to know them. */
export const unseenRoads = (lamps: Iterable<RatedLamp>, seeing: Seeing): Set<string> =>
  toTheEnd(unseenRoadsInSteps(lamps, seeing))

/** As unseenRoads, a road at a time. */
export function* unseenRoadsInSteps(
  lamps: Iterable<RatedLamp>,
  { stops, patrol }: Seeing,
): Generator<void, Set<string>> {
  const isSeen = nearAny(stops, patrol.patrolMetres)
  const unseen = new Set<string>()
  for (const [road, members] of byRoadOf(lamps)) {
    yield
    if (!isKnown(seenOf(members, isSeen), members.length, patrol.patrolShare)) unseen.add(road)
  }
  return unseen
}

function byRoadOf(lamps: Iterable<RatedLamp>): Map<string, RatedLamp[]> {
  const byRoad = new Map<string, RatedLamp[]>()
  for (const lamp of lamps) {
    const members = byRoad.get(lamp.road)
    if (members) members.push(lamp)
    else byRoad.set(lamp.road, [lamp])
  }
  return byRoad
}

const seenOf = (lamps: readonly RatedLamp[], isSeen: (at: LngLat) => boolean): number =>
  lamps.filter(({ location }) => isSeen(location)).length
const isKnown = (seen: number, lamps: number, leastShare: number): boolean => seen > 0 && seen >= leastShare * lamps

function rateRoad(
  road: string,
  lamps: readonly RatedLamp[],
  rule: LitRule,
  isSeen: (at: LngLat) => boolean,
  leastSeen: number,
): Omit<LitRoad, 'roadIds'> {
  const roadClass = mostFrequent(lamps.map((lamp) => lamp.roadClass))
  const sums = countLamps(lamps)
  const rate = rule.rates.find(({ classes }) => classes.includes(roadClass))
  const leastPercent = rate ? (rate.roadPercent ?? rate.percent) : null
  const mostDark = rule.darkCaps.find(({ from, to }) => lamps.length >= from && lamps.length <= to)?.most ?? null
  const reasons: LitRoad['reasons'] = []
  const heard = sums.lit + sums.dark
  if (heard === 0) reasons.push('no-answer')
  else if (leastPercent === null) reasons.push('no-rule')
  else if (sums.lit * 100 < leastPercent * heard) reasons.push('rate')
  if (mostDark !== null && sums.dark > mostDark) reasons.push('dark-cap')
  const fails = reasons.some((reason) => reason === 'rate' || reason === 'dark-cap')
  const standing: LitVerdict = fails ? 'fail' : reasons.length > 0 ? 'unknown' : 'pass'
  const seen = seenOf(lamps, isSeen)
  const known = isKnown(seen, lamps.length, leastSeen)
  if (!known) reasons.push('not-patrolled')
  return {
    ...{ road, roadClass, bbox: boundsOf(lamps), lamps: lamps.length, ...sums, percent: percentOf(sums), leastPercent },
    ...{ mostDark, verdict: known ? standing : 'unknown', standing, reasons, seen },
  }
}

function rateClass(rate: LitRule['rates'][number], roads: readonly Omit<LitRoad, 'roadIds'>[]): LitClass {
  const own = roads.filter(({ roadClass }) => rate.classes.includes(roadClass))
  const sum = (of: 'lamps' | 'lit' | 'dark'): number => own.reduce((total, road) => total + road[of], 0)
  const [lit, dark] = [sum('lit'), sum('dark')]
  const verdict = lit + dark === 0 ? 'unknown' : lit * 100 < rate.percent * (lit + dark) ? 'fail' : 'pass'
  return {
    classes: rate.classes,
    lamps: sum('lamps'),
    lit,
    dark,
    percent: percentOf({ lit, dark }),
    leastPercent: rate.percent,
    verdict,
  }
}

/** A lamp that is off by plan is in order; one that was reported is dark until it is repaired; one that does not answer is in no rate. */
function countLamps(lamps: readonly RatedLamp[]): { lit: number; dark: number; unheard: number } {
  const sums = { lit: 0, dark: 0, unheard: 0 }
  for (const { state } of lamps) sums[state === 'normal' ? 'lit' : state === 'unknown' ? 'unheard' : 'dark']++
  return sums
}

const percentOf = ({ lit, dark }: { lit: number; dark: number }): number | null =>
  lit + dark === 0 ? null : Math.round((lit / (lit + dark)) * 10_000) / 100

/** Of several as frequent the first by its word. */
function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

const ORDER: Record<LitVerdict, number> = { fail: 0, unknown: 1, pass: 2 }
const worstFirst = (a: Omit<LitRoad, 'roadIds'>, b: Omit<LitRoad, 'roadIds'>): number =>
  ORDER[a.verdict] - ORDER[b.verdict] || b.dark - a.dark || (a.road < b.road ? -1 : 1)

/** Whether a place is within so many metres of one of these. */
function nearAny(stops: readonly LngLat[], metres: number): (at: LngLat) => boolean {
  const [first] = stops
  if (!first) return () => false
  const pointOf = planeAround(first)
  const points = stops.map(pointOf)
  return (at) => {
    const [x, y] = pointOf(at)
    return points.some(([east, north]) => (x - east) ** 2 + (y - north) ** 2 <= metres ** 2)
  }
}

function boundsOf(lamps: readonly RatedLamp[]): Bbox {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const {
    location: [lng, lat],
  } of lamps) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
