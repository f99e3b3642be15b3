import type { Redaction } from '../../../server/contract/photo.ts'

/** A point on a picture in shares of its width and height from the top left. */
export interface Point {
  x: number
  y: number
}

/** Smaller than this a box hides nothing and is a slip of the hand. */
export const SMALLEST = 0.01
/** What an arrow key moves. */
export const STEP = 0.01

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Where a pointer is on a picture that is shown in a rectangle of the page; outside of it on its edge. */
export const pointOn = (
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  { clientX, clientY }: { clientX: number; clientY: number },
): Point => ({ x: within((clientX - left) / width, 0, 1), y: within((clientY - top) / height, 0, 1) })

/** The box between two corners, in whatever order they were set. */
export const boxBetween = (a: Point, b: Point): Redaction => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

export const isBox = ({ width, height }: Redaction): boolean => width >= SMALLEST && height >= SMALLEST

/** Moves a box and keeps it whole within the picture. */
export const moveBox = (box: Redaction, by: Point): Redaction => ({
  ...box,
  left: within(box.left + by.x, 0, 1 - box.width),
  top: within(box.top + by.y, 0, 1 - box.height),
})

/** Moves the right and the lower edge. */
export const growBox = (box: Redaction, by: Point): Redaction => ({
  ...box,
  width: within(box.width + by.x, SMALLEST, 1 - box.left),
  height: within(box.height + by.y, SMALLEST, 1 - box.top),
})

/** For the keyboard: in the middle, where it is seen. */
export const NEW_BOX: Redaction = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

/** What a key does to a box: arrows move it, with Shift they size it, Delete takes it away (null). Undefined for any other key. */
export function boxAfterKey(box: Redaction, key: string, shift: boolean): Redaction | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null
  const by = ARROWS[key]
  return by && (shift ? growBox(box, by) : moveBox(box, by))
}
