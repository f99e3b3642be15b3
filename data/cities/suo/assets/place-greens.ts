import { polygonArea } from '../../town/geometry.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Green } from '../greens.ts'
import type { Needs } from './needs.ts'

const KINDS: Partial<Record<Green['kind'], string>> = {
  park: 'park',
  riverside: 'riverside',
  strip: 'strip',
  garden: 'pocket-park',
}
const WORDS: Record<string, string> = {
  park: '公园',
  riverside: '滨河绿地',
  strip: '带状绿地',
  'pocket-park': '口袋公园',
}
// Corners smaller than this are nobody's green space, m².
const SMALLEST = 250

export function placeGreens({ town, roads, projection, register, chance: chanceOf }: Needs): void {
  const chance = chanceOf('greens')
  const counts = new Map<string, number>()
  for (const { polygon, kind: green, name } of town.greens) {
    const kind = KINDS[green]
    if (!kind || polygonArea(polygon) < SMALLEST) continue
    const road = roads.nearestNamed(polygon[0]?.[0] ?? [0, 0], 80)?.name ?? ''
    const base = name || `${road}${WORDS[kind]}`
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    register.add({
      layer: 'green-spaces',
      name: kind === 'park' ? base : `${base} ${count} 段`,
      status: statusBy(chance, 'normal', { dry: 0.08 }),
      code: '04013',
      geometry: projection.polygon(polygon),
      fields: { kind, areaM2: Math.round(polygonArea(polygon)), watering: kind === 'strip' ? '每周两次' : '每日一次' },
    })
  }
}
