import { makeCangshan } from '../../../data/cities/cangshan/make-cangshan.ts'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { type CodeRegistry, registryOf } from '../../../server/contract/code-registry.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { DATA } from '../../../server/root.ts'
import { madeDistrict } from './made-district.ts'

/** What is measured on: a layer and its things. They are made anew each time and not kept, for a heap full of them would make
 *  each collection of garbage dear, which no server does. */
export interface Ground {
  layer: Layer
  assets(): Iterable<Asset>
  codes: CodeRegistry
}

/** The trial that set the floor had its things drawn singly from here on. */
const SINGLE_FROM = 13

/** Spread so that a tile of zoom 13 to 16 has some 110 kB on average, as in that trial: so many things within so many metres, and more
 *  things on more ground, as dense as before. */
const [THINGS, METRES] = [300_000, 27_000]

/** A made district with so many street lamps. */
export async function groundOf(assets: number): Promise<Ground> {
  const { layers, codes } = await readCatalogue()
  const lights = layerIn(layers, 'streetlights')
  const statuses = lights.statuses.map(({ id }) => id)
  return {
    layer: { ...lights, detailZoom: SINGLE_FROM },
    codes,
    assets: () => madeDistrict(lights.id, assets, METRES * Math.sqrt(assets / THINGS), statuses),
  }
}

/** The drains of the demonstration district, half of all its things. */
export async function groundOfCangshan(assets: number): Promise<Ground> {
  const { layers, codes } = await readCatalogue()
  const layer = layerIn(layers, 'drains')
  const since = { sourceCrs: 'WGS84', source: 'made:cangshan', changedAt: '2026-11-01T08:00:00+08:00' } as const
  return {
    layer,
    codes,
    assets: () =>
      makeCangshan({ assets })
        .assets.filter((made) => made.layer === layer.id)
        .map((made) => ({ ...made, ...since, edition: layer.edition })),
  }
}

async function readCatalogue(): Promise<{ layers: Layer[]; codes: CodeRegistry }> {
  const codes = registryOf(await loadCodes(`${DATA}/codes`))
  return { layers: await loadCatalogue(`${DATA}/catalogue`, codes, await loadRules(`${DATA}/rules`)), codes }
}

function layerIn(layers: readonly Layer[], id: string): Layer {
  const layer = layers.find((one) => one.id === id)
  if (!layer) throw new Error(`the catalogue has no layer ${id}`)
  return layer
}
