import { offset } from '../town/clipping.ts'
import { type Frame, northFrame, rectangle } from '../town/frame.ts'
import { first, type Polygon, type Ring } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { fits, overlaps } from './placing.ts'
import { buildShops } from './row-shops.ts'
import { type BuildingKind, build, type Site, wallIn } from './site.ts'
import { buildSlabs } from './slabs.ts'

/** The ground of a compound, its frame, and what stands on it already. */
export interface Compound {
  site: Site
  block: Block
  ground: Polygon[]
  frame: Frame
  taken: Ring[]
}

export function compound(site: Site, block: Block, margin: number): Compound | undefined {
  const ground = offset([block.polygon], -margin)
  const frame = ground[0] && northFrame(first(ground[0]))
  if (!frame) return undefined
  wallIn(site, block)
  return { site, block, ground, frame, taken: [] }
}

export interface Hall {
  x: number
  y: number
  width: number
  depth: number
  kind: BuildingKind
  floors: number
}

/** Builds it where it fits and nothing stands; says whether it did. */
export function buildHall(
  { site, block, ground, frame, taken }: Compound,
  { x, y, width, depth, kind, floors }: Hall,
): boolean {
  const ring = rectangle(frame, x - width / 2, y - depth / 2, x + width / 2, y + depth / 2)
  if (!fits(ring, ground) || overlaps(ring, taken)) return false
  taken.push(ring)
  build(site, { ring, kind, floors, block })
  return true
}

export const middleX = (frame: Frame) => (frame.x0 + frame.x1) / 2

/** A main house across the back of the yard, and smaller ones beside it. */
export function buildOffices(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 4)
  if (!place) return
  const { frame, taken } = place
  const y = frame.y1 - frame.height * 0.24
  const floors = block.use === 'office' ? 4 : 3
  ;[54, 44, 36, 28, 20].some((width) =>
    buildHall(place, { x: middleX(frame), y, width, depth: 14, kind: 'civic', floors }),
  )
  buildSlabs(
    site,
    block,
    [block.polygon],
    { kind: 'civic', depth: 10, length: [18, 34], gap: 10, pitch: 21, floors: [2, 3], margin: 5 },
    taken,
    chance,
  )
}

/** A centre with two wings around a yard that stays free. */
export function buildGovernment(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 5)
  if (!place) return
  const { frame, ground, taken } = place
  const x = middleX(frame)
  const y = frame.y1 - frame.height * 0.42
  const centre = [72, 60, 48, 38].find((width) =>
    buildHall(place, { x, y, width, depth: 17, kind: 'government', floors: 6 }),
  )
  if (centre)
    for (const side of [-1, 1])
      buildHall(place, {
        x: x + side * (centre / 2 + 7),
        y: y - 16,
        width: 13,
        depth: 34,
        kind: 'government',
        floors: 4,
      })
  const yard = rectangle(frame, x - 24, frame.y0, x + 24, y - 9)
  site.yards.push({ ring: rectangle(frame, x - 20, frame.y0 + 4, x + 20, y - 12), kind: 'plaza' })
  taken.push(yard)
  buildSlabs(
    site,
    block,
    ground,
    { kind: 'government', depth: 12, length: [26, 40], gap: 10, pitch: 26, floors: [4, 5], margin: 0 },
    taken,
    chance,
  )
}

/** Two wards and a link between them. */
export function buildHospital(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 5)
  if (!place) return
  const { frame, ground, taken } = place
  const x = middleX(frame)
  const y = (frame.y0 + frame.y1) / 2 + frame.height * 0.18
  const hall = { kind: 'hospital', x } as const
  const front = [64, 50, 38, 28].find((width) => buildHall(place, { ...hall, y, width, depth: 16, floors: 6 }))
  if (front) {
    buildHall(place, { ...hall, y: y - 26, width: front * 0.8, depth: 15, floors: 4 })
    buildHall(place, { ...hall, y: y - 13, width: 11, depth: 10.4, floors: 3 })
  }
  buildSlabs(
    site,
    block,
    ground,
    { kind: 'hospital', depth: 12, length: [20, 34], gap: 9, pitch: 24, floors: [3, 4], margin: 0 },
    taken,
    chance,
  )
}

/** Shops outside, halls within. */
export function buildMarket(site: Site, block: Block, chance: Random): void {
  const taken = buildShops(
    site,
    block,
    { classes: ['main', 'secondary', 'street'], depth: [9, 11], length: [12, 20], floors: 3 },
    chance,
  )
  buildSlabs(
    site,
    block,
    [block.polygon],
    { kind: 'market', depth: 15, length: [30, 55], gap: 6, pitch: 22, floors: [1, 1], margin: 13 },
    taken,
    chance,
  )
}

export function buildBusStation(site: Site, block: Block): void {
  const place = compound(site, block, 5)
  if (!place) return
  const { frame, ground } = place
  site.yards.push({ ring: first(ground[0] ?? block.polygon), kind: 'apron' })
  const y = frame.y1 - frame.height * 0.3
  ;[60, 46, 34].some((width) =>
    buildHall(place, { x: middleX(frame), y, width, depth: 20, kind: 'station', floors: 3 }),
  )
}
