import type { Basemap, BasemapFeature } from '../../city.ts'
import type { Line, Point, Polygon, Ring } from '../../town/geometry.ts'
import type { Projection } from '../../town/projection.ts'
import { random } from '../../town/random.ts'
import { romaniseStreet } from '../../town/romanise.ts'
import { buildBlocks } from '../buildings/build-blocks.ts'
import type { District } from '../district.ts'
import { riversideStrips } from '../riverside.ts'
import { ROAD_SHAPES } from '../road-classes.ts'
import type { Road } from '../streets.ts'
import { findBridges } from './bridges.ts'
import { drawPlaces } from './draw-places.ts'
import { drawRelief } from './draw-relief.ts'
import { bankRoads, bridgeRoads } from './far-bank.ts'
import { plantTrees } from './trees.ts'

const FLOOR_HEIGHT = 3

type Properties = BasemapFeature['properties']

/** The base map's layers, each thing with the small values that a style needs.
 *  @param idOf the id of a road's asset by its name */
export function drawBasemap(district: District, projection: Projection, idOf: (name: string) => string): Basemap {
  const { outline, streets, water, blocks, skeleton } = district
  const area = (polygon: Polygon, properties: Properties): BasemapFeature => ({
    geometry: projection.polygon(polygon),
    properties,
  })
  const ring = (outlined: Ring, properties: Properties) => area([outlined], properties)
  const line = (points: Line, properties: Properties): BasemapFeature => ({
    geometry: projection.line(points),
    properties,
  })
  const isStreet = (place: Point) => district.roads.within(place, 14, (road) => road.width / 2)
  const site = buildBlocks(blocks, random(district.seed, 'buildings'), isStreet)
  const relief = drawRelief(district.heightAt, projection)
  const [north, south] = outline.arms
  return {
    hills: relief.hills,
    contours: relief.contours,
    water: [
      ...outline.river.map((polygon) => area(polygon, { kind: 'river', name: '闽江', name_en: 'Min River' })),
      ...water.surface.map((polygon) => area(polygon, { kind: 'stream' })),
    ],
    waterlines: [
      line(north, { kind: 'river', name: '闽江', name_en: 'Min River' }),
      line(south, { kind: 'river', name: '乌龙江', name_en: 'Wulong River' }),
      ...water.canals.flatMap(({ lines, name }) =>
        lines.map((points) => line(points, { kind: 'stream', name, name_en: romaniseStreet(name) })),
      ),
    ],
    green: [
      ...outline.bars.map((polygon) => area(polygon, { kind: 'wood', name: '' })),
      ...streets.hills.map((hill) => ring(hill.ring, { kind: 'wood', name: hill.name })),
      ...riversideStrips(district).map((strip) => ring(strip.ring, { kind: 'park', name: '' })),
      ...blocks
        .filter(({ use }) => use === 'field')
        .map((block, i) => ring(block.ring, { kind: 'field', tint: i % 5 })),
      ...site.pitches.map((pitch) => ring(pitch.ring, { kind: pitch.kind })),
    ],
    blocks: blocks
      .filter(({ use }) => use !== 'field')
      .map((block) => ring(block.ring, { landuse: block.use, area: Math.round(block.area) })),
    yards: site.yards.map((yard) => ring(yard.ring, { kind: yard.kind })),
    buildings: site.buildings.map(({ ring: house, kind, floors }) =>
      ring(house, { kind, floors, h: floors * FLOOR_HEIGHT }),
    ),
    roads: [...streets.roads, ...bridgeRoads(skeleton), ...bankRoads(outline)].map((road) =>
      line(road.line, roadProperties(road, idOf)),
    ),
    bridges: findBridges(district).map(({ line: points, road }) =>
      line(points, {
        class: road.class,
        rank: ROAD_SHAPES[road.class].rank,
        w: road.width,
        name: road.name,
        name_en: romaniseStreet(road.name),
      }),
    ),
    trees: plantTrees(district).map((place) => ({ geometry: projection.point(place), properties: {} })),
    places: drawPlaces(district, projection),
  }
}

const roadProperties = (road: Road, idOf: (name: string) => string): Properties => ({
  class: road.class,
  rank: ROAD_SHAPES[road.class].rank,
  // The plate says it; a name beside it would say it twice.
  name: road.ref ? '' : road.name,
  name_en: road.ref || road.name === '' ? '' : romaniseStreet(road.name),
  ref: road.ref,
  w: road.width,
  road: idOf(road.name),
})
