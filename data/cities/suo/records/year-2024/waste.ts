import { random, shuffled } from '../../../town/random.ts'
import { dayOf } from '../clock.ts'
import type { CaseDraft } from '../draft-case.ts'
import { figure, reported, SLACK } from '../figures-2024.ts'
import { spotPicker } from '../pick-spot.ts'
import type { Spot, Town } from '../town.ts'
import { fireWeather, type Weather } from '../weather.ts'
import { cutInto, daysBetween, drawDays, spreadOver, workingDays } from './spread.ts'
import { someOf, toldCase } from './told-case.ts'

/** The report says "more than": a number from the figure on, below the figure and the slack. */
export const moreThan = (seed: number, id: string): number =>
  reported(id) + random(seed, `2024 ${id}`).int(1, SLACK - 2)

/** The bins that burnt: dry windy days, winter nights, festivals. */
export function binFires(town: Town, seed: number, weatherOf: (day: number) => Weather): CaseDraft[] {
  const dice = random(seed, '2024 fires')
  const pick = spotPicker(town)
  const days = drawDays(moreThan(seed, 'bin-fires'), daysBetween(), (day) => fireWeather(weatherOf(day)), dice)
  const trouble = { found: 'burning', sent: 'burning' }
  return days.map((day) => {
    const source = dice.pick(['patrol', 'patrol', 'patrol', 'video', 'transfer'])
    const told = { kind: 'component', code: '03005', source, problem: '垃圾箱燃烧', outcome: 'extinguished' } as const
    const spot = pick({ layer: 'bins' }, source, dice) ?? dice.pick(someOf(town.spotsOf('bins'), 'bin'))
    const quantity = { value: 1, unit: 'piece' } as const
    const minutes = dice.range(12, 40)
    return toldCase(town, { ...told, quantity, trouble, evening: true, pace: 'emergency', minutes }, spot, day, dice)
  })
}

/** Piles of rubbish before houses, by households. */
export function litterPiles(town: Town, seed: number): CaseDraft[] {
  const dice = random(seed, '2024 households')
  const pick = spotPicker(town)
  const parts = cutInto(reported('households-put-right'), 19, 1, dice)
  return spreadOver(parts.length, workingDays(), dice).map((day, i) => {
    const told = {
      kind: 'matter',
      code: '06036',
      source: 'patrol',
      problem: '住户门前乱堆垃圾',
      outcome: 'put-right',
    } as const
    const spot = pick({ layer: null }, 'patrol', dice) ?? dice.pick(someOf(town.kerb, 'street'))
    return toldCase(town, { ...told, quantity: { value: parts[i] ?? 1, unit: 'household' } }, spot, day, dice)
  })
}

/** One temporary dump found, and five places cleared, from 2 April on. */
export function constructionWaste(town: Town, seed: number): CaseDraft[] {
  const dice = random(seed, '2024 waste')
  const from = dayOf(figure('waste-tonnes-cleared').from ?? '')
  const sites = shuffled(someOf(town.spotsOf('construction-waste'), 'construction-waste site'), dice)
  const dumps = sites.filter(({ asset }) => asset?.fields.kind === 'temporary-dump')
  const dump = dumps[0] ?? dice.pick(sites)
  const found = toldCase(
    town,
    {
      kind: 'matter',
      code: '06032',
      source: 'patrol',
      problem: '发现建筑垃圾临时倾倒点',
      outcome: 'put-right',
      quantity: null,
    },
    dump,
    from,
    dice,
  )
  // First the dump, then others; a small town's sites may come twice.
  const others = sites.filter(
    (site) => !dumps.includes(site) && site !== dump && site.asset?.fields.kind !== 'disposal',
  )
  const order = [dump, ...dumps.slice(1), ...others]
  const places = reported('waste-places-cleared')
  const tonnes = cutInto(reported('waste-tonnes-cleared'), places, 64, dice)
  const days = spreadOver(places, workingDays(from + 3, dayOf('2024-10-20')), dice)
  const trouble = { found: 'to-clear', sent: 'clearing' }
  const cleared = days.map((day, i) => {
    const told = {
      kind: 'matter',
      code: '06011',
      source: 'patrol',
      problem: '建筑垃圾堆积',
      outcome: 'cleared',
    } as const
    const spot: Spot = order[i % order.length] ?? dump
    const quantity = { value: tonnes[i] ?? 0, unit: 't' } as const
    return toldCase(town, { ...told, quantity, trouble, pace: 'slow', minutes: dice.range(500, 2600) }, spot, day, dice)
  })
  return [found, ...cleared]
}
