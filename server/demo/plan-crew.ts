import { random } from '../../data/cities/town/random.ts'
import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import { isInShift } from '../contract/shift.ts'
import { between } from '../roads/cut-line.ts'
import { driveMetresPerSecond } from './pace.ts'
import type { Deed, Goal, SimCase, SimCrew } from './simulated.ts'
import type { Streets } from './streets.ts'

export interface CrewView {
  nowMs: number
  /** Since it was last planned. */
  passedMs: number
  speed: number
  streets: Streets
  /** The cases that it has in hand (处置中). */
  mine: readonly SimCase[]
}

const SEED = 52_361
/** A crew that stands tells its place so often: well within the five minutes after which it would be drawn as stale (contract/crew.ts). */
const STANDING_TELL_MS = 60_000
const ROUND_METRES = 1_200
const METRES_PER_SECOND_WAITED = 4
const REST_MS: readonly [number, number] = [15_000, 75_000]

/** Drives a crew on, and says what it tells: its place, the beginning and end of its duty. */
export function planCrew(one: SimCrew, view: CrewView): { crew: SimCrew; deeds: Deed[] } {
  const { crew, heldUntilMs } = one
  if (heldUntilMs > view.nowMs) return { crew: one, deeds: [] }
  const isOn = isInShift(crew.shift, view.nowMs)
  if (!crew.onDuty) return { crew: one, deeds: isOn ? [{ do: 'duty', crewId: crew.id, onDuty: true }] : [] }
  const sent = send(one, goalOf(one, isOn, view), view)
  const driven = drive(sent, view)
  if (!isOn && driven.goal === 'base' && driven.way.length === 0)
    return { crew: driven, deeds: [{ do: 'duty', crewId: crew.id, onDuty: false }] }
  const moved = driven.place !== one.place
  if (!moved && view.nowMs - one.toldMs < STANDING_TELL_MS) return { crew: driven, deeds: [] }
  return { crew: { ...driven, toldMs: view.nowMs }, deeds: [tell(one, driven, view)] }
}

/** An emergency first, then what it is at, then what is near or has waited long; without work a round, and at the end of the shift home. */
function goalOf(one: SimCrew, isOn: boolean, { mine, nowMs }: CrewView): Goal {
  const { goal } = one
  const present = typeof goal === 'object' ? mine.find(({ state }) => state.id === goal.caseId) : undefined
  if (!isOn) return present ? goal : 'base'
  const effort = ({ state }: SimCase): number =>
    metresBetween(one.place, state.location) - METRES_PER_SECOND_WAITED * ((nowMs - takenMs(state)) / 1_000)
  const inOrder = mine
    .filter(({ heldUntilMs }) => heldUntilMs <= nowMs)
    .sort((a, b) => rankOf(a) - rankOf(b) || effort(a) - effort(b))
  const [first] = inOrder
  if (present && !(first && rankOf(first) < rankOf(present))) return goal
  return first ? { caseId: first.state.id } : 'patrol'
}

const rankOf = ({ state }: SimCase): number => (state.urgency === 'emergency' ? 0 : 1)
const takenMs = ({ takenAt, receivedAt }: SimCase['state']): number => Date.parse(takenAt ?? receivedAt)

function send(one: SimCrew, goal: Goal, view: CrewView): SimCrew {
  const same = JSON.stringify(goal) === JSON.stringify(one.goal)
  if (goal === 'patrol' && same && (one.way.length > 0 || view.nowMs < one.restUntilMs)) return one
  if (goal !== 'patrol' && same) return one
  const to = targetOf(one, goal, view)
  return { ...one, goal, way: to ? view.streets.way([one.place, to], one.crew) : [], arrivedMs: null }
}

function targetOf(one: SimCrew, goal: Goal, { mine, streets: { places }, nowMs }: CrewView): LngLat | undefined {
  if (goal === 'base') return one.base
  if (typeof goal === 'object') return mine.find(({ state }) => state.id === goal.caseId)?.state.location
  const dice = random(SEED, `${one.crew.id} ${nowMs}`)
  const near = Array.from({ length: 8 }, () => places[dice.int(0, places.length - 1)]).filter((place) => !!place)
  const away = (place: LngLat): number => Math.abs(metresBetween(place, one.base) - ROUND_METRES / 2)
  return near.sort((a, b) => away(a) - away(b))[0]
}

function drive(one: SimCrew, { nowMs, passedMs, speed }: CrewView): SimCrew {
  if (one.way.length === 0) return one.arrivedMs === null ? arrive(one, nowMs) : one
  const metres = driveMetresPerSecond(one.crew.vehicle === null, speed) * (passedMs / 1_000)
  const { place, way } = advance(one.place, one.way, metres)
  const gone = { ...one, place, way }
  return way.length === 0 ? arrive(gone, nowMs) : gone
}

function arrive(one: SimCrew, nowMs: number): SimCrew {
  const rest = random(SEED, `${one.crew.id} rest ${nowMs}`).range(...REST_MS)
  return { ...one, arrivedMs: nowMs, restUntilMs: nowMs + rest }
}

/** So many metres along a way. */
export function advance(
  from: LngLat,
  way: readonly LngLat[],
  metres: number,
): { place: LngLat; way: readonly LngLat[] } {
  let [place, left] = [from, metres]
  for (const [index, next] of way.entries()) {
    const step = metresBetween(place, next)
    if (step > left) return { place: between(place, next, left / step), way: way.slice(index) }
    left -= step
    place = next
  }
  return { place, way: [] }
}

function tell(before: SimCrew, { crew, place }: SimCrew, { nowMs, passedMs }: CrewView): Deed {
  const metres = metresBetween(before.place, place)
  const speedKmh = passedMs > 0 ? Math.round((metres / passedMs) * 3_600) : 0
  const headingDeg = metres > 1 ? headingOf(before.place, place) : null
  const position = { at: new Date(nowMs).toISOString(), location: place, accuracyM: 6, speedKmh, headingDeg }
  return { do: 'tell', crewId: crew.id, position }
}

function headingOf([x, y]: LngLat, [u, v]: LngLat): number {
  const east = (u - x) * Math.cos((y * Math.PI) / 180)
  return Math.round(((Math.atan2(east, v - y) * 180) / Math.PI + 360) % 360)
}
