import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import type { LandUse } from '../land-use.ts'
import type { Needs } from './needs.ts'
import { spread } from './spread.ts'

/** 公共厕所 of the yearly report. */
const TOILETS = 209
/** Where many people come; a toilet is built there first. */
const BUSY: LandUse[] = ['market', 'plaza', 'hospital', 'park', 'green', 'mixed', 'office', 'court']
const APART = 700

export function placeToilets(needs: Needs): void {
  const { district, projection, register, doorstep, nearestRoad } = needs
  const chance = needs.chance('toilets')
  const wishes = BUSY.flatMap((use) => {
    const blocks = district.blocks.filter((block) => block.use === use)
    return shuffled(blocks, chance).flatMap((block) => {
      const centre = doorstep(block, chance.next())
      return centre ? [{ centre }] : []
    })
  })
  const counts = new Map<string, number>()
  spread(wishes, TOILETS, APART).forEach(({ centre }, i) => {
    const road = nearestRoad(centre)
    const count = (counts.get(road) ?? 0) + 1
    counts.set(road, count)
    const grade = i < 28 ? 'class-1' : chance.chance(0.65) ? 'class-2' : 'class-3'
    register.add({
      layer: 'toilets',
      name: `${road} 公厕 ${count} 号`,
      status: statusBy(chance, 'open', { cleaning: 0.05, closed: 0.012, 'no-answer': 0.01 }),
      code: '03001',
      geometry: projection.point(centre),
      fields: {
        grade,
        seats: grade === 'class-1' ? chance.int(18, 30) : grade === 'class-2' ? chance.int(10, 16) : chance.int(5, 8),
        openHours: grade === 'class-1' ? '00:00–24:00' : '06:00–22:00',
        road,
      },
    })
  })
}
