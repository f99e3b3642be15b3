import type { CityMemory } from '../city/city.ts'
import type { LayerMemory } from '../city/layer-memory.ts'
import type { Asset } from '../contract/asset.ts'
import type { Bbox } from '../contract/geo.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import { CELL_METRES, MOST_SPOT_CELLS } from '../contract/spots.ts'
import { inSlices } from '../http/in-slices.ts'
import { badParameter } from '../http/refusals.ts'
import { type CellGrid, makeGrid, originFor, tally } from '../insight/spots/cell-grid.ts'
import { type Settled, settleInSteps } from '../insight/spots/settle-people.ts'

/** The city cut into cells of one size. */
export interface CellFrame {
  grid: CellGrid
  /** The cells that the city's unit grids touch, and who lives there; null where nobody knows. */
  people: ReadonlyMap<number, number | null>
}

const UNIT_GRIDS = 'unit-grids'
const FRAMES_KEPT = 6

/** Frames as they were cut last; cut anew when a unit grid changes. */
export class CityCells {
  readonly #memory: Pick<CityMemory, 'layer' | 'layers'>
  readonly #kept = new Map<string, Promise<CellFrame>>()

  constructor(memory: Pick<CityMemory, 'layer' | 'layers'>) {
    this.#memory = memory
  }

  /** Of somebody's own part of the city. Who asks while it is being cut waits for the same. Refuses more cells than an answer holds. */
  frame(cellMetres: number, scope: Scope | undefined): Promise<CellFrame> {
    const tag = this.#memory.layer(UNIT_GRIDS)?.tag ?? ''
    const key = `${cellMetres} ${tag} ${scope?.areas.join() ?? ''}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const frame = inSlices(this.#cut(cellMetres, scope))
    frame.catch(() => {
      if (this.#kept.get(key) === frame) this.#kept.delete(key)
    })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= FRAMES_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, frame)
    return frame
  }

  /** Ahead of the first who asks: the whole city in cells of the usual size. */
  prepare(): void {
    this.frame(CELL_METRES.standard, undefined).catch(() => undefined)
  }

  *#cut(cellMetres: number, scope: Scope | undefined): Generator<void, CellFrame> {
    const grids = this.#memory.layer(UNIT_GRIDS)
    const bounds = grids?.bounds() ?? this.#boundsOfAll()
    const grid = makeGrid(bounds ? originFor(bounds) : [0, 0], cellMetres)
    const people = yield* settleInSteps(grid, settledIn(grids, scope))
    checkCells(people.size)
    return { grid, people }
  }

  /** The things of these layers by cell; of all point layers where none is named. Throws NobodyWaits when the signal says so. */
  things(
    { grid }: CellFrame,
    layer: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Map<number, number>> {
    return inSlices(this.#count(grid, layer), signal)
  }

  *#count(grid: CellGrid, layer: string | undefined): Generator<void, Map<number, number>> {
    const layers = this.#memory
      .layers()
      .filter(({ id, geometry }) => (layer === undefined ? geometry === 'point' : id === layer))
    const counts = new Map<number, number>()
    for (const { id } of layers) {
      const { lng, lat } = this.#memory.layer(id)?.places() ?? NOWHERE
      for (let from = 0; from < lng.length; from += TALLIED_AT_ONCE) {
        yield
        const some = {
          lng: lng.subarray(from, from + TALLIED_AT_ONCE),
          lat: lat.subarray(from, from + TALLIED_AT_ONCE),
        }
        for (const [cell, count] of tally(grid, some)) counts.set(cell, (counts.get(cell) ?? 0) + count)
      }
    }
    return counts
  }

  #boundsOfAll(): Bbox | undefined {
    const boxes = this.#memory.layers().flatMap(({ id }) => {
      const box = this.#memory.layer(id)?.bounds()
      return box ? [box] : []
    })
    if (boxes.length === 0) return undefined
    return boxes.reduce(([w, s, e, n], [w2, s2, e2, n2]) => [
      ...([Math.min(w, w2), Math.min(s, s2), Math.max(e, e2), Math.max(n, n2)] as const),
    ])
  }
}

const NOWHERE = { lng: new Float64Array(), lat: new Float64Array() }

/** A millisecond's worth. */
const TALLIED_AT_ONCE = 10_000

function* settledIn(grids: Pick<LayerMemory, 'all'> | undefined, scope: Scope | undefined): Generator<Settled> {
  for (const one of grids?.all() ?? []) if (!scope || isInScope(scope, placeOf(one.id))) yield settledOf(one)
}

const placeOf = (unitGrid: string) => ({ unitGrid, contractor: null, crewId: null })

export function checkCells(count: number): void {
  if (count > MOST_SPOT_CELLS)
    throw badParameter(
      'cell',
      `"cell": ${count} cells; at most ${MOST_SPOT_CELLS} are answered. Ask for larger ones.`,
      'too-many-cells',
    )
}

function settledOf({ geometry, fields }: Asset): Settled {
  const people = typeof fields.population === 'number' ? fields.population : null
  if (geometry.type === 'Polygon') return { polygons: [geometry.coordinates], people }
  return { polygons: geometry.type === 'MultiPolygon' ? geometry.coordinates : [], people }
}
