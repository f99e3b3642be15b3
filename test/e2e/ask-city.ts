import type { City } from '../../server/contract/city.ts'
import type { Bbox, Geometry, LngLat } from '../../server/contract/geo.ts'
import type { LayerPicture } from '../../web/api.ts'
import { centreOf } from '../../web/atlas/thing/centre-of.ts'

export interface Thing {
  id: string
  name: string
  status: string
  /** A place inside it. */
  place: LngLat
  properties: Record<string, unknown>
}

interface FeatureAnswer {
  features: { id: string; geometry: Geometry; properties: Record<string, unknown> & { name: string; status: string } }[]
  numberMatched: number
}

/** An answer of the server as JSON; throws unless it is a 200. */
export async function askJson<Answer>(origin: string, path: string): Promise<Answer> {
  const response = await fetch(origin + path, { headers: { accept: 'application/json' } })
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}

export const askCity = (origin: string): Promise<City> => askJson(origin, '/api/city')

export const askLayers = async (origin: string): Promise<LayerPicture[]> =>
  (await askJson<{ layers: LayerPicture[] }>(origin, '/api/layers')).layers

/** Up to 1,000 things of a layer, and how many there are. */
export async function askThings(
  origin: string,
  layer: string,
  bbox?: Bbox,
): Promise<{ things: Thing[]; total: number }> {
  const within = bbox ? `&bbox=${bbox.map((degrees) => degrees.toFixed(6)).join(',')}` : ''
  const answer = await askJson<FeatureAnswer>(origin, `/api/layers/${layer}/features?limit=1000${within}`)
  const things = answer.features.map(({ id, geometry, properties }) => {
    const { name, status } = properties
    return { id, name, status, place: centreOf(geometry), properties }
  })
  return { things, total: answer.numberMatched }
}
