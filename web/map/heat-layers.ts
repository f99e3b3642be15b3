import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import type { Theme } from '../theme/theme.ts'
import type { HeatPicture } from './city-map.ts'
import type { HeatCells } from './heat-cells.ts'
import { lngLatOf } from './heat-grid.ts'
import { hatchName } from './images/image-name.ts'

/** Width of the gap between two cells, as a part of a cell. */
const GAP = 0.04
/** Below a tenth of the first step a cell is left out: the kernel's foot would veil the town without saying anything. */
const LEAST = 0.5

type Ring = [number, number][]
type CellData = Exclude<GeoJSONSourceSpecification['data'], string>

/** 0 … steps.length: how many of the borders the value has reached. */
export function stepOf(value: number, steps: readonly number[]): number {
  let step = 0
  while (step < steps.length && value >= (steps[step] as number)) step++
  return step
}

const kept = new WeakMap<HeatCells, { steps: readonly number[]; data: CellData }>()

/** One shape per colour, and one of the cells to hatch. The same cells give the same object, so that nothing is drawn anew. */
export function heatData({ cells, steps, mode }: HeatPicture): CellData {
  const known = kept.get(cells)
  if (known && known.steps === steps) return known.data
  const squares: Ring[][][] = Array.from({ length: steps.length + 1 }, () => [])
  const hatched: Ring[][] = []
  for (let index = 0; index < cells.density.length; index++) {
    const value = cells.density[index] as number
    const uninspected = cells.uninspected?.[index] === 1
    const drawn = (cells.evidence?.[index] ?? value) >= LEAST
    if (!drawn && !uninspected) continue
    const ring = ringOf(cells, index)
    if (drawn) squares[stepOf(value, steps)]?.push([ring])
    if (uninspected) hatched.push([ring])
  }
  const feature = (role: string, step: number, coordinates: Ring[][]) => ({
    type: 'Feature' as const,
    properties: { role, step, mode },
    geometry: { type: 'MultiPolygon' as const, coordinates },
  })
  const features = squares.flatMap((rings, step) => (rings.length > 0 ? [feature('cell', step, rings)] : []))
  if (hatched.length > 0) features.push(feature('uninspected', 0, hatched))
  const data: CellData = { type: 'FeatureCollection', features }
  kept.set(cells, { steps, data })
  return data
}

function ringOf(cells: HeatCells, index: number): Ring {
  const west = cells.west + (index % cells.columns) + GAP / 2
  const south = cells.south + Math.floor(index / cells.columns) + GAP / 2
  const [w, s] = lngLatOf(cells.grid, west, south)
  const [e, n] = lngLatOf(cells.grid, west + 1 - GAP, south + 1 - GAP)
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
}

/** Drawn by MapLibre, not by deck.gl: a town has some 2,000 cells, the names stay above them, and a lost context takes nothing more. */
export const heatSource = (heat: HeatPicture): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: heatData(heat),
  // A cell is a square: simplified or cut at a tile's edge it would show a seam.
  tolerance: 0,
  buffer: 8,
  maxzoom: 16,
})

const ramp = (heat: HeatPicture, ink: Palette): string[] =>
  heat.mode === 'difference'
    ? [ink['diff-m3'], ink['diff-m2'], ink['diff-m1'], ink['diff-0'], ink['diff-p1'], ink['diff-p2'], ink['diff-p3']]
    : [ink['heat-1'], ink['heat-2'], ink['heat-3'], ink['heat-4'], ink['heat-5'], ink['heat-6']]

export function heatLayers(heat: HeatPicture, theme: Theme, ink: Palette): LayerSpecification[] {
  const [first = '', ...rest] = ramp(heat, ink)
  return [
    {
      id: 'heat/cells',
      type: 'fill',
      source: 'heat',
      filter: ['==', ['get', 'role'], 'cell'],
      paint: {
        'fill-color': ['step', ['get', 'step'], first, ...rest.flatMap((colour, i) => [i + 1, colour])] as never,
        'fill-opacity': theme === 'dark' ? 0.72 : 0.68,
        'fill-antialias': false,
      },
    },
    {
      id: 'heat/uninspected',
      type: 'fill',
      source: 'heat',
      filter: ['==', ['get', 'role'], 'uninspected'],
      paint: { 'fill-pattern': hatchName(theme), 'fill-opacity': 0.7 },
    },
    {
      id: 'heat/uninspected-edge',
      type: 'line',
      source: 'heat',
      filter: ['==', ['get', 'role'], 'uninspected'],
      paint: { 'line-color': ink['text-1'], 'line-width': 1, 'line-opacity': 0.7 },
    },
  ]
}
