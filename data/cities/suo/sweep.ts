import { buffer, difference, intersection, opened } from '../town/clipping.ts'
import { first, type Polygon, polygonArea, totalArea } from '../town/geometry.ts'
import { chop } from '../town/line.ts'
import { PolygonIndex } from '../town/polygon-index.ts'
import type { River, Waters } from './river.ts'
import type { Building, Site } from './site.ts'
import type { Road } from './street-network.ts'
import { VALLEY, type Valley } from './valley.ts'

// Kept clear of a carriageway and of other walls, m: so that no rounding brings them together again.
const CLEARANCE = 0.3

/** Carriageways and water, where no building may stand. */
export function forbiddenGround(valley: Valley, river: River, waters: Waters, roads: Road[]): PolygonIndex {
  const ground = new PolygonIndex()
  for (const road of roads)
    for (const piece of chop(road.line, 4))
      for (const polygon of buffer([piece], road.width / 2 + CLEARANCE)) ground.add(polygon, undefined)
  for (let s = VALLEY.from; s < VALLEY.to; s += 60)
    ground.add(valley.band(river.northEdge, river.southEdge, s, s + 60), undefined)
  for (const polygon of waters.streams) ground.add(polygon, undefined)
  return ground
}

/** The last word on every kind of building: what stands on a road, in water or on an earlier building is cut back, and
 *  dropped when too little is left. Earlier in the list is stronger. */
export function sweepBuildings(site: Site, forbidden: PolygonIndex): void {
  const standing = new PolygonIndex(60)
  const kept: Building[] = []
  for (const building of site.buildings) {
    const swept = cutBack([building.ring], [...forbidden.near([building.ring]), ...standing.near([building.ring])])
    if (!swept) continue
    standing.add(swept, undefined)
    kept.push({ ...building, ring: first(swept) })
  }
  site.buildings = kept
}

function cutBack(polygon: Polygon, others: { polygon: Polygon }[]): Polygon | undefined {
  const touching = others.filter((other) => totalArea(intersection([polygon], [other.polygon])) > 0.05)
  if (touching.length === 0) return polygon
  const rest = opened(
    touching.reduce((ground, other) => difference(ground, [other.polygon]), [polygon]),
    1.5,
  ).sort((a, b) => polygonArea(b) - polygonArea(a))[0]
  return rest && polygonArea(rest) > 0.5 * polygonArea(polygon) && rest.length === 1 ? rest : undefined
}
