import { type Random, random } from '../../town/random.ts'
import { needsOffice } from './case-hours.ts'
import type { CaseKind } from './case-kind.ts'
import { CASE_KINDS } from './case-kinds.ts'
import { isWorkingDay } from './clock.ts'
import { draftAt } from './draft-at.ts'
import { type CaseDraft, isComplaint } from './draft-case.ts'
import { drawWeighted } from './draw-weighted.ts'
import { spotPicker, spotsOfScene } from './pick-spot.ts'
import { sourceOf } from './source-shares.ts'
import type { Town } from './town.ts'
import type { Weather } from './weather.ts'

/** Cases of a day that is like any other: `count` of them on a mild working day, more in bad weather. */
export function ordinaryDays(
  town: Town,
  seed: number,
  weatherOf: (day: number) => Weather,
  known: readonly CaseKind[] = CASE_KINDS,
) {
  const pick = spotPicker(town)
  const kinds = known.filter(({ scene }) => spotsOfScene(town, scene).length > 0)
  return (day: number, count: number): CaseDraft[] => {
    const dice = random(seed, `cases ${day}`)
    const weather = weatherOf(day)
    const weights = kinds.map(({ weight, weather: effect }) => weight * (effect?.(weather) ?? 1))
    const load = sum(weights) / sum(kinds.map(({ weight }) => weight))
    const wanted = count * Math.min(1.35, Math.max(0.85, load)) * dice.range(0.85, 1.15)
    const drafts: CaseDraft[] = []
    for (let i = 0; i < wanted; i++) {
      const draft = draftOne(day, kinds[drawWeighted(weights, dice.next())], dice)
      if (draft) drafts.push(draft)
    }
    return drafts
  }

  function draftOne(day: number, kind: CaseKind | undefined, dice: Random): CaseDraft | undefined {
    if (kind === undefined) return undefined
    const source = sourceOf(kind.eyes, dice.next(), dice.next())
    // On days off the offices are shut, and a third of the patrols go.
    const asleep = !isWorkingDay(day) && (needsOffice(source) || (source === 'patrol' && dice.chance(0.65)))
    const spot = asleep ? undefined : pick(kind.scene, source, dice)
    if (spot === undefined) return undefined
    const draft = draftAt(town, kind, spot, source, day, dice)
    const hopeless = isComplaint(source) && kind.pace === 'slow' && dice.chance(0.08)
    return hopeless ? { ...draft, outcome: 'not-solved' } : draft
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
