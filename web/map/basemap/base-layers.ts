import type { LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { BaseContext } from './base-context.ts'
import { buildingLines, buildingShadow, buildings, embankment, walls } from './layers/buildings.ts'
import { contours, contoursIndex } from './layers/contours.ts'
import { edge } from './layers/edge.ts'
import { blocks, fields, green, paths, pitches, tanks, trees, yards } from './layers/ground.ts'
import { hills, land, relief } from './layers/land.ts'
import { peakNames, placeNames, townName, villageNames } from './layers/place-names.ts'
import { mainRoadNames, roadPlates, secondaryRoadNames, streetNames } from './layers/road-names.ts'
import { bridgeCasing, bridgeFill, centreLine, ROAD_CLASSES, roadCasing, roadFill } from './layers/roads.ts'
import { bars, channel, river, riverEdge, riverNames, stream, streamLine, streamNames } from './layers/water.ts'

type BaseLayer = (context: BaseContext) => LayerSpecification

/** The order of the base map, from the ground up, in the groups between which the city's own layers lie. */
const GROUND: BaseLayer[] = [
  fields,
  blocks,
  channel,
  bars,
  river,
  riverEdge,
  streamLine,
  green,
  stream,
  yards,
  tanks,
  pitches,
  paths,
  trees,
]

const STREETS: BaseLayer[] = [
  ...ROAD_CLASSES.map((roadClass) => (context: BaseContext) => roadCasing(context, roadClass)),
  bridgeCasing,
  ...ROAD_CLASSES.map((roadClass) => (context: BaseContext) => roadFill(context, roadClass)),
  bridgeFill,
  walls,
  embankment,
  buildingShadow,
  buildings,
  buildingLines,
  centreLine,
]

/** Of two labels in one place the one further down this list stays. */
const NAMES: BaseLayer[] = [
  peakNames,
  streamNames,
  riverNames,
  streetNames,
  secondaryRoadNames,
  placeNames,
  mainRoadNames,
  roadPlates,
  villageNames,
  townName,
]

export interface BaseGroups {
  ground: LayerSpecification[]
  streets: LayerSpecification[]
  names: LayerSpecification[]
}

/** Drawn first of the ground, and ends with the bounds of the city. */
const HILLS = [land, hills, relief, contours, contoursIndex]

/** Of these a plain map has none: what is worked on stands out of it. */
const DETAIL: BaseLayer[] = [
  ...[hills, relief, contours, contoursIndex, fields, yards, tanks, pitches, paths, trees, bars],
  ...[walls, embankment, buildingShadow, buildings, buildingLines, peakNames],
]

/** Without a base map there is the land's colour alone; without relief, no shading. */
export function baseLayers(
  context: BaseContext,
  has: { basemap: boolean; relief: boolean; bounds: Bbox | null },
  detail: 'full' | 'plain' = 'full',
): BaseGroups {
  const wanted = (layer: BaseLayer) => detail === 'full' || !DETAIL.includes(layer)
  const draw = (layers: BaseLayer[]) => layers.filter(wanted).map((layer) => layer(context))
  const ground = has.basemap ? HILLS : [land, relief]
  const ending = has.relief && has.bounds ? [edge] : []
  const shaded = has.relief ? ground : ground.filter((layer) => layer !== relief)
  if (!has.basemap) return { ground: draw([...shaded, ...ending]), streets: [], names: [] }
  return { ground: draw([...shaded, ...ending, ...GROUND]), streets: draw(STREETS), names: draw(NAMES) }
}
