import type { Palette } from '../../theme/palette.ts'
import { IMAGE_RATIO } from './canvas.ts'

type Pen = CanvasRenderingContext2D

/** The road's plate grows with its number: only the middle is stretched, the corners keep their shape. */
export const PLATE_STRETCH = {
  stretchX: [[5 * IMAGE_RATIO, 19 * IMAGE_RATIO]] as [number, number][],
  stretchY: [[5 * IMAGE_RATIO, 11 * IMAGE_RATIO]] as [number, number][],
  content: [3 * IMAGE_RATIO, 2 * IMAGE_RATIO, 21 * IMAGE_RATIO, 14 * IMAGE_RATIO] as [number, number, number, number],
}

export function drawPlate(pen: Pen, ink: Palette): void {
  pen.beginPath()
  pen.roundRect(1, 1, 22, 14, 3)
  pen.fillStyle = ink['map-plate']
  pen.fill()
  pen.lineWidth = 1.4
  pen.strokeStyle = ink['map-halo']
  pen.stroke()
}

export function drawDot(pen: Pen, ink: Palette): void {
  pen.beginPath()
  pen.arc(3.5, 3.5, 3, 0, 2 * Math.PI)
  pen.fillStyle = ink['map-halo']
  pen.fill()
  pen.beginPath()
  pen.arc(3.5, 3.5, 1.75, 0, 2 * Math.PI)
  pen.fillStyle = ink['map-label-2']
  pen.fill()
}

export function drawPeak(pen: Pen, ink: Palette): void {
  pen.beginPath()
  pen.moveTo(5, 1.6)
  pen.lineTo(8.8, 8.4)
  pen.lineTo(1.2, 8.4)
  pen.closePath()
  pen.lineWidth = 1.1
  pen.lineJoin = 'round'
  pen.strokeStyle = ink['map-label-2']
  pen.stroke()
}

export function drawDiamond(pen: Pen, ink: Palette): void {
  pen.beginPath()
  pen.moveTo(9, 1.5)
  pen.lineTo(16.5, 9)
  pen.lineTo(9, 16.5)
  pen.lineTo(1.5, 9)
  pen.closePath()
  pen.lineWidth = 3
  pen.lineJoin = 'round'
  pen.strokeStyle = ink['mark-edge']
  pen.stroke()
  pen.fillStyle = ink.accent
  pen.fill()
}

/** Diagonals for a cell that complained and was not inspected. */
export function drawHatch(pen: Pen, ink: Palette): void {
  pen.strokeStyle = ink['text-1']
  pen.lineWidth = 1.1
  pen.beginPath()
  for (const start of [-8, 0, 8]) {
    pen.moveTo(start, 8)
    pen.lineTo(start + 8, 0)
  }
  pen.stroke()
}
