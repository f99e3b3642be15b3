import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { projectorOf } from '../../map/movers/projector.ts'
import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import { crewLooks } from './crew-looks.ts'
import type { WallCrew } from './crew-way.ts'
import { CREW, type CrewMark, crewMark, drawMark, drawTrails } from './draw-crews.ts'
import { MAP_HEIGHT, mercator } from './fit-view.ts'
import { at, type Glide, glideTo, isGliding } from './glide.ts'
import { type Box, layNames, type Side } from './lay-names.ts'
import { repaint } from './repaint.ts'

/** At 40 km/h a crew goes half a pixel of 4K in that time. */
const FRAME_MS = 100
/** Hundreds of them would keep the screen busy with nothing else. */
const CROWD_FRAME_MS = 250
/** Of a crowd trails would be a scribble. */
const MOST_TRAILS = 40
/** Names find another side, and trails grow, so often at most; and after the camera has stood still for so long. */
const LAY_MS = 2_000
const REST_MS = 250
/** From the middle of a case's mark to its edge, in vh. */
const CASE = 1.6
/** So many holes cost more than to begin anew. */
const MOST_HOLES = 60

export interface WallCrews {
  over(surface: MapSurface | null): void
  show(crews: readonly WallCrew[], theme: Theme, still: boolean): void
  /** Where cases are marked, which names are not to cover. */
  spare(cases: readonly LngLat[]): void
  /** Where late cases are told in words, in vh of this screen: no name stands there. */
  keepOff(words: readonly Box[]): void
  destroy(): void
}

/** The crews over the map, on canvases of their own. While they glide the map under them stands still, and of the canvas only what moved by a pixel
 *  is drawn anew, 10 times a second at most, of a crowd 4; while nobody moves nothing is drawn at all. */
export function openCrews(canvas: HTMLCanvasElement, trails: HTMLCanvasElement): WallCrews {
  let surface: MapSurface | null = null
  let leave = (): void => undefined
  let crews: readonly WallCrew[] = []
  let cases: readonly LngLat[] = []
  let words: readonly Box[] = []
  let theme: Theme = 'dark'
  const [glides, looks] = [new Map<string, Glide>(), crewLooks()]
  let sides = new Map<string, Side>()
  let marks: CrewMark[] = []
  let [width, height, laidAt, view] = [0, 0, Number.NEGATIVE_INFINITY, '']
  let frame: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  let trailsShown = true
  const showTrails = (shown: boolean): void => {
    if (shown !== trailsShown) trails.style.display = shown ? '' : 'none'
    trailsShown = shown
  }

  const measure = (): void => {
    height = Math.round(canvas.clientHeight * window.devicePixelRatio)
    width = Math.round(canvas.clientWidth * window.devicePixelRatio)
    if (canvas.width === width && canvas.height === height) return
    for (const one of [canvas, trails]) [one.width, one.height] = [width, height]
    marks = []
    laidAt = Number.NEGATIVE_INFINITY
  }
  /** From Mercator to the canvas. */
  const projector = (over: MapSurface) => {
    const [project, scale] = [projectorOf(over), height / MAP_HEIGHT]
    return (place: readonly [number, number]): readonly [number, number] => {
      const [x, y] = project(place)
      return [x * scale, y * scale]
    }
  }

  /** `whole`: what was drawn is of another view. */
  const draw = (whole: boolean): void => {
    const pen = canvas.getContext('2d')
    if (!pen || height === 0) return
    const next = surface ? marksOf(surface) : []
    const { clear, draw: fresh } = repaint(marks, next)
    const isAll = whole || clear.length > MOST_HOLES
    for (const [x, y, w, h] of isAll ? [[0, 0, width, height] as const] : clear) pen.clearRect(x, y, w, h)
    for (const mark of isAll ? next : fresh) drawMark(pen, mark)
    marks = next
    goOn()
  }
  const marksOf = (over: MapSurface): CrewMark[] => {
    const [vh, now, onCanvas] = [height / 100, Date.now(), projector(over)]
    const far = 20 * vh
    const near = crews.flatMap((crew) => {
      const glide = glides.get(crew.id)
      const spot = onCanvas(glide ? at(glide, now) : mercator(crew.lngLat))
      const isFar = spot[0] < -far || spot[1] < -far || spot[0] > width + far || spot[1] > height + far
      return isFar ? [] : [{ id: crew.id, at: spot, look: looks.of(crew, theme, vh) }]
    })
    if (rest === undefined && now - laidAt > LAY_MS) {
      laidAt = now
      const named = near.map((one) => ({ id: one.id, at: one.at, width: one.look.name.width }))
      const half = CASE * vh
      const marked = cases.map((place): Box => {
        const [x, y] = onCanvas(mercator(place))
        return [x - half, y - half, 2 * half, 2 * half]
      })
      const told = words.map(([x, y, w, h]): Box => [x * vh, y * vh, w * vh, h * vh])
      sides = layNames(named, { dot: CREW.dot * vh, height: CREW.height * vh }, sides, { marks: marked, words: told })
      layTrails(onCanvas, vh)
    }
    return near.map((one) => crewMark(one.id, one.at, one.look, sides.get(one.id), vh))
  }
  const layTrails = (onCanvas: ReturnType<typeof projector>, vh: number): void => {
    const isShown = crews.length > 0 && crews.length <= MOST_TRAILS
    showTrails(isShown)
    const pen = isShown ? trails.getContext('2d') : null
    if (!pen) return
    pen.clearRect(0, 0, width, height)
    drawTrails(
      pen,
      crews.map(({ trail }) => trail.map((place) => onCanvas(mercator(place)))),
      paletteOf(theme),
      vh,
    )
  }
  const goOn = (): void => {
    const now = Date.now()
    const isMoving = crews.some(({ id }) => {
      const glide = glides.get(id)
      return glide !== undefined && isGliding(glide, now)
    })
    if (!isMoving || frame !== undefined) return
    const again = (): void => {
      frame = undefined
      draw(false)
    }
    frame = setTimeout(again, crews.length > MOST_TRAILS ? CROWD_FRAME_MS : FRAME_MS)
  }

  /** The map drew: crews go with it where it moved. Trails stay away until it stands. */
  const follow = (): void => {
    const now = JSON.stringify(surface?.view())
    if (now === view) return
    view = now
    showTrails(false)
    clearTimeout(rest)
    rest = setTimeout(() => {
      rest = undefined
      anew()
    }, REST_MS)
    draw(true)
  }
  /** Each name looks for the best side of what is there now: it keeps none that it had in another view, or before all around it was known. */
  const anew = (): void => {
    sides = new Map()
    laidAt = Number.NEGATIVE_INFINITY
    measure()
    draw(true)
  }
  const fontsCame = (): void => {
    looks.forget()
    anew()
  }
  document.fonts.addEventListener('loadingdone', fontsCame)
  addEventListener('resize', anew)

  return {
    over: (next) => {
      leave()
      surface = next
      leave = next?.onDraw(follow) ?? (() => undefined)
      anew()
    },
    show: (next, look, still) => {
      const isOther = look !== theme || next.length !== crews.length
      crews = next
      theme = look
      const now = Date.now()
      for (const { id, lngLat } of next) glides.set(id, glideTo(glides.get(id), lngLat, now, still))
      const ids = new Set(next.map(({ id }) => id))
      for (const id of glides.keys()) if (!ids.has(id)) glides.delete(id)
      if (isOther) anew()
      else if (frame === undefined) draw(false)
    },
    spare: (next) => {
      cases = next
      if (crews.length > 0) anew()
    },
    keepOff: (next) => {
      words = next
      if (crews.length > 0) anew()
    },
    destroy: () => {
      leave()
      clearTimeout(frame)
      clearTimeout(rest)
      removeEventListener('resize', anew)
      document.fonts.removeEventListener('loadingdone', fontsCame)
    },
  }
}
