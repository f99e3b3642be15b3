import type { State } from '../../../server/contract/state.ts'

/** How marks of a line stand: all lines of a panel alike, the fullest decides. `beside`: of one line of marks; `over`: lines of them. */
export interface MarkScale {
  size: 'large' | 'middle' | 'small'
  beside: number
  over: number
}

/** By the width of 18vh that a column of 39vh leaves beside name and figures. */
const SCALES: readonly MarkScale[] = [
  { size: 'large', beside: 6, over: 1 },
  { size: 'middle', beside: 9, over: 1 },
  { size: 'small', beside: 12, over: 2 },
]
const SMALLEST: MarkScale = { size: 'small', beside: 12, over: 2 }

export const markScale = (most: number): MarkScale =>
  SCALES.find(({ beside, over }) => beside * over >= most) ?? SMALLEST

/** `+12` is as wide as so many marks. */
const MORE_TAKES = 2

/** The marks that have room, the worst first, and how many cases are behind those: their figure says them. */
export function markRow(marks: readonly State[], open: number, { beside, over }: MarkScale) {
  const slots = beside * over
  const shown = marks.slice(0, open > slots ? slots - MORE_TAKES : slots)
  return { shown, more: Math.max(0, open - shown.length) }
}
