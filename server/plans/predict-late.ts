import type { PredictedRed } from '../contract/day-plan.ts'
import { MARGIN, trustOf } from '../insight/day-plan/backtest.ts'
import { predictRed } from '../insight/day-plan/predict-red.ts'
import { type DayAsked, gatherDay } from './gather-day.ts'
import type { PlanNeeds } from './plan-needs.ts'
import { provePrediction } from './prove-prediction.ts'
import { endOfDay } from './shift-span.ts'
import { openTravelBook } from './travel-book.ts'

/** Which cases will be late today that are not yet (N5), as long as it has proved itself here; else only how it did. Throws TooMuch. */
export async function predictLate(needs: PlanNeeds, asked: DayAsked): Promise<PredictedRed> {
  const figures = await provePrediction(needs)
  const trust = trustOf(figures)
  const { atMs, work, crews, states } = await gatherDay(needs, asked)
  const untilMs = endOfDay(atMs)
  const head = {
    ...{ at: new Date(atMs).toISOString(), until: new Date(untilMs).toISOString() },
    proof: { ...figures, margin: MARGIN },
  }
  if (trust !== 'on')
    return { ...head, state: 'off', why: trust, travel: needs.roads.has ? 'roads' : 'crow', cases: [] }
  const goals = work.map(({ location }) => location)
  const from = [...crews.map(({ location }) => location), ...goals]
  const book = await openTravelBook(needs.roads, { from, to: goals, vehicles: crews.map(({ vehicle }) => vehicle) })
  const predicted = predictRed(work, crews, { atMs, untilMs, minutesBetween: book.minutesBetween, seed: 1 })
  return {
    ...{ ...head, state: 'on', why: null, travel: book.by },
    cases: predicted.flatMap(({ id, score, crew, finishMs, behind, reason }) => {
      const of = states.get(id)
      const dueMs = work.find((one) => one.id === id)?.dueMs ?? null
      if (!of || dueMs === null) return []
      return [
        {
          ...{ caseId: id, number: of.number, problem: of.problem, location: of.location, crewId: crew, score, reason },
          dueAt: new Date(dueMs).toISOString(),
          finishAt: finishMs === null ? null : new Date(finishMs).toISOString(),
          behind,
        },
      ]
    }),
  }
}
