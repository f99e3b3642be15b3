import type { LayerSpecification } from 'maplibre-gl'
import { areaFill, areaName, areaOutline } from './areas.ts'
import { type AssetContext, hasMarks, shines, TIERS, type Tier } from './asset-context.ts'
import { loneDots, loneMarks, loudClusters, loudCounts, quietClusters, quietCounts } from './clusters.ts'
import { lightCore, lightPool, townShine } from './lights.ts'
import { lineReach, lineStroke } from './lines.ts'
import { loudMarks, loudNames, quietDots, quietIcons, quietNames } from './marks.ts'

/** As road-names.ts has it. */
const STREETS_NAMED_FROM = 15

/** The map layers of one catalogue layer, by where they lie between the groups of the base map. */
export interface AssetGroups {
  /** Under the streets. */
  areas: LayerSpecification[]
  /** Over the streets, under the names. */
  lines: LayerSpecification[]
  lights: LayerSpecification[]
  /** Of what is well, under it. */
  quietCounts: LayerSpecification[]
  /** What is well, under the names. */
  quiet: LayerSpecification[]
  names: LayerSpecification[]
  /** Over the names of the base map. */
  titles: LayerSpecification[]
}

/** Everything follows from the layer's definition: a new layer of the catalogue needs no code. */
export function assetLayers(context: AssetContext): AssetGroups {
  const { layer, theme } = context
  const marks = hasMarks(layer)
  const area = layer.geometry === 'polygon'
  // Grids wider than a block, which are there before any street is named, have their names before the streets'.
  const isDistrict = area && !marks && layer.detailZoom < STREETS_NAMED_FROM
  const lamps = shines(layer) && layer.geometry === 'point'
  const night = lamps && theme === 'dark'
  const when = (yes: boolean, ...list: ((of: AssetContext) => LayerSpecification)[]) =>
    yes ? list.map((of) => of(context)) : []
  return {
    areas: [...when(area, areaFill), ...when(area && marks, areaOutline)],
    // A grid is nothing but its borders: they are not hidden by buildings.
    lines: [...when(area && !marks, areaOutline), ...when(layer.geometry === 'line', lineReach, lineStroke)],
    lights: [...when(night, townShine, lightPool), ...when(lamps, lightCore)],
    quietCounts: when(marks, quietCounts),
    quiet: when(marks, loneDots, quietClusters, quietDots, quietIcons),
    titles: when(isDistrict, areaName),
    names: [...when(area && !isDistrict, areaName), ...when(layer.geometry === 'point', quietNames)],
  }
}

/** What asks for something, over everything: the marks of all layers from quiet to loud, under them their counts in the same order, and
 *  under these their names. MapLibre finds room from the top down, so each gives way to all that lies over it. */
export function loudLayers(contexts: readonly AssetContext[]): LayerSpecification[] {
  const marked = contexts.filter(({ layer }) => hasMarks(layer))
  const points = marked.filter(({ layer }) => layer.geometry === 'point')
  const each = (of: readonly AssetContext[], ...list: ((of: AssetContext, tier: Tier) => LayerSpecification)[]) =>
    TIERS.flatMap((tier) => list.flatMap((draw) => of.map((context) => draw(context, tier))))
  return [...each(points, loudNames), ...each(marked, loudCounts), ...each(marked, loudClusters, loneMarks, loudMarks)]
}
