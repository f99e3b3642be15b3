import { join } from 'node:path'
import { placeRoads } from '../../../data/cities/suo/assets/place-roads.ts'
import { outsideRoads } from '../../../data/cities/suo/outside-roads.ts'
import { makeRiver } from '../../../data/cities/suo/river.ts'
import { numberRoads } from '../../../data/cities/suo/road-ids.ts'
import { makeStreams } from '../../../data/cities/suo/streams.ts'
import { makeNetwork } from '../../../data/cities/suo/street-network.ts'
import { makeValley } from '../../../data/cities/suo/valley.ts'
import { Projection } from '../../../data/cities/town/projection.ts'
import { random } from '../../../data/cities/town/random.ts'
import { Register } from '../../../data/cities/town/register.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { loadSpeeds } from '../../../server/roads/load-speeds.ts'
import { SUO } from '../../support/entries.ts'
import { DATA } from '../catalogue/catalogue-folder.ts'

const SEED = 20317

/** The roads of the demo's county town, without the rest of it. */
export function suoRoads(): Pick<Asset, 'id' | 'geometry' | 'status' | 'fields'>[] {
  const valley = makeValley(SEED)
  const river = makeRiver(valley)
  const streams = makeStreams(valley, river.thread)
  const network = makeNetwork(SEED, valley, river, streams, outsideRoads(valley, streams))
  const register = new Register(SUO)
  placeRoads({
    ids: numberRoads(network, SUO),
    projection: new Projection([93.785, 31.886]),
    register,
    chance: (layer) => random(SEED, `asset ${layer}`),
  })
  return register.assets
}

export const speeds = await loadSpeeds(join(DATA, 'rules'))

/** A road of the town, which lies around 93.78 E, 31.886 N. */
export const roadAt = (
  id: string,
  line: LngLat[],
  { status = 'open', ...fields }: { status?: string } & Asset['fields'] = {},
): Pick<Asset, 'id' | 'geometry' | 'status' | 'fields'> => ({
  id,
  status,
  geometry: { type: 'LineString', coordinates: line },
  fields: { class: 'street', ...fields },
})
