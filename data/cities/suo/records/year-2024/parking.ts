import { random } from '../../../town/random.ts'
import { dayOf } from '../clock.ts'
import type { CaseDraft } from '../draft-case.ts'
import { spotPicker } from '../pick-spot.ts'
import type { Town } from '../town.ts'
import { cutInto, drawDays, workingDays } from './spread.ts'
import { someOf, toldCase } from './told-case.ts'
import { moreThan } from './waste.ts'

// Building season: outside it the machines stand elsewhere.
const season = (day: number) => (day > dayOf('2024-04-01') && day < dayOf('2024-10-31') ? 3 : 1)

/** Machines cleared from beside the national road, and drivers persuaded. */
export function badParking(town: Town, seed: number): CaseDraft[] {
  const dice = random(seed, '2024 parking')
  const pick = spotPicker(town)
  const hot = someOf(town.spotsOf('truck-hot-spots'), 'spot where trucks park')
  const lots = cutInto(moreThan(seed, 'machines-cleared'), 14, 1, dice)
  const machines = drawDays(lots.length, workingDays(), season, dice).map((day, i) => {
    const told = {
      kind: 'matter',
      code: '09009',
      source: 'patrol',
      problem: '工程机械占用空地停放',
      outcome: 'cleared',
    } as const
    const quantity = { value: lots[i] ?? 1, unit: 'machine' } as const
    const fields = { during: { machinesSeen: quantity.value }, after: { machinesSeen: 0 } }
    const trouble = { found: 'occupied', sent: 'watched', ...fields }
    return toldCase(town, { ...told, quantity, trouble, minutes: dice.range(60, 400) }, dice.pick(hot), day, dice)
  })
  const talks = cutInto(moreThan(seed, 'persuasions'), 62, 1, dice)
  const persuasions = drawDays(talks.length, workingDays(), season, dice).map((day, i) => {
    const told = {
      kind: 'matter',
      code: '09009',
      source: 'patrol',
      problem: '车辆乱停乱放',
      outcome: 'persuaded',
    } as const
    const quantity = { value: talks[i] ?? 1, unit: 'person' } as const
    const spot = dice.chance(0.3) ? dice.pick(hot) : (pick({ layer: null }, 'patrol', dice) ?? dice.pick(hot))
    const minutes = dice.range(8, 35)
    return toldCase(town, { ...told, quantity, pace: 'on-the-spot', minutes }, spot, day, dice)
  })
  return [...machines, ...persuasions]
}
