import type { Palette } from '../theme/palette.ts'
import { metresInWords, type ScaleBar } from './scale-bar.ts'
import { stripRows } from './strip-rows.ts'

export interface FrameOfImage {
  texts: { approval: string; demo: string | null; source: string }
  bar: ScaleBar
  ink: Palette
}

type Pen = CanvasRenderingContext2D

/** Of the strip, CSS pixels. */
const ROW = 20
const PADDING = { side: 12, foot: 8 }
const GAP = 14
/** Between the bar and its length in words. */
const BAR_GAP = 8

export interface Strip {
  /** CSS pixels. */
  height: number
  draw(pen: Pen, top: number): void
}

const fontOf = (): string =>
  `12px ${getComputedStyle(document.documentElement).getPropertyValue('--font-text') || 'sans-serif'}`

/** Scale, 审图号, 演示数据 and source for a picture of this width: in one row, the last two at its right; in a narrow one in several. */
export function layStrip(pen: Pen, width: number, { texts, bar, ink }: FrameOfImage): Strip {
  pen.font = fontOf()
  const length = metresInWords(bar.metres)
  const words = [length, texts.approval, ...(texts.demo ? [texts.demo] : []), texts.source]
  const widths = words.map((text, i) => pen.measureText(text).width + (i === 0 ? bar.pixels + BAR_GAP : 0))
  const room = width - 2 * PADDING.side
  const rows = stripRows(widths, room, GAP)
  const drawPiece = (on: Pen, index: number, x: number, line: number): void => {
    const text = words[index] ?? ''
    const isScale = index === 0
    if (isScale) on.stroke(barPath(x, line, bar.pixels))
    on.fillText(text, isScale ? x + bar.pixels + BAR_GAP : x, line, room)
  }
  return {
    height: rows.length * ROW + PADDING.foot,
    draw: (on, top) => {
      on.font = fontOf()
      on.fillStyle = ink['text-2']
      on.strokeStyle = ink['text-3']
      on.lineWidth = 1
      rows.forEach((row, at) => {
        const line = top + (at + 1) * ROW - 1
        const spare = room - row.reduce((sum, index) => sum + (widths[index] ?? 0), 0) - GAP * (row.length - 1)
        let x = PADDING.side
        for (const index of row) {
          // What follows 审图号 stands at the right, when all is in one row.
          if (rows.length === 1 && index === 2) x += spare
          drawPiece(on, index, x, line)
          x += (widths[index] ?? 0) + GAP
        }
      })
    },
  }
}

function barPath(x: number, line: number, pixels: number): Path2D {
  const path = new Path2D()
  path.moveTo(x, line - 5)
  path.lineTo(x, line)
  path.lineTo(x + pixels, line)
  path.lineTo(x + pixels, line - 5)
  return path
}
