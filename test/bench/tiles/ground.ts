import { fileURLToPath } from 'node:url'
import { makeSuo } from '../../../data/cities/suo/make-town.ts'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { type CodeRegistry, registryOf } from '../../../server/contract/code-registry.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { madeDistrict } from './made-district.ts'

/** What is measured on: a layer and its things. They are made anew each time and not kept, for a heap full of them would make
 *  each collection of garbage dear, which no server does. */
export interface Ground {
  layer: Layer
  assets(): Iterable<Asset>
  codes: CodeRegistry
}

/** `single`: drawn singly from zoom 13 on, spread so that a tile has some 110 kB on average, as in the trial that set the floor. */
export const GROUNDS = {
  'suo, as catalogued': { count: 0, single: false, metres: 0 },
  '300,000, as catalogued': { count: 300_000, single: false, metres: 7_500 },
  '300,000, all single': { count: 300_000, single: true, metres: 27_000 },
} as const
export type GroundName = keyof typeof GROUNDS

const DATA = fileURLToPath(new URL('../../../data', import.meta.url))

export async function groundOf(name: GroundName): Promise<Ground> {
  const { count, single, metres } = GROUNDS[name]
  const codes = registryOf(await loadCodes(`${DATA}/codes`))
  const catalogue = await loadCatalogue(`${DATA}/catalogue`, codes, await loadRules(`${DATA}/rules`))
  const lights = catalogue.find(({ id }) => id === 'streetlights')
  if (!lights) throw new Error('the catalogue has no streetlights')
  const layer = single ? { ...lights, detailZoom: 13 } : lights
  const statuses = lights.statuses.map(({ id }) => id)
  return {
    layer,
    codes,
    assets: () => (count === 0 ? lampsOfSuo(layer) : madeDistrict(layer.id, count, metres, statuses)),
  }
}

const lampsOfSuo = ({ id, edition }: Layer): Asset[] =>
  makeSuo()
    .assets.filter(({ layer }) => layer === id)
    .map((made) => ({
      ...made,
      edition,
      sourceCrs: 'WGS84',
      source: 'made:suo',
      changedAt: '2026-11-01T08:00:00+08:00',
    }))
