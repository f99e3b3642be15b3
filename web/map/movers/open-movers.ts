import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import type { MapSurface, Pixel } from '../map-surface.ts'
import { type DrawnMovers, drawMovers } from './draw-movers.ts'
import { forgetPills } from './draw-pill.ts'
import { isInBox, type Side } from './lay-pills.ts'
import type { Marked, Mover } from './mover.ts'
import { projectorOf } from './projector.ts'

/** New places are drawn so often at most: a crew drives 4 m in that time. */
const GAP_MS = 250

export interface Movers {
  /** Draws over another map; null: over none. */
  over(surface: MapSurface | null): void
  /** `movers` is asked when they are drawn, so that what nobody sees is not reckoned. */
  show(movers: () => readonly Mover[], theme: Theme): void
  mark(marked: Marked): void
  /** The mover whose dot or pill is there. */
  at(pixel: Pixel, reach: number): Mover | undefined
  destroy(): void
}

const NONE: DrawnMovers = { dots: [], pills: [] }

/** What moves, on a canvas of its own over the map: hundreds of new places a second cost a few strokes, and the map under them, its labels and its
 *  thousands of marks stand still. As a source of the map each would have it drawn and its symbols placed anew. */
export function openMovers(canvas: HTMLCanvasElement): Movers {
  let surface: MapSurface | null = null
  let leave = (): void => undefined
  let movers: readonly Mover[] = []
  let latest: (() => readonly Mover[]) | undefined
  let marked: Marked = { chosen: null, target: null }
  let theme: Theme = 'light'
  let drawn = NONE
  let sides: ReadonlyMap<string, Side> = new Map()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: number | undefined
  let lastShown = 0
  /** The gap is over, and new places may be asked for. */
  let due = true

  const draw = (): void => {
    const pen = canvas.getContext('2d')
    if (!pen) return
    if (latest && due) {
      movers = latest()
      latest = undefined
      due = false
    }
    const ratio = window.devicePixelRatio
    const [width, height] = surface?.size() ?? [0, 0]
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio)
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio)
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, width, height)
    if (!surface) return
    const size: Pixel = [width, height]
    const scene = { movers, marked, theme, ink: paletteOf(theme), size, bearing: surface.bearing(), sides }
    drawn = drawMovers(pen, { ...scene, project: projectorOf(surface) })
    sides = new Map(drawn.pills.map(({ id, side }) => [id, side]))
    canvas.dataset.drawn = String(drawn.dots.length)
  }
  const drawSoon = (): void => {
    asked ??= requestAnimationFrame(() => {
      asked = undefined
      draw()
    })
  }
  const drawPaced = (): void => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        due = true
        lastShown = performance.now()
        drawSoon()
      },
      Math.max(0, lastShown + GAP_MS - performance.now()),
    )
  }
  const fontsCame = (): void => {
    forgetPills()
    drawSoon()
  }
  document.fonts.addEventListener('loadingdone', fontsCame)

  return {
    over: (next) => {
      leave()
      surface = next
      leave = next?.onDraw(draw) ?? (() => undefined)
      drawSoon()
    },
    show: (next, look) => {
      latest = next
      const sameLook = look === theme
      theme = look
      if (sameLook) drawPaced()
      else {
        due = true
        drawSoon()
      }
    },
    mark: (next) => {
      if (next.chosen === marked.chosen && next.target === marked.target) return
      marked = next
      drawSoon()
    },
    at: (pixel, reach) => moverAt(drawn, pixel, reach),
    destroy: () => {
      leave()
      clearTimeout(timer)
      if (asked !== undefined) cancelAnimationFrame(asked)
      document.fonts.removeEventListener('loadingdone', fontsCame)
    },
  }
}

/** The dot that is nearest within reach, else the pill. */
export function moverAt({ dots, pills }: DrawnMovers, pixel: Pixel, reach: number): Mover | undefined {
  const far = ({ at }: { at: Pixel }): number => Math.hypot(at[0] - pixel[0], at[1] - pixel[1])
  const near = dots.filter((dot) => far(dot) <= reach).sort((a, b) => far(a) - far(b))[0]
  if (near) return near.mover
  const pill = pills.find(({ box }) => isInBox(pixel, box))
  return dots.find(({ mover }) => mover.id === pill?.id)?.mover
}
