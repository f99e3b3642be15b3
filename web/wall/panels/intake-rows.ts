import type { WallFigures } from '../../../server/contract/wall.ts'

type Source = WallFigures['sources'][number]

/** As many lines as a panel has room for at full size. */
const LINES = 7

/** The sources in their order: all that brought something today, and silent ones up to seven lines. */
export function intakeRows(sources: readonly Source[]): Source[] {
  const room = LINES - sources.filter(({ total }) => total > 0).length
  let silent = 0
  return sources.filter(({ total }) => total > 0 || silent++ < room)
}

/** A line of the panel; `source` null for those that had no room of their own. */
export interface IntakeLine {
  source: Source['source'] | null
  hours: number[]
  total: number
}

/** The sources on so many lines: those that brought least are one line together, the last, and nothing is lost from the sum. */
export function foldSources(sources: readonly Source[], lines: number): IntakeLine[] {
  if (sources.length <= lines) return [...sources]
  const kept = new Set([...sources].sort((a, b) => b.total - a.total).slice(0, Math.max(0, lines - 1)))
  const rest = sources.filter((source) => !kept.has(source))
  const hours = Array.from({ length: 24 }, (_, hour) => rest.reduce((sum, of) => sum + (of.hours[hour] ?? 0), 0))
  const total = rest.reduce((sum, of) => sum + of.total, 0)
  return [...sources.filter((source) => kept.has(source)), { source: null, hours, total }]
}

/** How the squares of an hour stand: `columns` of at most `rows`, each worth `per` cases. */
export interface SquareScale {
  columns: number
  rows: number
  per: number
}

const SCALES: readonly Omit<SquareScale, 'per'>[] = [
  { columns: 1, rows: 3 },
  { columns: 2, rows: 5 },
  { columns: 3, rows: 8 },
]
const WIDEST = { columns: 3, rows: 8 }

/** One scale for the whole panel, so that a square is the same on every line: the largest squares in which the fullest hour fits; past 24 a square
 *  stands for several cases. */
export function squareScale(most: number): SquareScale {
  const scale = SCALES.find(({ columns, rows }) => columns * rows >= most)
  return scale ? { ...scale, per: 1 } : { ...WIDEST, per: Math.ceil(most / (WIDEST.columns * WIDEST.rows)) }
}

/** Squares of so many cases; something is never nothing. */
export const squaresOf = (cases: number, { per }: SquareScale): number => Math.ceil(cases / per)

/** The hours that the axis names: every sixth, and the present one in place of those that would touch it. */
export const namedHours = (now: number): number[] => [...[0, 6, 12, 18].filter((hour) => Math.abs(hour - now) > 2), now]
