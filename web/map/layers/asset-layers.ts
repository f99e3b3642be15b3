import type { LayerSpecification } from 'maplibre-gl'
import { areaFill, areaName, areaOutline } from './areas.ts'
import { type AssetContext, hasMarks, shines } from './asset-context.ts'
import { loneDots, loneMarks, loudClusters, quietClusters } from './clusters.ts'
import { lightCore, lightPool, townShine } from './lights.ts'
import { lineReach, lineStroke } from './lines.ts'
import { loudMarks, quietDots, quietIcons, thingNames } from './marks.ts'

/** The map layers of one catalogue layer, by where they lie between the groups of the base map. */
export interface AssetGroups {
  /** Under the streets. */
  areas: LayerSpecification[]
  /** Over the streets, under the names. */
  lines: LayerSpecification[]
  lights: LayerSpecification[]
  /** What is well, under the names. */
  quiet: LayerSpecification[]
  names: LayerSpecification[]
  /** What asks for something, over everything and over the layers of all kinds. */
  clusters: LayerSpecification[]
  loud: LayerSpecification[]
}

/** Everything follows from the layer's definition: a new layer of the catalogue needs no code. */
export function assetLayers(context: AssetContext): AssetGroups {
  const { layer, theme } = context
  const marks = hasMarks(layer)
  const lamps = shines(layer) && layer.geometry === 'point'
  const night = lamps && theme === 'dark'
  const when = (yes: boolean, ...list: ((of: AssetContext) => LayerSpecification)[]) =>
    yes ? list.map((of) => of(context)) : []
  return {
    areas: when(layer.geometry === 'polygon', areaFill, areaOutline),
    lines: when(layer.geometry === 'line', lineReach, lineStroke),
    lights: [...when(night, townShine, lightPool), ...when(lamps, lightCore)],
    quiet: when(marks, loneDots, quietClusters, quietDots, quietIcons),
    names: [...when(layer.geometry === 'polygon', areaName), ...when(layer.geometry === 'point', thingNames)],
    clusters: when(marks, loudClusters),
    loud: when(marks, loneMarks, loudMarks),
  }
}
