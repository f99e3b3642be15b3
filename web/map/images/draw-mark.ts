import type { State } from '../../../server/contract/state.ts'
import { type IconId, loadIcon } from '../../icons/icon.ts'
import { EXCLAMATION, isHollow, middleOf, RING_DASH, STATE_SHAPES } from '../../icons/state-shape.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import { canvasOf, IMAGE_RATIO } from './canvas.ts'

type Pen = CanvasRenderingContext2D

/** The box of a shape is 24; the edge wants room on every side. */
const MARGIN = 2
export const MARK_PIXELS = 24 + 2 * MARGIN
/** Width of the edge in land colour that parts a mark from whatever lies under it. */
const EDGE = 1.5
/** The line around the mark of a cluster, in units of the shape's box. */
const RING = { gap: 2.4, width: 1.8 }

/** The mark of one thing; with an icon inside, close up. An icon that cannot be had leaves the plain mark. */
export async function drawMark(state: State, icon: IconId | null, ink: Palette, theme: Theme): Promise<ImageData> {
  const image = icon ? await loadIcon(icon).catch(() => undefined) : undefined
  return canvasOf(MARK_PIXELS, MARK_PIXELS, (pen) => {
    pen.translate(MARGIN, MARGIN)
    drawShape(pen, state, ink, theme)
    if (state === 'emergency') fillPath(pen, EXCLAMATION, ink['on-emergency'])
    else if (image) drawIcon(pen, image, state, isHollow(state) ? ink['unknown-ink'] : inkOn(state, ink, theme))
  })
}

/** The mark of many: the shape of the worst, and a second line around it. Of the quiet ones there are too many for that. */
export function drawCluster(state: State, ink: Palette, theme: Theme): ImageData {
  const margin = MARGIN + RING.gap + RING.width
  return canvasOf(24 + 2 * margin, 24 + 2 * margin, (pen) => {
    pen.translate(margin, margin)
    if (state !== 'normal') drawOuterRing(pen, state, ink)
    drawShape(pen, state, ink, theme)
  })
}

/** What is legible on a filled mark: the land's colour, but on light amber white would be 2.6:1. */
export const inkOn = (state: State, ink: Palette, theme: Theme): string => {
  if (state === 'emergency') return ink['on-emergency']
  return theme === 'light' && state === 'due' ? ink['text-1'] : ink['mark-edge']
}

function drawShape(pen: Pen, state: State, ink: Palette, theme: Theme): void {
  const shape = new Path2D(STATE_SHAPES[state])
  pen.lineJoin = 'round'
  pen.strokeStyle = ink['mark-edge']
  pen.lineWidth = 2 * EDGE
  pen.stroke(shape)
  if (isHollow(state)) {
    drawRing(pen, shape, ink)
    return
  }
  pen.fillStyle = ink[state]
  pen.fill(shape)
  if (theme !== 'light' || state !== 'due') return
  pen.strokeStyle = ink['due-ink']
  pen.lineWidth = 1
  pen.stroke(shape)
}

function drawRing(pen: Pen, shape: Path2D, ink: Palette): void {
  pen.fillStyle = ink['mark-edge']
  pen.fill(shape)
  pen.strokeStyle = ink.unknown
  pen.lineWidth = 2.2
  pen.setLineDash([...RING_DASH])
  pen.stroke(shape)
  pen.setLineDash([])
}

/** From the outside in: edge, line, and the gap that the shape is drawn into. */
function drawOuterRing(pen: Pen, state: State, ink: Palette): void {
  const shape = new Path2D(STATE_SHAPES[state])
  pen.lineJoin = 'round'
  const bands: [reach: number, colour: string][] = [
    [RING.gap + RING.width + EDGE, ink['mark-edge']],
    [RING.gap + RING.width, ink[state]],
    [RING.gap, ink['mark-edge']],
  ]
  for (const [reach, colour] of bands) {
    pen.strokeStyle = colour
    pen.lineWidth = 2 * reach
    pen.stroke(shape)
  }
}

function fillPath(pen: Pen, path: string, colour: string): void {
  pen.fillStyle = colour
  pen.fill(new Path2D(path))
}

/** Icons are drawn for 15 units; a triangle and a diamond hold a smaller one than a square. */
function drawIcon(pen: Pen, icon: HTMLImageElement, state: State, colour: string): void {
  const size = state === 'due' || state === 'late' ? 10.5 : 12
  const tinted = document.createElement('canvas')
  tinted.width = tinted.height = size * IMAGE_RATIO
  const brush = tinted.getContext('2d')
  if (!brush) return
  brush.drawImage(icon, 0, 0, tinted.width, tinted.height)
  brush.globalCompositeOperation = 'source-in'
  brush.fillStyle = colour
  brush.fillRect(0, 0, tinted.width, tinted.height)
  pen.drawImage(tinted, 12 - size / 2, middleOf(state) - size / 2, size, size)
}
