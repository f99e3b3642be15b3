import type { Random } from '../../../town/random.ts'
import { hoursOf, minuteIn } from '../case-hours.ts'
import { instantAt } from '../clock.ts'
import { type CaseDraft, placeOf } from '../draft-case.ts'
import type { Spot, Town } from '../town.ts'

export type Told = Pick<CaseDraft, 'kind' | 'code' | 'source' | 'problem' | 'outcome' | 'quantity'> &
  Partial<Pick<CaseDraft, 'pace' | 'minutes' | 'trouble' | 'at' | 'reason'>> & { evening?: boolean }

/** A case that the yearly report tells of. None of them waits: all ended within the year. */
export function toldCase(town: Town, told: Told, spot: Spot, day: number, dice: Random): CaseDraft {
  const { evening = false, ...rest } = told
  return {
    at: instantAt(day, minuteIn(hoursOf(told.source, evening), dice)),
    ...placeOf(town, spot, dice, told.kind === 'component' ? 0 : 4),
    assetId: spot.asset?.id ?? null,
    trouble: null,
    pace: 'ordinary',
    minutes: dice.range(60, 420),
    mayStall: false,
    ...rest,
  }
}

/** Throws when the town lacks what the report tells of. */
export function someOf(spots: readonly Spot[], what: string): readonly Spot[] {
  if (spots.length === 0) throw new Error(`the town has no ${what}, and the report of 2024 tells of one`)
  return spots
}
