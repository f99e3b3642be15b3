import report from '../figures.json' with { type: 'json' }

/** One figure of the yearly report. `atLeast`: the report says "more than" or "N+": at least N and less than N + 10.
 *  `on`, `from`, `to`: the days it is told of. */
export interface Figure {
  id: string
  name: { zh: string; en: string }
  value: number
  unit: string
  atLeast?: boolean
  on?: string
  from?: string
  to?: string
}

export const FIGURES: readonly Figure[] = report.figures

export const REPORT_YEAR = report.year

export function figure(id: string): Figure {
  const found = FIGURES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`figures.json has no figure ${id}`)
  return found
}

export const reported = (id: string): number => figure(id).value

/** How far a count may exceed a figure that the report gives as "more than N". */
export const SLACK = 10
