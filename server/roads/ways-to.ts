import FlatQueue from 'flatqueue'
import type { LngLat } from '../contract/geo.ts'
import type { Way } from '../contract/travel.ts'
import type { Drive, RoadNet } from './build-net.ts'
import { type Pace, secondsOf } from './road-pace.ts'
import type { OnRoad } from './snap-to-road.ts'
import { wayOf } from './way-of.ts'

/** What leads from each joint to a goal the quickest. */
export interface WaysTo {
  goal: OnRoad
  pace: Pace
  /** By joint; infinite where nothing leads. */
  seconds: Float64Array
  /** By joint: what is driven next. */
  next: (Drive | undefined)[]
}

/** The quickest ways to a goal from everywhere, in one search against the direction of travel (Dijkstra): for many that go to one place. The
 *  library finds one way at a time, and for 40 crews takes ten times as long. */
export function waysTo({ graph, joints }: RoadNet, goal: OnRoad, pace: Pace): WaysTo {
  const seconds = new Float64Array(joints.length).fill(Number.POSITIVE_INFINITY)
  const next: (Drive | undefined)[] = []
  const open = new FlatQueue<number>()
  const reach = (joint: number, drive: Drive, more: number): void => {
    const total = more + secondsOf(drive, pace)
    if (total >= (seconds[joint] ?? 0)) return
    seconds[joint] = total
    next[joint] = drive
    open.push(joint, total)
  }
  const { edge, along } = goal
  reach(edge.from, { edge, from: 0, to: along }, 0)
  reach(edge.to, { edge, from: edge.metres, to: along }, 0)
  for (;;) {
    const at = open.peekValue()
    const joint = open.pop()
    if (at === undefined || joint === undefined) return { goal, pace, seconds, next }
    if (at > (seconds[joint] ?? 0)) continue
    for (const { fromId, toId, data } of graph.getLinks(joint) ?? [])
      if (toId === joint) reach(fromId as number, data, at)
  }
}

/** From a place on a road to the goal, on the road; infinite where nothing leads there. */
export const secondsFrom = (start: OnRoad, ways: WaysTo): number => bestStart(start, ways).seconds

/** The whole of it, from where somebody is (`from`) to where they want to be (`to`); undefined where nothing leads there. */
export function wayFrom(start: OnRoad, ways: WaysTo, [from, to]: readonly [LngLat, LngLat]): Way | undefined {
  const { goal, pace, next } = ways
  const first = bestStart(start, ways)
  if (first.seconds === Number.POSITIVE_INFINITY) return undefined
  const drives = [first.drive]
  for (let drive = first.drive; ; ) {
    const joint = drive.to === 0 ? drive.edge.from : drive.edge.to
    const isThere = drive.edge === goal.edge && drive.to === goal.along && !(drive === first.drive && !first.isAll)
    const following = isThere ? undefined : next[joint]
    if (!following) break
    drives.push(following)
    drive = following
  }
  return wayOf({ from, to, start, goal, drives }, pace)
}

function bestStart({ edge, along }: OnRoad, { goal, pace, seconds }: WaysTo) {
  const direct = edge === goal.edge ? [{ drive: { edge, from: along, to: goal.along }, after: 0, isAll: true }] : []
  const choices = [
    ...direct,
    { drive: { edge, from: along, to: edge.metres }, after: seconds[edge.to] ?? 0, isAll: false },
    { drive: { edge, from: along, to: 0 }, after: seconds[edge.from] ?? 0, isAll: false },
  ].map((one) => ({ ...one, seconds: secondsOf(one.drive, pace) + one.after }))
  return choices.reduce((best, one) => (one.seconds < best.seconds ? one : best))
}
