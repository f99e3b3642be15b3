import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import type { BinKind, Stand } from './lay-kerb.ts'
import type { Needs } from './needs.ts'

const VOLUMES: Record<BinKind, number> = { street: 100, household: 240, sorting: 660 }

export function placeBins({ projection, register, roadName, chance: chanceOf }: Needs, bins: Stand<BinKind>[]): void {
  const chance = chanceOf('bins')
  const next = numberByRoad('垃圾箱')
  for (const { road, place, kind } of bins) {
    const status = statusBy(chance, 'normal', { full: 0.004, broken: 0.003, emptying: 0.004, 'nearly-full': 0.0015 })
    const name = roadName(road, place)
    register.add({
      layer: 'bins',
      name: next(name),
      status,
      code: '03005',
      geometry: projection.point(place),
      fields: {
        kind,
        road: name,
        volumeL: VOLUMES[kind],
        fillPercent:
          status === 'full' ? chance.int(97, 100) : status === 'nearly-full' ? chance.int(80, 94) : chance.int(3, 74),
      },
    })
  }
}
