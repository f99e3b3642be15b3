import type { Random } from '../../town/random.ts'
import { hoursOf, minuteIn } from './case-hours.ts'
import type { CaseKind } from './case-kind.ts'
import { instantAt } from './clock.ts'
import { type CaseDraft, placeOf, type Trouble } from './draft-case.ts'
import type { Quantity } from './made-states.ts'
import type { Spot, Town } from './town.ts'

const AMOUNTS: Record<Quantity['unit'], readonly [number, number]> = {
  t: [2, 24],
  m: [2, 9],
  'm²': [2, 26],
  piece: [1, 1],
  household: [1, 3],
  machine: [1, 3],
  person: [1, 2],
}

/** A case of this kind at this spot on this day, as this source sees it. */
export function draftAt(town: Town, kind: CaseKind, spot: Spot, source: string, day: number, dice: Random): CaseDraft {
  // A component's case stands at the component; a matter some metres from where it is said to be.
  const place = placeOf(town, spot, dice, kind.kind === 'component' ? 0 : spot.asset === null ? 6 : 2.5)
  const seenBy = source === 'patrol'
  // A patrol is there: what it finds may be settled on the spot. Anything else has to be driven to.
  const pace = kind.pace === 'on-the-spot' && !seenBy ? 'ordinary' : kind.pace
  const amount = kind.unit ? { value: dice.int(...AMOUNTS[kind.unit]), unit: kind.unit } : null
  return {
    at: instantAt(day, minuteIn(hoursOf(source, kind.evening ?? false), dice)),
    kind: kind.kind,
    code: kind.code,
    source,
    problem: dice.pick(kind.problems),
    ...place,
    assetId: spot.asset?.id ?? null,
    trouble: troubleOf(kind, amount),
    outcome: kind.outcome,
    quantity: amount,
    pace,
    minutes: 60 * dice.range(...kind.hours),
    mayStall: true,
  }
}

/** A spot with machines on it says how many. */
function troubleOf({ trouble }: CaseKind, amount: Quantity | null): Trouble | null {
  if (trouble === undefined) return null
  if (amount?.unit !== 'machine') return trouble
  return { ...trouble, during: { machinesSeen: amount.value }, after: { machinesSeen: 0 } }
}
