import type { CityPicture } from '../../city/city-picture.ts'
import type { LayerMemory } from '../../city/layer-memory.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { Placement, PlacementRules, ThingNear } from '../../contract/placement.ts'
import { toCentimetres } from './locate-case.ts'

type Rules = Pick<PlacementRules, 'things' | 'snapMetres'>

/** The thing of the class under a tap. One within reach is it; of two or more a person chooses, the nearest first (D21). */
export function snapAsset(
  { location, code }: { location: LngLat; code: string },
  memory: Pick<CityPicture, 'layer' | 'layers'>,
  rules: Rules,
): Pick<Placement, 'assetId' | 'choices'> {
  const codes = codesOfThings(code, rules)
  const near = layersOfCodes(codes, memory)
    .flatMap((layer) => thingsNear(layer, location, rules.snapMetres))
    .filter((thing) => codes.includes(thing.code))
    .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
  const [only] = near
  return near.length === 1 && only ? { assetId: only.id, choices: [] } : { assetId: null, choices: near }
}

function thingsNear(layer: LayerMemory, at: LngLat, within: number): ThingNear[] {
  return layer.around(at, within).flatMap(({ id, metres }) => {
    const thing = layer.get(id)
    if (!thing) return []
    return [{ id, layer: thing.layer, name: thing.name, code: thing.code, metres: toCentimetres(metres) }]
  })
}

/** The codes of things that a case of this code can be about. A component's code is also that of its 异常 among the matters. */
export const codesOfThings = (code: string, { things }: Pick<Rules, 'things'>): readonly string[] =>
  things[code] ?? [code]

export const layersOfCodes = (codes: readonly string[], memory: Pick<CityPicture, 'layer' | 'layers'>): LayerMemory[] =>
  memory
    .layers()
    .filter((layer) => layer.codes.some(({ code }) => codes.includes(code)))
    .flatMap(({ id }) => memory.layer(id) ?? [])
