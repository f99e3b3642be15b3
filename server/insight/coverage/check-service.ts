import Flatbush from 'flatbush'
import type { CoverageRule } from '../../contract/rule.ts'
import type { StreetMap } from './street-map.ts'
import { metresTo, type OnWay, type WalkNet } from './walk-net.ts'

/** Where people live: unit grids, each at the place in it that is reckoned from. */
export interface Blocks {
  count: number
  lng: Float64Array
  lat: Float64Array
  population: Float64Array
}

/** By block, metres to the nearest thing that serves; infinite where none is within three times what is allowed. */
export type ServiceMetres = Float64Array

/** How much farther than allowed it is still told how far it is. */
const TOLD_TIMES = 3

/** @param at places of the things, degrees */
export function checkService(
  rule: Pick<CoverageRule, 'measure' | 'maxMetres'>,
  at: readonly [lng: number, lat: number][],
  blocks: Blocks,
  { toPlane, net }: { toPlane: StreetMap['toPlane']; net: WalkNet | undefined },
): ServiceMetres {
  const places = at.map((place) => toPlane(place))
  const homes = Array.from({ length: blocks.count }, (_, block) =>
    toPlane([blocks.lng[block] as number, blocks.lat[block] as number]),
  )
  const most = rule.maxMetres * TOLD_TIMES
  return rule.measure === 'walk' && net ? walked(net, places, homes, most) : straight(places, homes, most)
}

type Point = [x: number, y: number]

function walked(net: WalkNet, places: readonly Point[], homes: readonly Point[], most: number): ServiceMetres {
  const onWays = new Map<number, OnWay[]>()
  for (const place of places) {
    const on = net.snap(...place)
    if (on) onWays.set(on.way, [...(onWays.get(on.way) ?? []), on])
  }
  const joints = net.metresFrom([...onWays.values()].flat(), most)
  return Float64Array.from(homes, (home) => {
    const on = net.snap(...home)
    const metres = on ? metresTo(net, on, { joints, onWays }) : Number.POSITIVE_INFINITY
    return metres <= most ? metres : Number.POSITIVE_INFINITY
  })
}

function straight(places: readonly Point[], homes: readonly Point[], most: number): ServiceMetres {
  const metres = new Float64Array(homes.length).fill(Number.POSITIVE_INFINITY)
  if (places.length === 0) return metres
  const tree = new Flatbush(places.length)
  for (const [x, y] of places) tree.add(x, y, x, y)
  tree.finish()
  for (const [home, [x, y]] of homes.entries()) {
    const [nearest] = tree.neighbors(x, y, 1, most)
    const place = nearest === undefined ? undefined : places[nearest]
    if (place) metres[home] = Math.hypot(place[0] - x, place[1] - y)
  }
  return metres
}
