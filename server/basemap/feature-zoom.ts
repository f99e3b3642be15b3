/** The small values of a map feature. */
export type Properties = Record<string, string | number | boolean>

// From which zoom a thing is in the tiles: what would be a speck below it only makes them heavy.
const BY_LAYER: Record<string, number> = {
  hills: 8,
  water: 8,
  waterlines: 9,
  contours: 12,
  green: 12,
  blocks: 12,
  bridges: 12,
  yards: 13,
  buildings: 14,
  walls: 15,
  trees: 15,
}

const BY_KIND: Record<string, Record<string, number>> = {
  water: { stream: 12, pond: 13, bar_grass: 13 },
  green: { track: 14, pitch: 14, garden: 13 },
  yards: { bay: 15, tank: 15, rubble: 14, work: 14 },
  buildings: { shed: 15, stupa: 15 },
  walls: { embankment: 13 },
  places: { town: 8, village: 10, peak: 11 },
}

const ROADS: Record<string, number> = {
  national: 8,
  main: 10,
  secondary: 11,
  track: 11,
  street: 12,
  lane: 13,
  path: 14,
}
/** By rank: the first names of a town appear a zoom after its own. */
const PLACES = [8, 11, 12, 13, 14]
const INDEX_CONTOURS = 10

export function minZoomOf(layer: string, properties: Properties): number {
  const byKind = BY_KIND[layer]?.[String(properties.kind)]
  if (byKind !== undefined) return byKind
  if (layer === 'roads') return ROADS[String(properties.class)] ?? 12
  if (layer === 'places') return PLACES[Number(properties.rank)] ?? 14
  if (layer === 'contours' && properties.idx === 1) return INDEX_CONTOURS
  return BY_LAYER[layer] ?? 12
}
