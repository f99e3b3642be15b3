import type { RecentPast } from '../../../data/cities/suo/records/make-recent.ts'
import { random } from '../../../data/cities/town/random.ts'
import type { Inspection } from '../../contract/inspection.ts'
import { SEED } from './fate.ts'

const [DAY_MS, HOUR_MS] = [86_400_000, 3_600_000]

/** Hazards that were left when a stretch of the past began are rectified in it, those of weeks ago soon. In no order. */
export const rectifyLeft = (
  left: readonly Inspection[],
  { from, to }: { from: string; to: string },
): RecentPast['inspections'] =>
  left.flatMap((of) => {
    const dice = random(SEED, `rectified ${of.id}`)
    const drawnMs = Date.parse(of.at) + dice.range(1, 20) * DAY_MS
    const atMs = Math.round(Math.max(drawnMs, Date.parse(from) + dice.range(2, 40) * HOUR_MS))
    if (atMs > Date.parse(to)) return []
    const at = new Date(atMs).toISOString()
    const hazards = of.hazards.map((one) => ({ ...one, rectifiedAt: one.rectifiedAt ?? at }))
    return [{ at, kind: 'hazard-rectified', entity: 'inspection' as const, entityId: of.id, after: { ...of, hazards } }]
  })
