import type { KerbPoint } from './kerb-points.ts'
import { middleOf, type Plane } from './place-geometry.ts'
import type { PlaceIndex } from './place-index.ts'

const PATROLLED = new Set(['national', 'main', 'secondary'])
const GROUPS = 3
const GROUP_SIZE = 7
const NEIGHBOUR_METRES = 150
const APART_METRES = 350

/** Groups of neighbouring unit grids where people live on lanes, no patrolled street passes and nothing is inspected but
 *  shops: the 背街小巷 of the reports. The largest groups are taken, apart from each other. */
export function backStreets(index: PlaceIndex, kerb: readonly KerbPoint[]): ReadonlySet<string> {
  const passed = new Set<string | null>()
  const lived = new Set<string | null>()
  for (const { location, roadClass } of kerb)
    (PATROLLED.has(roadClass) ? passed : lived).add(index.unitGridAt(location))
  for (const { fields, geometry } of index.layer('venues')) {
    if (fields.kind !== 'street-shop') passed.add(index.unitGridAt(middleOf(geometry)))
  }
  for (const layer of ['construction-waste', 'truck-hot-spots', 'kiosks']) {
    for (const { geometry } of index.layer(layer)) passed.add(index.unitGridAt(middleOf(geometry)))
  }
  const free = index
    .layer('unit-grids')
    .filter(({ id, fields }) => lived.has(id) && !passed.has(id) && Number(fields.population ?? 1) > 0)
    .map(({ id, geometry }) => ({ id, at: index.plane(middleOf(geometry)) }))
  const groups = free.map((first) => groupAround(first, free)).sort((a, b) => b.length - a.length)
  const taken: { id: string; at: Plane }[] = []
  let count = 0
  for (const group of groups) {
    if (count === GROUPS) break
    if (group.some(({ at }) => taken.some((other) => metres(at, other.at) < APART_METRES))) continue
    taken.push(...group)
    count++
  }
  return new Set(taken.map(({ id }) => id))
}

const metres = (a: Plane, b: Plane) => Math.hypot(a[0] - b[0], a[1] - b[1])

function groupAround<T extends { at: Plane }>(first: T, all: readonly T[]): T[] {
  const group = [first]
  for (const member of group) {
    if (group.length >= GROUP_SIZE) break
    const near = all.filter((other) => !group.includes(other) && metres(member.at, other.at) < NEIGHBOUR_METRES)
    group.push(...near.slice(0, GROUP_SIZE - group.length))
  }
  return group
}
