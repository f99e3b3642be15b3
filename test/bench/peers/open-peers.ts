import type { Ground } from '../city/ground.ts'
import { startChild } from '../measure/child.ts'
import { cpuOfTrees } from '../measure/process-cpu.ts'
import type { Peer } from './peer.ts'
import { startMapServer } from './start-mapserver.ts'
import { startPostGis } from './start-postgis.ts'

export interface Peers {
  list: Peer[]
  stop(): Promise<void>
}

export const NO_PEERS: Peers = { list: [], stop: () => Promise.resolve() }

/** Every peer that is installed, over the ground's things. */
export async function openPeers(ground: Ground, { mapServer: wanted = true } = {}): Promise<Peers> {
  const begun: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const one of begun.reverse()) await one.stop()
  }
  try {
    const postgis = await startPostGis(ground)
    if (!postgis) return { list: [], stop }
    begun.push(postgis)
    const route = await startChild<number>(new URL('./serve-postgis.ts', import.meta.url), [postgis.url])
    begun.push(route)
    const list: Peer[] = [
      {
        name: 'PostGIS',
        version: postgis.version,
        port: route.ready,
        pathOf: ({ path, named }) => `${path}${named ? '?named' : ''}`,
        readCpu: async () => (await route.readCpu()) + cpuOfTrees([postgis.pid]),
      },
    ]
    const mapServer = wanted && (await startMapServer(postgis, ground.layer.id))
    if (mapServer) {
      begun.push(mapServer)
      const query = `mode=tile&tilemode=gmap&layers=${ground.layer.id}&map.imagetype=mvt`
      list.push({
        name: 'MapServer',
        version: mapServer.version,
        port: mapServer.port,
        pathOf: ({ x, y, z, named }) => `/mapserv?map=${named ? 'named' : 'plain'}&${query}&tile=${x}+${y}+${z}`,
        readCpu: () => cpuOfTrees([mapServer.pid, postgis.pid]),
      })
    }
    return { list, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
