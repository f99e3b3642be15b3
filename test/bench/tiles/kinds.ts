import type { Child } from '../measure/child.ts'
import { type Asked, type Shot, shoot } from '../measure/shoot.ts'
import type { Peer } from '../peers/peer.ts'
import type { Served } from './serve-tiles.ts'

/** The kinds of request that take turns in each round. All are held against the first, one buffer that never leaves the processor's
 *  cache; `ready-made` is a bare server too, with as many buffers as there are tiles, and so what a tile server could reach at best. */
export function kindsOf(
  { ready, readCpu }: Child<Served>,
  peers: readonly Peer[],
  seconds: number,
): Record<string, () => Promise<Shot>> & { uncached: () => Promise<Shot> } {
  type Tile = Served['tiles'][number]
  const fire = (port: number, { status = 200, headers = (_: Tile): Asked['headers'] => ({}) } = {}) =>
    shoot(
      port,
      ready.tiles.map((tile) => ({ path: tile.path, headers: headers(tile) ?? {} })),
      { seconds, status, readCpu },
    )
  return {
    ceiling: () => shoot(ready.ceiling, [{ path: '/' }], { seconds, readCpu }),
    'ready-made': () => fire(ready.ceiling),
    uncached: () => fire(ready.uncached),
    cached: () => fire(ready.cached),
    'cached, packed': () => fire(ready.cached, { headers: () => ({ 'accept-encoding': 'gzip' }) }),
    'not modified': () => fire(ready.cached, { status: 304, headers: ({ etag }) => ({ 'if-none-match': etag }) }),
    ...Object.fromEntries(
      peers.map((peer) => [
        peer.name,
        () =>
          shoot(
            peer.port,
            ready.tiles.map((tile) => ({ path: peer.pathOf(tile) })),
            { seconds, readCpu: peer.readCpu },
          ),
      ]),
    ),
  }
}
