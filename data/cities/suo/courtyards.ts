import { difference, intersection, offset, opened, union } from '../town/clipping.ts'
import { type Frame, northFrame, rectangle, tightFrame } from '../town/frame.ts'
import { first, type Polygon, polygonArea, type Ring, ringArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { build, type Site } from './site.ts'

/** Cuts ground into parcels of about `target` m² and puts a courtyard house on each. `empty` is the share left bare. */
export function buildCourtyards(
  site: Site,
  ground: Polygon[],
  { target, empty, block }: { target: number; empty: number; block: Block },
  chance: Random,
): void {
  for (const polygon of ground)
    for (const parcel of cutParcels(first(polygon), target, chance))
      if (!chance.chance(empty)) buildCourtyard(site, parcel, chance, block)
}

function cutParcels(ring: Ring, target: number, chance: Random, depth = 0): Ring[] {
  const frame = tightFrame(ring)
  if (!frame) return []
  if (ringArea(ring) < target * chance.range(1.15, 1.6) || depth > 9 || frame.width < 17) return [ring]
  const x = frame.x0 + frame.width * chance.range(0.42, 0.58)
  const tilt = chance.range(-0.05, 0.05) * frame.height
  const left: Ring = [
    frame.at(frame.x0 - 5, frame.y0 - 5),
    frame.at(x - tilt, frame.y0 - 5),
    frame.at(x + tilt, frame.y1 + 5),
    frame.at(frame.x0 - 5, frame.y1 + 5),
  ]
  return [...intersection([[ring]], [[left]]), ...difference([[ring]], [[left]])]
    .filter((part) => polygonArea(part) > 60)
    .flatMap((part) => cutParcels(first(part), target, chance, depth + 1))
}

/** A walled court with its house on the north side, open to the sun, often with one wing or two and a shed. */
export function buildCourtyard(site: Site, parcel: Ring, chance: Random, block?: Block): void {
  const inner = offset([[parcel]], -0.7)[0]
  if (!inner || ringArea(parcel) < 90) return
  const frame = northFrame(first(inner))
  if (!frame) return
  if (frame.width < 8 || frame.height < 8) {
    if (Math.min(frame.width, frame.height) > 4.5) build(site, { ring: first(inner), kind: 'house', floors: 1, block })
    return
  }
  site.walls.push({ ring: parcel, kind: 'court' })
  if (chance.chance(0.04)) return
  const westWing = chance.chance(0.5)
  const house = opened(intersection(union(wings(frame, westWing, chance).map((r) => [r])), [inner]), 1.2)
  for (const polygon of house)
    if (polygonArea(polygon) > 25)
      build(site, { ring: first(polygon), kind: 'house', floors: chance.chance(0.7) ? 2 : 1, block })
  if (!chance.chance(0.35) || frame.height <= 19) return
  for (const polygon of intersection([[shed(frame, westWing, chance)]], [inner]))
    if (polygonArea(polygon) > 12) build(site, { ring: first(polygon), kind: 'shed', floors: 1, block })
}

function wings(frame: Frame, westWing: boolean, chance: Random): Ring[] {
  const { x0, x1, y1, width, height } = frame
  const set = () => (chance.chance(0.3) ? chance.range(1, width * 0.15) : 0)
  const deep = chance.range(6.4, 8.4)
  const wide = chance.range(4.6, 6)
  const wing = (west: boolean, length: number) =>
    west
      ? rectangle(frame, x0, y1 - deep - length, x0 + wide, y1 - deep + 1)
      : rectangle(frame, x1 - wide, y1 - deep - length, x1, y1 - deep + 1)
  const rings = [rectangle(frame, x0 + set(), y1 - deep, x1 - set(), y1)]
  const plan = chance.next()
  if (plan < 0.78 && width > 13) rings.push(wing(westWing, height * chance.range(0.38, 0.7)))
  if (plan < 0.3 && width > 18) rings.push(wing(!westWing, height * chance.range(0.3, 0.6)))
  return rings
}

function shed(frame: Frame, west: boolean, chance: Random): Ring {
  const { x0, x1, y0 } = frame
  const [wide, deep] = [chance.range(4, 7), chance.range(3.5, 5)]
  return west ? rectangle(frame, x1 - wide, y0, x1, y0 + deep) : rectangle(frame, x0, y0, x0 + wide, y0 + deep)
}
