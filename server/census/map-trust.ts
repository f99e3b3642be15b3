import type { CityMemory } from '../city/city.ts'
import type { LayerMemory } from '../city/layer-memory.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'
import {
  accuracyOf,
  ageDaysOf,
  type LayerTrust,
  type TrustMap,
  type TrustPoint,
  type TrustSummary,
} from '../contract/trust.ts'
import { inSlices } from '../http/in-slices.ts'
import { sideFor, sumTrustInSteps, trustCellsInSteps } from '../insight/census/sum-trust.ts'

export interface TrustNeeds {
  memory: Pick<CityMemory, 'layer' | 'layers'>
  now: () => Date
}

/** More are drawn as squares: they would lie over one another, and their letters could not be read. */
const MOST_THINGS = 1_500
const MOST_CELLS = 2_000

const TEXTS = ['source', 'accuracy']

/** All layers by how far their things can be relied on, one at a slice. Throws NobodyWaits. */
export async function sumUpTrust({ memory, now }: TrustNeeds, signal?: AbortSignal): Promise<TrustSummary> {
  const at = now()
  const layers = await inSlices(sumLayers(memory, at.getTime()), signal)
  return { asOf: at.toISOString(), layers }
}

function* sumLayers(memory: TrustNeeds['memory'], nowMs: number): Generator<void, LayerTrust[]> {
  const sums: LayerTrust[] = []
  for (const { id } of memory.layers()) {
    const layer = memory.layer(id)
    if (!layer || layer.count === 0) continue
    const sum = yield* sumTrustInSteps(layer.things({ texts: TEXTS }), nowMs)
    sums.push({ layer: id, graded: isGraded(layer), ...sum })
    yield
  }
  return sums
}

const isGraded = ({ definition }: LayerMemory): boolean => definition.fields.some(({ key }) => key === 'accuracy')

/** The things of a layer in a box, each by itself or in squares. Throws NobodyWaits. */
export async function mapTrust(
  layer: LayerMemory,
  box: Bbox,
  { now, signal }: Pick<TrustNeeds, 'now'> & { signal?: AbortSignal },
): Promise<TrustMap> {
  const at = now()
  const columns = layer.things({ texts: TEXTS, boxes: [box] })
  const head = {
    ...{
      type: 'FeatureCollection' as const,
      asOf: at.toISOString(),
      layer: layer.definition.id,
      things: columns.count,
    },
  }
  if (columns.count > MOST_THINGS) {
    const side = sideFor(box, MOST_CELLS)
    const cells = trustCellsInSteps(columns, at.getTime(), { side, lat: (box[1] + box[3]) / 2 })
    const features = await inSlices(cells, signal)
    return { ...head, cellMetres: side, features }
  }
  const { accuracy } = columns.texts
  const features = Array.from({ length: columns.count }, (_, thing): TrustPoint => {
    const coordinates: LngLat = columns.placeOf(thing)
    const grade = accuracyOf(accuracy?.words[accuracy.of[thing] as number])
    const ageDays = ageDaysOf(columns.changedMs[thing] as number, at.getTime())
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { id: columns.idOf(thing), accuracy: grade, ageDays },
    }
  })
  return { ...head, cellMetres: null, features }
}
