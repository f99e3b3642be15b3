import type { BasemapFeature } from '../../city.ts'
import { nest } from '../../town/clipping.ts'
import { type HeightGrid, sampleHeights, traceContours } from '../../town/contours.ts'
import { type Point, polygonArea } from '../../town/geometry.ts'
import { simplify, simplifyRing } from '../../town/line.ts'
import type { Projection } from '../../town/projection.ts'
import { GROUND_BOX } from '../outline.ts'

const GRID_METRES = 50
const CONTOURS = [20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 250, 300, 350, 400, 450]
const INDEX_STEP = 100
/** Heights at which a band of the hill tint begins. */
const BANDS = [26, 70, 130, 220, 340]
const SMALLEST_HILL = 9000

export function drawRelief(
  heightAt: (place: Point) => number,
  projection: Projection,
): { contours: BasemapFeature[]; hills: BasemapFeature[] } {
  const grid = walledIn(sampleHeights(GROUND_BOX, GRID_METRES, (x, y) => heightAt([x, y])))
  const contours = [...traceContours(grid, CONTOURS)].flatMap(([z, lines]) =>
    lines
      .filter((line) => line.length > 5)
      .map((line) => ({
        geometry: projection.line(simplify(line, 4)),
        properties: { z, idx: z % INDEX_STEP === 0 ? 1 : 0, lit: 0 },
      })),
  )
  const bands = traceContours(grid, BANDS)
  const hills = BANDS.flatMap((from, i) =>
    nest((bands.get(from) ?? []).map((ring) => simplifyRing(ring.slice(0, -1), 8)).filter((ring) => ring.length > 2))
      .filter((polygon) => polygonArea(polygon) > SMALLEST_HILL)
      .map((polygon) => ({ geometry: projection.polygon(polygon), properties: { band: i + 1, from } })),
  )
  return { contours, hills }
}

/** With low ground all round, so that every line closes. */
function walledIn(grid: HeightGrid): HeightGrid {
  const heights = grid.heights.slice()
  for (let i = 0; i < grid.columns; i++) heights[i] = heights[(grid.rows - 1) * grid.columns + i] = 0
  for (let j = 0; j < grid.rows; j++) heights[j * grid.columns] = heights[(j + 1) * grid.columns - 1] = 0
  return { ...grid, heights }
}
