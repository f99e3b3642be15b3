import { setImmediate } from 'node:timers/promises'
import type { CityMemory } from '../city/city.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { LayerMemory } from '../city/layer-memory.ts'
import { pointInside } from '../city/point-inside.ts'
import type { CensusQuality, CensusRules } from '../contract/census.ts'
import { type CensusThing, checkCensus } from '../insight/census/check-census.ts'
import { AreaIndex } from '../insight/spots/area-index.ts'

/** Of each kind; whoever has more mistakes begins with these. */
export const MOST_TOLD = 2_000
/** A wall's pulse comes every second: others wait no longer than this. */
const SLICE_MS = 8
/** A city of 300,000 takes seconds, and changes all the time. */
const KEPT_MS = 60_000

export interface CensusNeeds {
  area: string
  memory: Pick<CityMemory, 'seq' | 'layer' | 'layers' | 'past'>
  now: () => Date
  rules: CensusRules
}

interface Kept {
  tags: string
  beganMs: number
  quality: Promise<CensusQuality>
}

const kept = new WeakMap<object, Kept>()

/** The census looked over, in slices between which others are served. Who asks while it is going on waits for the same one; afterwards it is kept for a
 *  minute, or for as long as nothing changes.
 *  Throws TooManyPasts. */
export function censusQuality(needs: CensusNeeds): Promise<CensusQuality> {
  const { memory, now } = needs
  const tags = layersOf(memory)
    .map(({ tag }) => tag)
    .join()
  const last = kept.get(memory)
  const nowMs = now().getTime()
  if (last && (last.tags === tags || nowMs - last.beganMs < KEPT_MS)) return last.quality
  const quality = lookOver(needs)
  kept.set(memory, { tags, beganMs: nowMs, quality })
  quality.catch(() => kept.delete(memory))
  return quality
}

async function lookOver(needs: CensusNeeds): Promise<CensusQuality> {
  const { area, now, rules } = needs
  const asOf = now().toISOString()
  const picture = await standStill(needs.memory)
  const grids = ringsOf(picture.layer('unit-grids'))
  const index = new AreaIndex(grids)
  const inGrid = grids.length > 0 ? (lng: number, lat: number): boolean => index.at(lng, lat) !== '' : null
  const frame = { area, inGrid, mandatory: mandatoryOf(picture, rules), rules }
  const steps = checkCensus(thingsOf(picture), frame, MOST_TOLD)
  let until = performance.now() + SLICE_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { asOf, area, ...step.value, rules }
    if (performance.now() < until) continue
    await setImmediate()
    until = performance.now() + SLICE_MS
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

const ringsOf = (layer: LayerMemory | undefined): ConstructorParameters<typeof AreaIndex>[0] =>
  [...(layer?.all() ?? [])].flatMap(({ id, geometry }) =>
    geometry.type === 'Polygon'
      ? [{ id, rings: geometry.coordinates }]
      : geometry.type === 'MultiPolygon'
        ? [{ id, rings: geometry.coordinates.flat() }]
        : [],
  )
