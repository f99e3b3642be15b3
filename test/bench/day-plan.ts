import highsLoader from 'highs'
import { addLook, NO_LOOKS } from '../../server/insight/day-plan/backtest.ts'
import { exactPlan } from '../../server/insight/day-plan/exact-plan.ts'
import { greedyPlan } from '../../server/insight/day-plan/greedy-plan.ts'
import { costOf } from '../../server/insight/day-plan/plan-cost.ts'
import { type PlanNews, startPlan } from '../../server/insight/day-plan/plan-thread.ts'
import { regretPlan } from '../../server/insight/day-plan/regret-plan.ts'
import { searchPlan } from '../../server/insight/day-plan/search-plan.ts'
import { leastCost } from '../server/insight/day-plan/least-cost.ts'
import { MADE_MINUTES, madeProblem } from '../server/insight/day-plan/made-days.ts'
import { madeLook } from '../server/insight/day-plan/made-past.ts'

const share = (of: number): number => Math.round(of * 10_000) / 10_000

/** How good plans of a day are: against the optimum of 200 small days, against "nearest free crew first" on `days` days of 200 cases and 12 crews, and
 *  what 10 s find for 500 cases and 40 crews. All days are made up. */
export async function dayPlan({ days, seconds }: { days: number; seconds: number }) {
  const small = await smallDays()
  console.table([small])
  const rows: Awaited<ReturnType<typeof oneDay>>[] = []
  for (let seed = 1; seed <= days; seed += 1) rows.push(await oneDay({ cases: 200, crews: 12, seed }, seconds))
  const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  const many = {
    ...{ days, seconds, byHand: sum((row) => row.byHand), planned: sum((row) => row.planned) },
    lessLate: share(
      1 -
        sum((row) => row.planned) /
          Math.max(
            1,
            sum((row) => row.byHand),
          ),
    ),
    leastOnADay: Math.min(...rows.map((row) => row.lessLate)),
    lessDriving: share(
      1 -
        sum((row) => row.driving) /
          Math.max(
            1,
            sum((row) => row.drivingByHand),
          ),
    ),
    meanGap: share(sum((row) => row.gap) / Math.max(1, days)),
  }
  console.table([many])
  const large = await oneDay({ cases: 500, crews: 40, seed: 1 }, 10)
  console.table([large])
  let foreseen = NO_LOOKS
  for (let seed = 1; seed <= 40; seed += 1)
    foreseen = addLook(foreseen, madeLook(seed), { minutesBetween: MADE_MINUTES, seed: 1 })
  console.table([foreseen])
  return { small, many, large, foreseen }
}

async function smallDays() {
  const highs = await highsLoader()
  let [gaps, worst, exact] = [0, 0, 0]
  for (let seed = 1; seed <= 200; seed += 1) {
    const of = madeProblem({ cases: 6 + (seed % 2), crews: 2 + ((seed >> 1) % 2), seed, dueWithin: 150 })
    const optimum = leastCost(of)
    const steps = searchPlan(of, regretPlan(of), { seed, rounds: 400 })
    let step = steps.next()
    while (!step.done) step = steps.next()
    const gap = step.value.cost / optimum - 1
    gaps += gap
    worst = Math.max(worst, gap)
    if (Math.abs(costOf(of, exactPlan(of, highs) ?? []).cost - optimum) < 1e-4) exact += 1
  }
  return { days: 200, meanGap: share(gaps / 200), worstGap: share(worst), provedAreOptimal: exact }
}

async function oneDay(day: { cases: number; crews: number; seed: number }, seconds: number) {
  const of = madeProblem(day)
  const byHand = costOf(of, greedyPlan(of))
  const begun = performance.now()
  let first: PlanNews | undefined
  const news = await startPlan({ problem: of, ms: seconds * 1_000, seed: day.seed }, (one) => {
    first ??= one
  }).done
  const planned = costOf(of, news.routes)
  return {
    ...day,
    tookMs: Math.round(performance.now() - begun),
    ...{ byHand: Math.round(byHand.late), planned: Math.round(planned.late) },
    lessLate: share(1 - planned.late / Math.max(1, byHand.late)),
    ...{ drivingByHand: Math.round(byHand.driving), driving: Math.round(planned.driving) },
    ...{ lateByHand: byHand.lateCases, lateCases: planned.lateCases },
    ...{ leftByHand: byHand.left.length, left: planned.left.length },
    firstPlan: Math.round(first?.cost ?? 0),
    ...{ cost: Math.round(news.cost), bound: Math.round(news.bound) },
    gap: share((news.cost - news.bound) / Math.max(1e-9, news.cost)),
  }
}
