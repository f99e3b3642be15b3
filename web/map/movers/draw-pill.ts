import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import { PILL_HEIGHT } from './lay-pills.ts'
import type { Mover } from './mover.ts'

export type PillLook = 'plain' | 'stale' | 'chosen' | 'target'

interface Pill {
  /** CSS pixels. */
  width: number
  image: HTMLCanvasElement
}

/** Room for the line, which is drawn half outside. */
export const PILL_BLEED = 2
const PADDING = 10
const RANK = { radius: 8, room: 15 }
/** Of a shift's ages and names; more are drawn anew. */
const MOST_KEPT = 800

const kept = new Map<string, Pill>()

/** Forgets what was drawn: the font has come. */
export const forgetPills = (): void => kept.clear()

/** The pill of a mover as a small picture, drawn once: words cost more than all else that moves. */
export function pillOf(
  { label, rank }: Pick<Mover, 'label' | 'rank'>,
  look: PillLook,
  ink: Palette,
  theme: Theme,
): Pill {
  const ratio = window.devicePixelRatio
  const key = `${theme}|${look}|${rank ?? ''}|${ratio}|${label}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const image = document.createElement('canvas')
  const pen = image.getContext('2d')
  if (!pen) throw new Error('this browser draws on no canvas')
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-text') || 'sans-serif'
  pen.font = `12px ${font}`
  const room = rank === null ? 0 : RANK.room
  const width = Math.ceil(pen.measureText(label).width) + 2 * PADDING + room
  image.width = (width + 2 * PILL_BLEED) * ratio
  image.height = (PILL_HEIGHT + 2 * PILL_BLEED) * ratio
  pen.scale(ratio, ratio)
  pen.translate(PILL_BLEED, PILL_BLEED)
  drawBox(pen, width, look, ink)
  pen.textBaseline = 'middle'
  pen.font = `12px ${font}`
  pen.fillStyle = look === 'target' ? ink['on-accent'] : look === 'stale' ? ink['unknown-ink'] : ink['text-1']
  pen.fillText(label, PADDING + room, PILL_HEIGHT / 2 + 0.5)
  if (rank !== null) {
    pen.font = `700 12px ${font}`
    drawRank(pen, rank, look, ink)
  }
  const pill = { width, image }
  kept.set(key, pill)
  return pill
}

function drawBox(pen: CanvasRenderingContext2D, width: number, look: PillLook, ink: Palette): void {
  const line = { plain: ink['text-1'], stale: ink.unknown, chosen: ink.accent, target: ink.accent }[look]
  pen.beginPath()
  pen.roundRect(0, 0, width, PILL_HEIGHT, PILL_HEIGHT / 2)
  pen.fillStyle = look === 'target' ? ink.accent : ink['n-2']
  pen.fill()
  pen.strokeStyle = line
  pen.lineWidth = look === 'plain' || look === 'stale' ? 1.5 : 2.5
  if (look === 'stale') pen.setLineDash([3, 3])
  pen.stroke()
  pen.setLineDash([])
}

function drawRank(pen: CanvasRenderingContext2D, rank: number, look: PillLook, ink: Palette): void {
  const middle = PILL_HEIGHT / 2
  pen.beginPath()
  pen.arc(middle + 1, middle, RANK.radius, 0, 2 * Math.PI)
  pen.fillStyle = look === 'target' ? ink['on-accent'] : ink.accent
  pen.fill()
  pen.fillStyle = look === 'target' ? ink.accent : ink['on-accent']
  pen.textAlign = 'center'
  pen.fillText(String(rank), middle + 1, middle + 0.5)
}
