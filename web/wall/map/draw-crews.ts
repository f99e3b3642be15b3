import type { Palette } from '../../theme/palette.ts'
import { type Box, boxAt, type Side } from './lay-names.ts'
import type { Painted } from './repaint.ts'

/** Lengths in vh (design/wall.css at 2,160 px): a crew is a ring, its name above it. */
export const CREW = { radius: 0.62, line: 0.33, name: 1.57, air: 0.55, dot: 1.15, height: 2 } as const

export interface CrewName {
  image: HTMLCanvasElement
  /** In pixels of the canvas. */
  width: number
}

/** The name of a crew as a small picture, drawn once: words cost more than all else that moves. `vh`: pixels of 1 vh. */
export function drawName(name: string, ink: Palette, vh: number, old: boolean): CrewName {
  const image = document.createElement('canvas')
  const pen = image.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-text') || 'sans-serif'
  const font = `500 ${CREW.name * vh}px ${family}`
  pen.font = font
  const width = Math.ceil(pen.measureText(name).width + 0.6 * vh)
  image.width = width
  image.height = Math.ceil(CREW.height * vh)
  pen.font = font
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 0.5 * vh
  pen.strokeStyle = ink['map-halo']
  pen.strokeText(name, 0.3 * vh, image.height / 2)
  pen.fillStyle = old ? ink['text-3'] : ink['text-1']
  pen.fillText(name, 0.3 * vh, image.height / 2)
  return { image, width }
}

/** The dot of a crew as a small picture with its middle in the middle: hundreds of rings drawn anew four times a second would keep a screen busy. */
export function drawDot(ink: Palette, vh: number, old: boolean): HTMLCanvasElement {
  const image = document.createElement('canvas')
  const pen = image.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  const middle = Math.ceil((CREW.radius + CREW.line) * vh + 1)
  image.width = image.height = 2 * middle
  pen.beginPath()
  pen.arc(middle, middle, CREW.radius * vh, 0, 2 * Math.PI)
  pen.fillStyle = ink['n-1']
  pen.fill()
  pen.strokeStyle = ink['mark-edge']
  pen.lineWidth = (CREW.line + 0.18) * vh
  pen.stroke()
  pen.strokeStyle = old ? ink.unknown : ink['text-1']
  pen.lineWidth = CREW.line * vh
  if (old) pen.setLineDash([0.5 * vh, 0.28 * vh])
  pen.stroke()
  return image
}

/** A crew on the canvas: its dot, and its name where there is room for one. */
export interface CrewMark extends Painted {
  images: readonly HTMLCanvasElement[]
}

export interface CrewLook {
  dot: HTMLCanvasElement
  name: CrewName
  /** Another text for another look. */
  key: string
}

/** A crew at a place of the canvas, on whole pixels: less than one moves nothing. */
export function crewMark(
  id: string,
  at: readonly [number, number],
  look: CrewLook,
  side: Side | undefined,
  vh: number,
): CrewMark {
  const [x, y] = [Math.round(at[0]), Math.round(at[1])]
  const { dot, name } = look
  const key = `${x},${y},${side},${look.key}`
  const boxes: Box[] = [[x - dot.width / 2, y - dot.width / 2, dot.width, dot.width]]
  if (side === undefined) return { id, key, boxes, images: [dot] }
  const [left, top] = boxAt({ at: [x, y], width: name.width }, side, CREW.dot * vh, name.image.height)
  boxes.push([Math.round(left), Math.round(top), name.width, name.image.height])
  return { id, key, boxes, images: [dot, name.image] }
}

export function drawMark(pen: CanvasRenderingContext2D, { boxes, images }: CrewMark): void {
  for (const [index, image] of images.entries()) {
    const [x = 0, y = 0] = boxes[index] ?? []
    pen.drawImage(image, x, y)
  }
}

/** Where crews came from, dotted. */
export function drawTrails(
  pen: CanvasRenderingContext2D,
  trails: readonly (readonly (readonly [number, number])[])[],
  ink: Palette,
  vh: number,
): void {
  pen.beginPath()
  for (const [first, ...rest] of trails) {
    if (!first) continue
    pen.moveTo(first[0], first[1])
    for (const [x, y] of rest) pen.lineTo(x, y)
  }
  pen.lineCap = pen.lineJoin = 'round'
  pen.setLineDash([0.01, 0.72 * vh])
  pen.lineWidth = 0.3 * vh
  pen.globalAlpha = 0.6
  pen.strokeStyle = ink['text-1']
  pen.stroke()
  pen.globalAlpha = 1
  pen.setLineDash([])
}
