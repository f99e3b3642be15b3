import { nba } from 'ngraph.path'
import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Way } from '../contract/travel.ts'
import type { Drive, RoadNet } from './build-net.ts'
import { fastestOf, type Pace, secondsOf } from './road-pace.ts'
import { type OnRoad, snapToRoad } from './snap-to-road.ts'
import { wayOf } from './way-of.ts'

const [START, GOAL] = [-1, -2]

/** The quickest way along the roads; undefined where no road leads from one place to the other. To the first road and from the last one it is
 *  straight, at the pace of a walk. */
export function findWay(net: RoadNet, [from, to]: readonly [LngLat, LngLat], pace: Pace): Way | undefined {
  const [start, goal] = [snapToRoad(net, from, pace), snapToRoad(net, to, pace)]
  if (!start || !goal) return undefined
  const { graph } = net
  const fastest = fastestOf(net, pace)
  enter(net, start, goal)
  try {
    const search = nba<LngLat, Drive>(graph, {
      oriented: true,
      blocked: (_, __, { data }) => secondsOf(data, pace) === Number.POSITIVE_INFINITY,
      distance: (_, __, { data }) => secondsOf(data, pace),
      heuristic: (a, b) => metresBetween(a.data, b.data) / fastest,
    })
    const stops = search.find(START, GOAL).map(({ id }) => id)
    if (stops.length < 2) return undefined
    const inOrder = stops[0] === START ? stops : stops.reverse()
    const drives = inOrder.slice(1).flatMap((stop, i) => quickest(net, [inOrder[i] ?? START, stop], pace))
    return wayOf({ from, to, start, goal, drives }, pace)
  } finally {
    graph.removeNode(START)
    graph.removeNode(GOAL)
  }
}

/** The library names the joints that a way passes; of several roads between two of them it took the quickest. */
function quickest({ graph }: RoadNet, [from, to]: readonly [unknown, unknown], pace: Pace): Drive[] {
  let best: Drive | undefined
  for (const { fromId, toId, data } of graph.getLinks(from as number) ?? [])
    if (fromId === from && toId === to && (!best || secondsOf(data, pace) < secondsOf(best, pace))) best = data
  return best ? [best] : []
}

/** Puts the two places on the graph while a way is looked for. */
function enter({ graph }: RoadNet, start: OnRoad, goal: OnRoad): void {
  graph.addNode(START, start.place)
  graph.addNode(GOAL, goal.place)
  graph.addLink(START, start.edge.to, { edge: start.edge, from: start.along, to: start.edge.metres })
  graph.addLink(START, start.edge.from, { edge: start.edge, from: start.along, to: 0 })
  graph.addLink(goal.edge.from, GOAL, { edge: goal.edge, from: 0, to: goal.along })
  graph.addLink(goal.edge.to, GOAL, { edge: goal.edge, from: goal.edge.metres, to: goal.along })
  if (start.edge === goal.edge) graph.addLink(START, GOAL, { edge: start.edge, from: start.along, to: goal.along })
}
