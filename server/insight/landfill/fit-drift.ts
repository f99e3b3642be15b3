/** So much lay in the landfill by a survey of that instant (Unix ms). */
export interface Survey {
  atMs: number
  filledM3: number
}

/** m³ a day, with what is left to chance: m⁶ a day, and the degrees of freedom that it was reckoned from. */
export interface Drift {
  perDay: number
  variance: number
  freedom: number
  /** Between the first survey and the last. */
  days: number
}

const DAY_MS = 86_400_000

/** The best estimate of a Wiener process with drift from what came in between surveys: increments are independent, each with a mean and a
 *  variance that go with its days. Undefined with fewer than two instants. */
export function fitDrift(surveys: readonly Survey[]): Drift | undefined {
  const steps = surveys.slice(1).map((survey, index) => ({
    days: (survey.atMs - (surveys[index]?.atMs ?? 0)) / DAY_MS,
    m3: survey.filledM3 - (surveys[index]?.filledM3 ?? 0),
  }))
  const days = steps.reduce((sum, step) => sum + step.days, 0)
  if (!(days > 0)) return undefined
  const perDay = steps.reduce((sum, step) => sum + step.m3, 0) / days
  const freedom = steps.length - 1
  const squares = steps.reduce((sum, step) => sum + (step.m3 - perDay * step.days) ** 2 / step.days, 0)
  return { perDay, variance: freedom > 0 ? squares / freedom : 0, freedom, days }
}

/** The surveys in their order, one of each instant, the last one said. */
export function inOrder(surveys: readonly Survey[]): Survey[] {
  const byInstant = new Map([...surveys].map((survey) => [survey.atMs, survey]))
  return [...byInstant.values()].sort((a, b) => a.atMs - b.atMs)
}
