import type { BasemapFeature } from '../city.ts'
import { nest } from '../town/clipping.ts'
import { type HeightGrid, sampleHeights, traceContours } from '../town/contours.ts'
import { type Box, type Line, type Point, polygonArea, type Ring } from '../town/geometry.ts'
import { simplify, simplifyRing } from '../town/line.ts'
import type { Projection } from '../town/projection.ts'

/** The ground that is drawn, metres. */
export const RELIEF_BOX: Box = [-8300, -4800, 8300, 4800]

// North-west, turned a little to the west: the slope above the town faces south, and light from due north-west leaves all of it dark.
const LIGHT_AZIMUTH = (303 * Math.PI) / 180
const TO_LIGHT: Point = [Math.sin(LIGHT_AZIMUTH), Math.cos(LIGHT_AZIMUTH)]

const CONTOUR_STEP = 25
const INDEX_STEP = 100
/** Heights at which a band of the hill tint begins; below the first is valley floor. */
const BANDS = [4050, 4170, 4320, 4490, 4680]
// Less ground than this makes no band of its own, m².
const SMALLEST_HILL = 12000

export function drawRelief(
  heightAt: (place: Point) => number,
  projection: Projection,
): { contours: BasemapFeature[]; hills: BasemapFeature[]; peaks: { place: Point; height: number }[] } {
  const fine = sampleHeights(RELIEF_BOX, 25, (x, y) => heightAt([x, y]))
  return {
    contours: drawContours(fine, projection),
    hills: drawHills(coarser(fine, 3), projection),
    peaks: findPeaks(coarser(fine, 3)),
  }
}

/** Every `factor`-th height of a grid. */
function coarser(grid: HeightGrid, factor: number): HeightGrid {
  const columns = Math.floor((grid.columns - 1) / factor) + 1
  const rows = Math.floor((grid.rows - 1) / factor) + 1
  const heights = new Float32Array(columns * rows)
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      heights[j * columns + i] = grid.heights[j * factor * grid.columns + i * factor] as number
  return { ...grid, step: grid.step * factor, columns, rows, heights }
}

function drawContours(grid: HeightGrid, projection: Projection): BasemapFeature[] {
  const levels = levelsOf(grid, CONTOUR_STEP)
  const out: BasemapFeature[] = []
  for (const [z, lines] of traceContours(grid, levels))
    for (const line of lines) {
      if (line.length < 7) continue
      for (const { part, lit } of splitByLight(simplify(line, 2.2), grid))
        out.push({ geometry: projection.line(part), properties: { z, idx: z % INDEX_STEP === 0 ? 1 : 0, lit } })
    }
  return out
}

function levelsOf({ heights }: HeightGrid, step: number): number[] {
  let [low, high] = [Infinity, -Infinity]
  for (const z of heights) {
    if (z < low) low = z
    if (z > high) high = z
  }
  const levels: number[] = []
  for (let z = Math.ceil(low / step) * step; z <= high; z += step) levels.push(z)
  return levels
}

/** −1 turned from the light … 1 turned to it, in halves; flat ground is in between whichever way it falls. */
function lightOn(grid: HeightGrid, [x, y]: Point): number {
  const i = Math.max(1, Math.min(grid.columns - 2, Math.round((x - grid.west) / grid.step)))
  const j = Math.max(1, Math.min(grid.rows - 2, Math.round((y - grid.south) / grid.step)))
  const at = (di: number, dj: number) => grid.heights[(j + dj) * grid.columns + i + di] as number
  const dx = (at(1, 0) - at(-1, 0)) / (2 * grid.step)
  const dy = (at(0, 1) - at(0, -1)) / (2 * grid.step)
  return Math.tanh(-(dx * TO_LIGHT[0] + dy * TO_LIGHT[1]) * 3.2)
}

/** Stretches between two changes of light. Light is smoothed along the line, or it would change at every rib. */
function splitByLight(line: Line, grid: HeightGrid): { part: Line; lit: number }[] {
  const raw = line.slice(1).map((p, i) => {
    const before = line[i] as Point
    return lightOn(grid, [(p[0] + before[0]) / 2, (p[1] + before[1]) / 2])
  })
  const classes = raw.map((_, i) => {
    const near = raw.slice(Math.max(0, i - 3), i + 4)
    return Math.round((near.reduce((a, b) => a + b, 0) / near.length) * 2) / 2 + 0
  })
  const parts: { part: Line; lit: number }[] = []
  classes.forEach((lit, i) => {
    const open = parts[parts.length - 1]
    if (open?.lit === lit) open.part.push(line[i + 1] as Point)
    else parts.push({ part: [line[i] as Point, line[i + 1] as Point], lit })
  })
  return parts
}

/** Each band covers all ground above its height, so a higher one is drawn over a lower: `band` gives the order. */
function drawHills(grid: HeightGrid, projection: Projection): BasemapFeature[] {
  const walled = walledIn(grid)
  const lines = traceContours(walled, BANDS)
  return BANDS.flatMap((level, i) =>
    nest(
      (lines.get(level) ?? [])
        .map((ring): Ring => simplifyRing(ring.slice(0, -1), 6))
        .filter((ring) => ring.length > 2),
    )
      .filter((polygon) => polygonArea(polygon) > SMALLEST_HILL)
      .map((polygon) => ({ geometry: projection.polygon(polygon), properties: { band: i + 1, from: level } })),
  )
}

/** With low ground all round, so that every line closes. */
function walledIn(grid: HeightGrid): HeightGrid {
  const heights = grid.heights.slice()
  for (let i = 0; i < grid.columns; i++) heights[i] = heights[(grid.rows - 1) * grid.columns + i] = 0
  for (let j = 0; j < grid.rows; j++) heights[j * grid.columns] = heights[(j + 1) * grid.columns - 1] = 0
  return { ...grid, heights }
}

/** Tops that rise over everything within a kilometre or so. */
function findPeaks({ columns, rows, heights, west, south, step }: HeightGrid): { place: Point; height: number }[] {
  const reach = 9
  const peaks: { place: Point; height: number }[] = []
  for (let j = reach; j < rows - reach; j++)
    for (let i = reach; i < columns - reach; i++) {
      const height = heights[j * columns + i] as number
      if (height < 4420) continue
      let top = true
      for (let dj = -reach; dj <= reach && top; dj++)
        for (let di = -reach; di <= reach; di++)
          if ((heights[(j + dj) * columns + i + di] as number) > height) {
            top = false
            break
          }
      if (top) peaks.push({ place: [west + i * step, south + j * step], height: Math.round(height) })
    }
  return peaks
}
