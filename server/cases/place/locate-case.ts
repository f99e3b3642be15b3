import type { CityPicture } from '../../city/city-picture.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { Placement } from '../../contract/placement.ts'

/** Places are kept to 1e-7 degrees, some 1.1 cm: what is nearer than this to an edge is on it. */
export const ON_EDGE_METRES = 0.02

export type Located = Pick<Placement, 'unitGrid' | 'responsibilityGrid' | 'street' | 'community' | 'road'>

type Memory = Pick<CityPicture, 'layer'>

/** The grids and the road of a place. On an edge of several grids it belongs to the one with the smallest code, so that it never hangs on
 *  the order in which grids were drawn; in a hole or outside it belongs to none. */
export function locateCase(at: LngLat, memory: Memory, { roadMetres }: { roadMetres: number }): Located {
  const unitGrid = gridAt(at, memory, 'unit-grids')
  return {
    unitGrid,
    responsibilityGrid: responsibilityGridOf(unitGrid, memory) ?? gridAt(at, memory, 'responsibility-grids'),
    street: beginning(unitGrid, 9),
    community: beginning(unitGrid, 12),
    road: roadAt(at, memory, roadMetres),
  }
}

function gridAt(at: LngLat, memory: Memory, layer: string): string | null {
  const grids = memory.layer(layer)?.around(at, ON_EDGE_METRES) ?? []
  return grids.map(({ id }) => id).sort()[0] ?? null
}

/** A unit grid names its responsibility grid: so the two never say different things, also where the drawn edges do. */
function responsibilityGridOf(unitGrid: string | null, memory: Memory): string | undefined {
  const named = unitGrid === null ? undefined : memory.layer('unit-grids')?.get(unitGrid)?.fields.responsibilityGrid
  const known = typeof named === 'string' && memory.layer('responsibility-grids')?.get(named)
  return known ? known.id : undefined
}

const beginning = (unitGrid: string | null, digits: number): string | null =>
  unitGrid !== null && /^\d{15}$/.test(unitGrid) ? unitGrid.slice(0, digits) : null

function roadAt(at: LngLat, memory: Memory, metres: number): Located['road'] {
  const roads = memory.layer('roads')
  const [nearest] = roads?.around(at, metres) ?? []
  if (!roads || !nearest) return null
  return { id: nearest.id, name: roads.get(nearest.id)?.name ?? '', metres: toCentimetres(nearest.metres) }
}

export const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100
