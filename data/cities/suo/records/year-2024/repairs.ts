import { random } from '../../../town/random.ts'
import { dayOf, instantAt } from '../clock.ts'
import type { CaseDraft } from '../draft-case.ts'
import { reported } from '../figures-2024.ts'
import { spotPicker } from '../pick-spot.ts'
import type { Town } from '../town.ts'
import { icy, type Weather } from '../weather.ts'
import { daysBetween, drawDays, spreadOver, workingDays } from './spread.ts'
import { someOf, toldCase } from './told-case.ts'

const PIECE = { value: 1, unit: 'piece' } as const
const winter = (day: number) => day < dayOf('2024-03-10') || day > dayOf('2024-11-20')

/** Lamps, sewers, guardrails, and February's meltwater. */
export function repairs(town: Town, seed: number, weatherOf: (day: number) => Weather): CaseDraft[] {
  const dice = random(seed, '2024 repairs')
  const pick = spotPicker(town)
  const spotOf = (layer: string, kind: string | undefined, source: string, what: string) => {
    const scene = kind === undefined ? { layer } : { layer, kind }
    return pick(scene, source, dice) ?? dice.pick(someOf(town.spotsOf(layer, kind), what))
  }
  // Two of each came to the office with a person: they are among the people received.
  const source = (i: number) => (i % 4 === 1 ? 'reception' : 'patrol')
  const lamps = spreadOver(reported('lamps-repaired'), workingDays(), dice).map((day, i) => {
    const trouble = { found: 'fault', sent: 'reported' }
    const told = {
      kind: 'component',
      code: '01037',
      source: source(i),
      problem: '路灯不亮',
      outcome: 'repaired',
    } as const
    const spot = spotOf('streetlights', undefined, source(i), 'streetlight')
    return toldCase(town, { ...told, quantity: PIECE, trouble, evening: true }, spot, day, dice)
  })
  const sewers = spreadOver(reported('sewers-repaired'), workingDays(), dice).map((day, i) => {
    const trouble = { found: 'clogged', sent: 'repairing' }
    const told = {
      kind: 'component',
      code: '01002',
      source: source(i),
      problem: '下水道堵塞损坏',
      outcome: 'repaired',
    } as const
    const spot = spotOf('drains', 'sewer-manhole', source(i), 'sewer manhole')
    return toldCase(town, { ...told, quantity: PIECE, trouble, minutes: dice.range(180, 1400) }, spot, day, dice)
  })
  const iceDays = daysBetween().filter((day) => winter(day))
  const guardrails = drawDays(
    reported('guardrails-repaired'),
    iceDays,
    (day) => (icy(weatherOf(day)) ? 1 : 0.01),
    dice,
  ).map((day) => {
    const trouble = { found: 'damaged', sent: 'repairing' }
    const told = {
      kind: 'component',
      code: '02017',
      source: 'patrol',
      problem: '路面结冰，车辆撞坏护栏',
      outcome: 'repaired',
    } as const
    const spot = spotOf('guardrails', undefined, 'patrol', 'guardrail')
    return toldCase(town, { ...told, quantity: PIECE, trouble, minutes: dice.range(240, 900) }, spot, day, dice)
  })
  return [...lamps, ...sewers, ...guardrails, meltwater(town, seed)]
}

/** One excavator dug, and a pipe was buried into the sewer. The coldest thing on the steepest street. */
function meltwater(town: Town, seed: number): CaseDraft {
  const dice = random(seed, '2024 meltwater')
  const street = town.kerb.filter(({ roadClass }) => roadClass === 'street' || roadClass === 'secondary')
  const day = dayOf('2024-02-21')
  return toldCase(
    town,
    {
      kind: 'matter',
      code: '10001',
      source: 'patrol',
      problem: '融雪水漫流，坡面和道路结冰',
      outcome: 'cleared',
      quantity: { value: reported('meltwater-excavators'), unit: 'machine' },
      reason: '调挖掘机 1 台，埋管接入下水道',
      pace: 'ordinary',
      minutes: 900,
      at: instantAt(day, 525),
    },
    dice.pick(someOf(street.length > 0 ? street : town.kerb, 'street')),
    day,
    dice,
  )
}
