import type { CityMemory } from '../city/city.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { LayerMemory } from '../city/layer-memory.ts'
import { pointInside } from '../city/point-inside.ts'
import type { CensusQuality, CensusRules } from '../contract/census.ts'
import type { Asking } from '../http/ask-book.ts'
import { inSlices } from '../http/in-slices.ts'
import { type CensusFound, type CensusThing, checkCensus } from '../insight/census/check-census.ts'
import { AreaIndex } from '../insight/spots/area-index.ts'

/** Of each kind; whoever has more mistakes begins with these. */
export const MOST_TOLD = 2_000
/** A city of 300,000 takes seconds, and changes all the time. */
const KEPT_MS = 60_000

export interface CensusNeeds {
  area: string
  memory: Pick<CityMemory, 'seq' | 'layer' | 'layers' | 'past'>
  now: () => Date
  rules: CensusRules
}

/** A look over the census, for all who wait for it. */
interface Look {
  tags: string
  beganMs: number
  quality: Promise<CensusQuality>
  /** 0 … 1; undefined once it is over. */
  share: number | undefined
  waiting: number
  stop: AbortController
}

const kept = new WeakMap<object, Look>()

/** The census looked over, in slices between which others are served. Who asks while it is going on waits for the same one; when nobody waits any
 *  longer it ends. Afterwards it is kept for a minute, or for as long as nothing changes.
 *  Throws TooManyPasts, and NobodyWaits when the signal says so and was the last. */
export function censusQuality(needs: CensusNeeds, asking?: Asking): Promise<CensusQuality> {
  const { memory, now } = needs
  const tags = layersOf(memory)
    .map(({ tag }) => tag)
    .join()
  const [last, nowMs] = [kept.get(memory), now().getTime()]
  const isGood = last && !last.stop.signal.aborted && (last.tags === tags || nowMs - last.beganMs < KEPT_MS)
  const look = isGood ? last : begin(needs, tags, nowMs)
  look.waiting++
  asking?.follow(() => look.share ?? 1)
  const signal = asking?.signal
  const leave = (): void => {
    look.waiting--
    if (look.waiting === 0 && look.share !== undefined) look.stop.abort()
  }
  if (signal?.aborted) leave()
  else signal?.addEventListener('abort', leave, { once: true })
  return look.quality
}

function begin(needs: CensusNeeds, tags: string, beganMs: number): Look {
  const look: Omit<Look, 'quality'> = {
    ...{ tags, beganMs, share: 0, waiting: 0, stop: new AbortController() },
  }
  const begun: Look = Object.assign(look, { quality: lookOver(needs, look) })
  kept.set(needs.memory, begun)
  const end = (): void => {
    begun.share = undefined
  }
  begun.quality.then(end, () => {
    end()
    if (kept.get(needs.memory) === begun) kept.delete(needs.memory)
  })
  return begun
}

async function lookOver(needs: CensusNeeds, look: Omit<Look, 'quality'>): Promise<CensusQuality> {
  const { area, now, rules } = needs
  const asOf = now().toISOString()
  const picture = await standStill(needs.memory)
  const found = await inSlices(lookInSteps(picture, needs, look), look.stop.signal)
  return { asOf, area, ...found, rules }
}

function* lookInSteps(
  picture: CityPicture,
  { area, rules }: CensusNeeds,
  look: Omit<Look, 'quality'>,
): Generator<void, CensusFound> {
  const grids = yield* ringsOf(picture.layer('unit-grids'))
  const index = new AreaIndex(grids)
  yield
  const inGrid = grids.length > 0 ? (lng: number, lat: number): boolean => index.at(lng, lat) !== '' : null
  const frame = { area, inGrid, mandatory: mandatoryOf(picture, rules), rules }
  const steps = checkCensus(thingsOf(picture), frame, MOST_TOLD)
  // Each thing is taken up, and then looked at.
  const all = 2 * layersOf(picture).reduce((sum, { count }) => sum + count, 0)
  for (let done = 1; ; done++) {
    const step = steps.next()
    if (step.done) return step.value
    look.share = Math.min(1, done / all)
    yield
  }
}

/** The city as of one row of the log: between slices things change, and one that did would be seen twice or not at all. */
const standStill = (memory: CensusNeeds['memory']): CityPicture | Promise<CityPicture> =>
  memory.seq > 0 ? memory.past(memory.seq) : memory

function* thingsOf(picture: CityPicture): Generator<CensusThing> {
  for (const layer of layersOf(picture))
    for (const { id, code, name, geometry, fields } of layer.all())
      yield {
        ...{ id, code, name, fields, layer: layer.definition.id },
        ...{ location: pointInside(geometry), point: geometry.type === 'Point' },
      }
}

const layersOf = (picture: Pick<CityPicture, 'layers' | 'layer'>): LayerMemory[] =>
  picture.layers().flatMap(({ id }) => picture.layer(id) ?? [])

const mandatoryOf = (picture: CityPicture, rules: CensusRules): Map<string, string[]> =>
  new Map(
    layersOf(picture).map(({ definition: { id, fields } }) => {
      const required = fields.flatMap(({ key, required: must }) => (must ? [key] : []))
      return [id, [...new Set([...required, ...(rules.mandatory[id] ?? [])])]]
    }),
  )

function* ringsOf(layer: LayerMemory | undefined): Generator<void, GridArea[]> {
  const areas: GridArea[] = []
  for (const { id, geometry } of layer?.all() ?? []) {
    yield
    if (geometry.type === 'Polygon') areas.push({ id, rings: geometry.coordinates })
    if (geometry.type === 'MultiPolygon') areas.push({ id, rings: geometry.coordinates.flat() })
  }
  return areas
}

type GridArea = ConstructorParameters<typeof AreaIndex>[0][number]
