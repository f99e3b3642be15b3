import type { Basemap, BasemapFeature } from '../city.ts'
import { first, type Line, type Polygon, type Ring } from '../town/geometry.ts'
import { lineLength } from '../town/line.ts'
import type { Projection } from '../town/projection.ts'
import { romaniseStreet } from '../town/romanise.ts'
import type { Town } from './build-town.ts'
import { drawPlaces } from './draw-places.ts'
import { drawRelief } from './draw-relief.ts'
import type { RoadBook } from './road-book.ts'
import { ROAD_SHAPES } from './road-classes.ts'
import type { RoadIds } from './road-ids.ts'
import type { Road } from './street-network.ts'
import { plantTrees } from './trees.ts'
import { VALLEY } from './valley.ts'

const FLOOR_HEIGHT = 3.1

type Properties = BasemapFeature['properties']

/** The base map's layers, each thing with the small values that a style needs. */
export function drawBasemap(town: Town, roads: RoadBook, ids: RoadIds, projection: Projection): Basemap {
  const { site, waters, blocks } = town
  const area = (polygon: Polygon, properties: Properties): BasemapFeature => ({
    geometry: projection.polygon(polygon),
    properties,
  })
  const ring = (outline: Ring, properties: Properties) => area([outline], properties)
  const line = (points: Line, properties: Properties): BasemapFeature => ({
    geometry: projection.line(points),
    properties,
  })
  const relief = drawRelief(town.heightAt, projection)
  return {
    hills: relief.hills,
    contours: relief.contours,
    water: [
      area(waters.channel, { kind: 'channel' }),
      ...waters.river.map((polygon) => area(polygon, { kind: 'river', name: '索曲', name_en: 'Suoqu River' })),
      ...waters.grassBars.map((polygon) => area(polygon, { kind: 'bar_grass' })),
      ...waters.streams.map((polygon) => area(polygon, { kind: 'stream' })),
      ring(town.landfill.pond, { kind: 'pond' }),
    ],
    waterlines: [
      line(riverLabelLine(town), { kind: 'river', name: '索曲', name_en: 'Suoqu River' }),
      // Downhill, so that a name reads with the water.
      ...town.streams.map(({ line: course, name, nameEn }) =>
        line(course.toReversed(), { kind: 'stream', name, name_en: nameEn }),
      ),
    ],
    green: [
      ...town.fields.map(({ polygon, tint }) => area(polygon, { kind: 'field', tint })),
      ...town.greens.map(({ polygon, kind, name }) =>
        area(polygon, { kind: kind === 'riverside' ? 'park' : kind, name }),
      ),
      ...site.pitches.map(({ ring: outline, kind }) => ring(outline, { kind })),
    ],
    blocks: blocks.map((block) =>
      area(block.polygon, {
        landuse: block.use,
        name: block.name,
        district: block.district,
        area: Math.round(block.area),
        population: block.population,
      }),
    ),
    yards: [
      ...blocks.filter(({ use }) => use === 'plaza').map(({ polygon, name }) => area(polygon, { kind: 'plaza', name })),
      ...site.yards.map(({ ring: outline, kind, name, state }) =>
        ring(outline, { kind, ...(name ? { name } : {}), ...(state ? { state } : {}) }),
      ),
      ...town.wasteSites.map(({ ring: outline, name }) => ring(outline, { kind: 'waste', name })),
    ],
    walls: [
      ...site.walls.map(({ ring: outline, kind }) => line([...outline, first(outline)], { kind })),
      ...embankments(town).map((points) => line(points, { kind: 'embankment' })),
    ],
    buildings: site.buildings.map(({ ring: outline, kind, floors }) =>
      ring(outline, { kind, floors, h: Math.round(floors * FLOOR_HEIGHT * 10) / 10 }),
    ),
    roads: [
      ...town.network.roads.map((road) => line(road.line, roadProperties(road, ids))),
      ...town.paths.map((points) =>
        line(points, { class: 'path', rank: 6, name: '', name_en: '', ref: '', w: 2.2, road: '' }),
      ),
    ],
    bridges: town.bridges.map(({ line: points, road }) =>
      line(points, {
        class: road.class,
        rank: ROAD_SHAPES[road.class].rank,
        w: road.width,
        name: lineLength(points) > 60 ? '索曲大桥' : '',
        name_en: lineLength(points) > 60 ? 'Suoqu Bridge' : '',
      }),
    ),
    trees: plantTrees(town, roads).map((place) => ({ geometry: projection.point(place), properties: {} })),
    places: drawPlaces(town, relief.peaks, projection),
  }
}

const roadProperties = (road: Road, ids: RoadIds): Properties => ({
  class: road.class,
  rank: ROAD_SHAPES[road.class].rank,
  // The plate says it; a name beside it would say it twice.
  name: road.ref ? '' : road.name,
  name_en: road.ref ? '' : romaniseStreet(road.name),
  ref: road.ref,
  w: road.width,
  road: ids.idOf(road.name) ?? '',
})

function riverLabelLine({ valley, river }: Town): Line {
  return valley.line((s) => river.thread(s) * 0.5, VALLEY.from, VALLEY.to, 40)
}

function embankments({ valley, river }: Town): Line[] {
  return [valley.line(() => 57.5, -1500, 1560, 15), valley.line((s) => river.southEdge(s) - 1.5, -860, 760, 15)]
}
