import { rectangle } from '../town/frame.ts'
import { blob, first } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { fits, overlaps } from './placing.ts'
import { buildHall, compound, middleX } from './public-buildings.ts'
import type { Site } from './site.ts'
import { buildSlabs } from './slabs.ts'

export function buildIndustry(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 6)
  if (!place) return
  buildSlabs(
    site,
    block,
    place.ground,
    { kind: 'industry', depth: 20, length: [36, 66], gap: 12, pitch: 34, floors: [1, 1], margin: 2 },
    place.taken,
    chance,
  )
}

/** Bays for articulated lorries, 3 × 16 m, in rows with a way between. */
export function buildTruckYard(site: Site, block: Block): void {
  const place = compound(site, block, 6)
  if (!place) return
  const { frame, ground } = place
  site.yards.push({ ring: first(ground[0] ?? block.polygon), kind: 'truck', name: block.name })
  buildHall(place, { x: middleX(frame), y: frame.y1 - 9, width: 38, depth: 12, kind: 'civic', floors: 2 })
  for (let y = frame.y1 - 40; y > frame.y0 + 10; y -= 34)
    for (let x = frame.x0 + 4; x < frame.x1 - 6; x += 4.4) {
      const bay = rectangle(frame, x, y - 8, x + 3, y + 8)
      if (fits(bay, ground) && !overlaps(bay, place.taken)) site.yards.push({ ring: bay, kind: 'bay' })
    }
}

/** Six round tanks and low houses. */
export function buildSewageWorks(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 6)
  if (!place) return
  const { frame, ground, taken } = place
  const radius = Math.min(frame.width, frame.height) * 0.11
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 2; j++) {
      const [x, y] = frame.at(frame.x0 + frame.width * (0.22 + 0.27 * i), frame.y0 + frame.height * (0.35 + 0.34 * j))
      const tank = blob(20, (a) => [x + radius * Math.cos(a), y + radius * Math.sin(a)])
      if (!fits(tank, ground)) continue
      site.yards.push({ ring: tank, kind: 'tank' })
      taken.push(tank)
    }
  buildSlabs(
    site,
    block,
    ground,
    { kind: 'industry', depth: 10, length: [16, 24], gap: 14, pitch: 30, floors: [1, 2], margin: 0 },
    taken,
    chance,
  )
}

/** Two shells going up in a fenced yard. */
export function buildBuildingSite(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 6)
  if (!place) return
  site.yards.push({ ring: first(place.ground[0] ?? block.polygon), kind: 'work', name: block.name })
  buildSlabs(
    site,
    block,
    place.ground,
    { kind: 'apartment', depth: 13, length: [26, 36], gap: 16, pitch: 40, floors: [2, 3], margin: 6 },
    place.taken,
    chance,
  )
}
