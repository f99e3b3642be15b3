import type { ErrorEvent, Map as MapLibre } from 'maplibre-gl'
import { retryWait } from './retry-wait.ts'

interface TilePlace {
  z: number
  x: number
  y: number
}

/** What one source still owes. */
interface Debt {
  tiles: Map<string, TilePlace>
  tries: number
  timer?: ReturnType<typeof setTimeout>
}

export interface Failures {
  /** Asks for all tiles of a source again; those in view stay until the new ones are there. */
  refresh(sourceId: string): void
}

/** Tells which sources fail, and asks again for the tiles that they did not give: MapLibre by itself asks for such a tile only once it
 *  has been out of view. */
export function watchFailures(map: MapLibre, onFailing: (sources: string[]) => void): Failures {
  const failing = new Set<string>()
  const debts = new Map<string, Debt>()
  const askAgain = (sourceId: string, debt: Debt): void => {
    clearTimeout(debt.timer)
    debt.timer = undefined
    const tiles = [...debt.tiles.values()]
    debt.tiles.clear()
    if (map.getSource(sourceId)) map.refreshTiles(sourceId, tiles)
  }
  map.on('error', (event) => {
    const { sourceId, tile } = event as ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: TilePlace } } }
    if (!sourceId) return
    if (tile) {
      const debt: Debt = debts.get(sourceId) ?? { tiles: new Map(), tries: 0 }
      const { z, x, y } = tile.tileID.canonical
      debt.tiles.set(`${z}/${x}/${y}`, { z, x, y })
      debt.timer ??= setTimeout(() => askAgain(sourceId, debt), retryWait(debt.tries++))
      debts.set(sourceId, debt)
    }
    if (!failing.has(sourceId)) onFailing([...failing.add(sourceId)])
  })
  map.on('sourcedata', ({ sourceId, tile }) => {
    if (!tile) return
    const debt = debts.get(sourceId)
    if (debt) debt.tries = 0
    if (failing.delete(sourceId)) onFailing([...failing])
  })
  map.on('remove', () => {
    for (const { timer } of debts.values()) clearTimeout(timer)
  })
  return {
    refresh: (sourceId) => {
      if (!map.getSource(sourceId)) return
      // Those that failed go first and one by one: asked for with all others, MapLibre (6.17) waits for them for ever.
      const debt = debts.get(sourceId)
      if (debt) askAgain(sourceId, debt)
      map.refreshTiles(sourceId)
    },
  }
}
