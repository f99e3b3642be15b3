import { monthsBefore } from '../../town/dates.ts'
import type { Random } from '../../town/random.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import type { DrainKind, Stand } from './lay-kerb.ts'
import type { Needs } from './needs.ts'

const CODES: Record<DrainKind, { code: string; word: string }> = {
  inlet: { code: '01004', word: '雨水箅子' },
  'storm-manhole': { code: '01003', word: '雨水井盖' },
  'sewer-manhole': { code: '01002', word: '污水井盖' },
}

/** What a contractor has fallen behind with lies together: in this share of the communities so much is due, and elsewhere hardly any. */
const BEHIND = { communities: 0.03, due: 0.05, elsewhere: 0.0003 }

/** Ground below this floods first in a typhoon, m above the sea. */
const LOW = 5.3

/** Inlets along the kerbs and manholes along the pipes. */
export function placeDrains(needs: Needs, drains: Stand<DrainKind>[], today: string): void {
  const { district, projection, register, roadName } = needs
  const chance = needs.chance('drains')
  const names = {
    inlet: numberByRoad(CODES.inlet.word),
    'storm-manhole': numberByRoad(CODES['storm-manhole'].word),
    'sewer-manhole': numberByRoad(CODES['sewer-manhole'].word),
  }
  const behind = new Set(district.streets.communities.filter(() => chance.chance(BEHIND.communities)))
  for (const { road, place, kind } of drains) {
    const isBehind = road.community !== undefined && behind.has(road.community)
    const name = roadName(road, place)
    const lowPlace = kind === 'inlet' && district.heightAt(place) < LOW
    const cycle = lowPlace ? 6 : 12
    const status = statusBy(chance, 'normal', {
      clogged: 0.003,
      damaged: 0.002,
      missing: 0.0003,
      repairing: 0.001,
      'dredge-due': isBehind ? BEHIND.due : BEHIND.elsewhere,
    })
    register.add({
      layer: 'drains',
      name: names[kind](name),
      status,
      code: CODES[kind].code,
      geometry: projection.point(place),
      fields: {
        kind,
        road: name,
        lowPlace,
        depthM: Math.round(kind === 'inlet' ? chance.range(6, 12) : chance.range(12, 42)) / 10,
        dredgedOn: dredgedOn(chance, { today, cycle, isDue: status === 'dredge-due' }),
        dredgeCycleMonths: cycle,
      },
    })
  }
}

/** Of 100 drains so many were not reached in their cycle, and by how much of it they are late at most. */
const LATE = { percent: 15, cycles: 0.6 }

/** Some day of the cycle that runs, or of the one before it where dredging is overdue. */
function dredgedOn(chance: Random, { today, cycle, isDue }: { today: string; cycle: number; isDue: boolean }): string {
  const isLate = chance.int(1, 100) <= LATE.percent || isDue
  const months = isLate ? cycle + chance.int(1, Math.ceil(cycle * LATE.cycles)) : chance.int(0, cycle - 1)
  return monthsBefore(today, months, chance.int(0, 27))
}
