import { first, type Line } from '../../town/geometry.ts'
import { lineLength } from '../../town/line.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Road } from '../streets.ts'
import type { Needs } from './needs.ts'

/** 交通护栏 between cars and cycles, by the piece. */
export function placeGuardrails(
  { projection, register, roadName, chance: chanceOf }: Needs,
  rails: { road: Road; line: Line }[],
): void {
  const chance = chanceOf('guardrails')
  const next = numberByRoad('护栏')
  for (const { road, line } of rails) {
    const name = roadName(road, first(line))
    register.add({
      layer: 'guardrails',
      name: next(name),
      status: statusBy(chance, 'normal', { damaged: 0.008, repairing: 0.003 }),
      code: '02017',
      geometry: projection.line(line),
      fields: { road: name, lengthM: Math.round(lineLength(line)) },
    })
  }
}
