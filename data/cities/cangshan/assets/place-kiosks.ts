import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Block } from '../blocks.ts'
import type { Community } from '../communities.ts'
import type { LandUse } from '../land-use.ts'
import type { Needs } from './needs.ts'

/** 分类投放亭 of the yearly report: kiosks, those with a camera, and keepers in all. */
const KIOSKS = 1239
const CAMERAS = 1091
const KEEPERS = 1329

/** Where kiosks are wanted first; anywhere rather than none in a community. */
const WISHES: Partial<Record<LandUse, number>> = { apartment: 3, mixed: 2, court: 1, school: 0.5, office: 0.4 }

/** One at least in each community, and more where more people live. */
export function placeKiosks(needs: Needs): void {
  const { district, projection, register, nameOf, doorstep } = needs
  const chance = needs.chance('kiosks')
  const blocks = new Map<Community, Block[]>()
  for (const block of district.blocks) {
    if (!block.community) continue
    const known = blocks.get(block.community)
    if (known) known.push(block)
    else blocks.set(block.community, [block])
  }
  const needOf = (block: Block) => (WISHES[block.use] ?? 0.01) * Math.sqrt(block.area) * chance.range(0.5, 1.5)
  const queues = district.streets.communities.map((community) =>
    (blocks.get(community) ?? []).map((block) => ({ block, need: needOf(block) })).sort((a, b) => b.need - a.need),
  )
  const doorOf = (queue: { block: Block }[]) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const place = doorstep(next.block, chance.next())
      if (place) return { place, community: next.block.community }
    }
    return undefined
  }
  const firsts = queues.map(doorOf)
  const rest = queues
    .flat()
    .sort((a, b) => b.need - a.need)
    .map(({ block }) => ({ block }))
  const doors = firsts.flatMap((door) => door ?? [])
  while (doors.length < KIOSKS && rest.length > 0) doors.push(...[doorOf(rest)].flatMap((door) => door ?? []))
  // Which have a camera and which a second keeper is drawn; how many is not.
  const withCamera = new Set(shuffled([...doors.keys()], chance).slice(0, CAMERAS))
  const withTwo = new Set(shuffled([...doors.keys()], chance).slice(0, KEEPERS - KIOSKS))
  const counts = new Map<string, number>()
  doors.forEach(({ place, community }, i) => {
    const name = community ? nameOf(community).name : ''
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    register.add({
      layer: 'kiosks',
      name: `${name} ${count} 号分类投放亭`,
      status: statusBy(chance, 'open', { full: 0.012, broken: 0.004, closed: 0.02 }),
      code: '03004',
      geometry: projection.point(place),
      fields: {
        community: name,
        keepers: withTwo.has(i) ? 2 : 1,
        hasCamera: withCamera.has(i),
        openHours: '06:30–09:30, 18:00–21:00',
      },
    })
  })
}
