import { random } from '../../town/random.ts'
import { dateOf, dayOf, instantAt, isoOf } from './clock.ts'
import type { RoutineChange } from './routine.ts'
import type { Town } from './town.ts'

/** m³ that lay in it when the platform began, and that came in a day since: 21.5 t at 0.78 t/m³. */
const BEGAN = { day: dayOf('2025-01-01'), filledM3: 88_500 }
const M3_A_DAY = 27.6
/** By so much the months differ from one another. */
const MONTH_M3 = 130

/** The landfill is surveyed on the first of each month: what lies in it then, and in the cell that is worked. */
export function surveysOf(town: Pick<Town, 'layer'>, seed: number): (day: number) => RoutineChange[] {
  return (day) => {
    if (dateOf(day).slice(8) !== '01' || day < BEGAN.day) return []
    return town.layer('landfills').flatMap((landfill) => {
      const filledM3 = Math.min(filledOn(day, seed), Number(landfill.fields.capacityM3 ?? 0))
      const cells = town.layer('landfill-cells').filter(({ fields }) => fields.landfill === landfill.id)
      const inOthers = cells
        .filter(({ status }) => status !== 'filling')
        .reduce((sum, { fields }) => sum + Number(fields.filledM3 ?? 0), 0)
      const at = isoOf(instantAt(day, 17 * 60))
      const own = { at, assetId: landfill.id, status: landfill.status, fields: { filledM3 } }
      const worked = cells.filter(({ status }) => status === 'filling')
      return [
        own,
        ...worked.map(({ id, status, fields: { capacityM3 } }) => {
          const inCell = Math.max(0, Math.min(filledM3 - inOthers, Number(capacityM3 ?? 0)))
          return { at, assetId: id, status, fields: { filledM3: inCell } }
        }),
      ]
    })
  }
}

function filledOn(day: number, seed: number): number {
  let filled = BEGAN.filledM3 + M3_A_DAY * (day - BEGAN.day)
  for (let month = BEGAN.day; month < day; month += 30)
    filled += random(seed, `survey ${month}`).range(-MONTH_M3, MONTH_M3)
  return Math.round(filled / 10) * 10
}
