import type { ScreenReport } from '../../../server/contract/wall.ts'
import { type Part, partText } from '../part.ts'

/** What a page knows of itself. Instants in Unix ms; 0 for never. */
export interface PageFacts {
  now: number
  fps: number | null
  heapBytes: number | undefined
  nodes: number
  /** Something was heard from the stream. */
  heardAt: number
  /** The figures that stand on the screen came. */
  figuresAt: number
  /** A frame with something new in it was shown. */
  paintedAt: number
  scene: string | null
  build: string
  size: readonly [width: number, height: number]
  part: Part | null
}

/** Figures are asked anew so often at least: younger ones are as good as new. */
const FIGURES_EVERY_MS = 30_000

/** The report of a wall on itself (N13). */
export function buildReport(facts: PageFacts): ScreenReport {
  const { fps, heapBytes, nodes, paintedAt, scene, build, size, part } = facts
  return {
    fps: fps === null ? null : Math.min(1_000, Math.round(fps * 10) / 10),
    heapMB: heapBytes === undefined ? null : Math.round(heapBytes / 1e5) / 10,
    nodes,
    dataAgeS: dataAge(facts),
    lastPixelChangeAt: new Date(paintedAt).toISOString(),
    scene: scene?.slice(0, 41) ?? null,
    build: build.slice(0, 80),
    size: [Math.round(size[0]), Math.round(size[1])],
    part: partText(part),
  }
}

/** Seconds: the stream may flow while the figures stand still, and what is shown is as old as the older of the two. */
function dataAge({ now, heardAt, figuresAt }: PageFacts): number | null {
  if (heardAt === 0) return null
  const behind = figuresAt === 0 ? 0 : now - figuresAt - FIGURES_EVERY_MS
  return Math.max(0, Math.round(Math.max(now - heardAt, behind) / 100) / 10)
}
