import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Pixel } from '../map-surface.ts'
import { PILL_BLEED, type PillLook, pillOf } from './draw-pill.ts'
import { type LaidPill, layPills, type Side } from './lay-pills.ts'
import type { Marked, Mover } from './mover.ts'
import { mercator } from './projector.ts'

export interface MoverScene {
  movers: readonly Mover[]
  marked: Marked
  theme: Theme
  ink: Palette
  size: Pixel
  /** Degrees clockwise from north that is up. */
  bearing: number
  project(mercator: Pixel): Pixel
  sides: ReadonlyMap<string, Side>
}

/** Where everything that is in view was drawn. */
export interface DrawnMovers {
  dots: { mover: Mover; at: Pixel }[]
  pills: LaidPill[]
}

const DOT = 5.5
/** Past the edge of the map a pill still reaches into it. */
const BEYOND = 90
/** Steps of a trail shorter than this, px, are not drawn. */
const STEP = 4
const MOST_TRAILS = 40

export function drawMovers(pen: CanvasRenderingContext2D, scene: MoverScene): DrawnMovers {
  const { movers, size, project } = scene
  const dots = movers
    .map((mover) => ({ mover, at: project(mercator(mover.lngLat)) }))
    .filter(({ at: [x, y] }) => x > -BEYOND && y > -BEYOND && x < size[0] + BEYOND && y < size[1] + BEYOND)
    .sort((a, b) => order(b.mover, scene.marked) - order(a.mover, scene.marked))
  drawTrails(pen, withTrail(dots, scene.marked), scene)
  // The first are drawn last, over the others.
  for (const { mover, at } of dots.toReversed()) drawDot(pen, mover, at, scene)
  const looked = new Map(
    dots.map(({ mover }) => [mover.id, pillOf(mover, lookOf(mover, scene.marked), scene.ink, scene.theme)]),
  )
  const pills = layPills(
    dots.map(({ mover, at }) => ({
      ...{ id: mover.id, at, width: looked.get(mover.id)?.width ?? 0 },
      always: mover.rank !== null || mover.id === scene.marked.chosen || mover.id === scene.marked.target,
    })),
    scene.sides,
  )
  for (const { id, box } of pills.toReversed()) {
    const image = looked.get(id)?.image
    if (image)
      pen.drawImage(
        image,
        Math.round(box[0]) - PILL_BLEED,
        Math.round(box[1]) - PILL_BLEED,
        box[2] + 2 * PILL_BLEED,
        box[3] + 2 * PILL_BLEED,
      )
  }
  return { dots, pills }
}

/** Whose pill comes before whose. */
const order = ({ id, rank, stale }: Mover, { chosen, target }: Marked): number =>
  id === target ? 200 : id === chosen ? 150 : rank !== null ? 100 - rank : stale ? 0 : 1

const lookOf = ({ id, stale }: Mover, { chosen, target }: Marked): PillLook =>
  id === target ? 'target' : id === chosen ? 'chosen' : stale ? 'stale' : 'plain'

const places = new WeakMap<readonly LngLat[], Pixel[]>()

function inMercator(trail: readonly LngLat[]): Pixel[] {
  const known = places.get(trail) ?? trail.map(mercator)
  places.set(trail, known)
  return known
}

/** Of a crowd only those that one looks at have a trail: of all together they would be a scribble, and cost more than all else. */
const withTrail = (dots: DrawnMovers['dots'], { chosen, target }: Marked): DrawnMovers['dots'] =>
  dots.length <= MOST_TRAILS
    ? dots
    : dots.filter(({ mover: { id, rank } }) => rank !== null || id === chosen || id === target)

/** All of them in two strokes. */
function drawTrails(pen: CanvasRenderingContext2D, dots: DrawnMovers['dots'], { ink, project }: MoverScene): void {
  pen.beginPath()
  for (const { mover, at } of dots) {
    const points = inMercator(mover.trail)
    let [lastX, lastY] = at
    pen.moveTo(lastX, lastY)
    for (let i = points.length - 1; i >= 0; i--) {
      const [x, y] = project(points[i] as Pixel)
      if (i > 0 && Math.abs(x - lastX) + Math.abs(y - lastY) < STEP) continue
      pen.lineTo(x, y)
      lastX = x
      lastY = y
    }
  }
  pen.lineJoin = pen.lineCap = 'round'
  pen.globalAlpha = 0.5
  pen.strokeStyle = ink['mark-edge']
  pen.lineWidth = 4
  pen.stroke()
  pen.globalAlpha = 0.75
  pen.strokeStyle = ink['text-3']
  pen.lineWidth = 1.6
  pen.stroke()
  pen.globalAlpha = 1
}

function drawDot(pen: CanvasRenderingContext2D, mover: Mover, [x, y]: Pixel, scene: MoverScene): void {
  const { ink, marked, bearing } = scene
  const { headingDeg, stale, id } = mover
  const yours = id === marked.chosen || id === marked.target
  pen.strokeStyle = stale ? ink.unknown : ink['mark-edge']
  pen.lineWidth = 1.5
  pen.fillStyle = stale ? ink['n-2'] : yours ? ink.accent : ink['text-1']
  if (headingDeg !== null && !stale) drawWedge(pen, [x, y], ((headingDeg - bearing) * Math.PI) / 180)
  pen.beginPath()
  pen.arc(x, y, DOT, 0, 2 * Math.PI)
  pen.stroke()
  pen.fill()
}

/** Out of the dot, forwards. */
function drawWedge(pen: CanvasRenderingContext2D, [x, y]: Pixel, angle: number): void {
  const reach = (length: number, off: number): Pixel => [
    x + length * Math.sin(angle + off),
    y - length * Math.cos(angle + off),
  ]
  const [tip, left, right] = [reach(DOT + 7.5, 0), reach(DOT + 2.2, -0.6), reach(DOT + 2.2, 0.6)]
  pen.beginPath()
  pen.moveTo(...tip)
  pen.lineTo(...left)
  pen.lineTo(...right)
  pen.closePath()
  pen.stroke()
  pen.fill()
}
