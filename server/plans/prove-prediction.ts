import { allCrews } from '../crews/crew-store.ts'
import { addLook, type BacktestFigures, NO_LOOKS } from '../insight/day-plan/backtest.ts'
import { crowMinutes } from '../insight/day-plan/crow-minutes.ts'
import { knownServiceTimes } from './known-service-times.ts'
import { pastCases } from './past-cases.ts'
import { LOOK_DAYS, pastLooks } from './past-looks.ts'
import type { PlanNeeds } from './plan-needs.ts'
import { endOfDay } from './shift-span.ts'

/** Cases of before the first look may still have been open then. */
const BEFORE_DAYS = 10

const known = new WeakMap<PlanNeeds['store'], { untilMs: number; figures: Promise<BacktestFigures> }>()

/** How well the prediction would have done in this city on the last 30 days: reckoned once a day, one look after the other so that requests are
 *  answered meanwhile. */
export function provePrediction(needs: PlanNeeds): Promise<BacktestFigures> {
  const nowMs = needs.now().getTime()
  const kept = known.get(needs.store)
  if (kept && nowMs < kept.untilMs) return kept.figures
  const figures = reckon(needs, nowMs)
  known.set(needs.store, { untilMs: endOfDay(nowMs), figures })
  // One that failed is tried again by the next who asks.
  figures.catch(() => known.delete(needs.store))
  return figures
}

async function reckon(needs: PlanNeeds, nowMs: number): Promise<BacktestFigures> {
  const { area, store, skills, roads } = needs
  const cases = await pastCases(needs, { days: LOOK_DAYS + BEFORE_DAYS })
  const crews = (await allCrews(store.db, area)).map(({ crew }) => crew)
  const times = await knownServiceTimes(needs)
  let figures = NO_LOOKS
  for (const look of pastLooks({ cases, crews, nowMs, times, skills, speeds: roads.speeds })) {
    figures = addLook(figures, look, { minutesBetween: crowMinutes(roads.speeds), seed: 1 })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return figures
}
