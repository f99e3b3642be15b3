import type { Palette } from '../../theme/palette.ts'
import { type Box, boxAt, type Side } from './lay-names.ts'

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

export interface CrewDot {
  at: readonly [x: number, y: number]
  stale: boolean
  side: Side | undefined
  name: CrewName
}

/** Draws a crew; the boxes that it covers are put into `covered`, to be cleared before it is drawn elsewhere. */
export function drawCrew(pen: CanvasRenderingContext2D, crew: CrewDot, ink: Palette, vh: number, covered: Box[]): void {
  const [x, y] = crew.at
  const reach = (CREW.radius + CREW.line) * vh + 2
  pen.beginPath()
  pen.arc(x, y, CREW.radius * vh, 0, 2 * Math.PI)
  pen.fillStyle = ink['n-1']
  pen.fill()
  pen.strokeStyle = ink['mark-edge']
  pen.lineWidth = (CREW.line + 0.18) * vh
  pen.stroke()
  pen.strokeStyle = crew.stale ? ink.unknown : ink['text-1']
  pen.lineWidth = CREW.line * vh
  if (crew.stale) pen.setLineDash([0.5 * vh, 0.28 * vh])
  pen.stroke()
  pen.setLineDash([])
  covered.push([x - reach, y - reach, 2 * reach, 2 * reach])
  if (crew.side === undefined) return
  const box = boxAt({ at: crew.at, width: crew.name.width }, crew.side, CREW.dot * vh, crew.name.image.height)
  pen.drawImage(crew.name.image, Math.round(box[0]), Math.round(box[1]))
  covered.push([box[0] - 1, box[1] - 1, box[2] + 2, box[3] + 2])
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
