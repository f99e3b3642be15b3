import type { MapSurface } from '../../map/map-surface.ts'
import { projectorOf } from '../../map/movers/projector.ts'
import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import type { WallCrew } from './crew-way.ts'
import { CREW, type CrewName, drawCrew, drawName, drawTrails } from './draw-crews.ts'
import { MAP_HEIGHT, mercator } from './fit-view.ts'
import { at, type Glide, glideTo, isGliding } from './glide.ts'
import { type Box, layNames, type Side } from './lay-names.ts'

/** A crew that drives at 40 km/h goes a third of a pixel of 4K in that time. */
const FRAME_MS = 50
/** Hundreds of them would keep the screen busy with nothing else. */
const CROWD_FRAME_MS = 250
/** Of a crowd trails would be a scribble. */
const MOST_TRAILS = 40

export interface WallCrews {
  over(surface: MapSurface | null): void
  show(crews: readonly WallCrew[], theme: Theme, still: boolean): void
  destroy(): void
}

/** The crews over the map, on canvases of their own: while they glide the map under them stands still, and of the canvas only what a crew covers is
 *  drawn anew, 20 times a second, of a crowd 4; while none does nothing is drawn at all. */
export function openCrews(canvas: HTMLCanvasElement, trails: HTMLCanvasElement): WallCrews {
  let surface: MapSurface | null = null
  let leave = (): void => undefined
  let crews: readonly WallCrew[] = []
  let theme: Theme = 'dark'
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: number | undefined
  const glides = new Map<string, Glide>()
  let sides = new Map<string, Side>()
  let covered: Box[] = []
  const names = new Map<string, CrewName>()

  const nameOf = ({ name, stale }: WallCrew, vh: number): CrewName => {
    const key = `${theme}|${vh}|${stale}|${name}`
    const known = names.get(key) ?? drawName(name, paletteOf(theme), vh, stale)
    if (!names.has(key) && names.size > 600) names.clear()
    names.set(key, known)
    return known
  }

  /** Everything: the map moved, or other crews came. */
  const draw = (whole: boolean): void => {
    const [pen, under] = [canvas.getContext('2d'), trails.getContext('2d')]
    if (!pen || !under) return
    const height = Math.round(canvas.clientHeight * window.devicePixelRatio)
    const width = Math.round(canvas.clientWidth * window.devicePixelRatio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = trails.width = width
      canvas.height = trails.height = height
    }
    const [vh, scale, ink, now] = [height / 100, height / MAP_HEIGHT, paletteOf(theme), Date.now()]
    if (whole) pen.clearRect(0, 0, width, height)
    else for (const [x, y, w, h] of covered) pen.clearRect(x, y, w, h)
    covered = []
    if (whole) under.clearRect(0, 0, width, height)
    if (!surface) return
    const project = projectorOf(surface)
    const onCanvas = (place: readonly [number, number]): readonly [number, number] => {
      const [x, y] = project(place)
      return [x * scale, y * scale]
    }
    const dots = crews.map((crew) => {
      const glide = glides.get(crew.id)
      return { id: crew.id, crew, at: onCanvas(glide ? at(glide, now) : mercator(crew.lngLat)), name: nameOf(crew, vh) }
    })
    if (whole) {
      const shown = crews.length <= MOST_TRAILS ? crews : []
      drawTrails(
        under,
        shown.map(({ trail }) => trail.map((place) => onCanvas(mercator(place)))),
        ink,
        vh,
      )
      const sizes = { dot: CREW.dot * vh, height: CREW.height * vh }
      sides = layNames(
        dots.map(({ id, at, name }) => ({ id, at, width: name.width })),
        sizes,
        sides,
      )
    }
    for (const { id, crew, at, name } of dots) {
      if (at[0] < -20 * vh || at[1] < -20 * vh || at[0] > width + 20 * vh || at[1] > height + 20 * vh) continue
      drawCrew(pen, { at, stale: crew.stale, side: sides.get(id), name }, ink, vh, covered)
    }
    if (crews.some(({ id }) => isMoving(id, now))) {
      timer ??= setTimeout(
        () => {
          timer = undefined
          asked ??= requestAnimationFrame(() => {
            asked = undefined
            draw(false)
          })
        },
        crews.length > MOST_TRAILS ? CROWD_FRAME_MS : FRAME_MS,
      )
    }
  }
  const isMoving = (id: string, now: number): boolean => {
    const glide = glides.get(id)
    return glide !== undefined && isGliding(glide, now)
  }
  const drawWhole = (): void => draw(true)
  const fontsCame = (): void => {
    names.clear()
    draw(true)
  }
  document.fonts.addEventListener('loadingdone', fontsCame)

  return {
    over: (next) => {
      leave()
      surface = next
      leave = next?.onDraw(drawWhole) ?? (() => undefined)
      draw(true)
    },
    show: (next, look, still) => {
      crews = next
      theme = look
      const now = Date.now()
      for (const { id, lngLat } of next) glides.set(id, glideTo(glides.get(id), lngLat, now, still))
      for (const id of glides.keys()) if (!next.some((crew) => crew.id === id)) glides.delete(id)
      draw(true)
    },
    destroy: () => {
      leave()
      clearTimeout(timer)
      if (asked !== undefined) cancelAnimationFrame(asked)
      document.fonts.removeEventListener('loadingdone', fontsCame)
    },
  }
}
