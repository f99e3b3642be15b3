const DAY_MS = 86_400_000

export interface SurveyStep {
  at: string
  filledM3: number
  /** m³ a day since the survey before; null: it is the first, or of the same instant. */
  perDay: number | null
}

/** Surveys with what came in a day since the one before, the last first. */
export const stepsOf = (surveys: readonly { at: string; filledM3: number }[]): SurveyStep[] =>
  surveys
    .map(({ at, filledM3 }, index) => {
      const before = surveys[index - 1]
      const days = before ? (Date.parse(at) - Date.parse(before.at)) / DAY_MS : 0
      return { at, filledM3, perDay: before && days > 0 ? (filledM3 - before.filledM3) / days : null }
    })
    .reverse()
