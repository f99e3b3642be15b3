import { union } from '../../town/clipping.ts'
import { centroid, isInPolygon, type Point, polygonArea, totalArea } from '../../town/geometry.ts'
import { PolygonIndex } from '../../town/polygon-index.ts'
import { cutCells, type UnitCell } from '../../town/unit-cells.ts'
import type { Town } from '../build-town.ts'
import { headsIn } from '../population.ts'
import { communityAt } from './communities.ts'
import { inspectorAreas } from './inspector-areas.ts'
import type { Needs } from './needs.ts'

/** Responsibility grids that follow the main streets, each cut into unit grids of about 100 m with 15-digit codes. */
export function placeGrids({ town, projection, register }: Needs, area: string): void {
  const areas = inspectorAreas(town).map((inspector) => ({ ...inspector, cells: cutCells(inspector.ground) }))
  const residents = residentsOf(
    town,
    areas.flatMap(({ cells }) => cells),
  )
  const numbers = new Map<string, number>()
  areas.forEach(({ cells, centre, street }, i) => {
    const community = communityAt(town.valley, centre)
    // The area is exactly its cells.
    const ground = union(cells.map(({ polygon }) => polygon))
    const responsibilityGrid = register.add({
      layer: 'responsibility-grids',
      name: `第 ${i + 1} 责任网格 ${community.name}`,
      status: 'normal',
      code: 'L0801',
      geometry: projection.polygons(ground),
      fields: {
        inspectorPost: `${street} 监督岗`,
        areaKm2: Math.round(totalArea(ground) / 1000) / 1000,
        unitGridCount: cells.length,
      },
    })
    for (const cell of cells) {
      const number = (numbers.get(community.code) ?? 0) + 1
      numbers.set(community.code, number)
      const sequence = String(number).padStart(3, '0')
      register.enter(`${area}${community.code}${sequence}`, {
        layer: 'unit-grids',
        name: `${community.name} 单元网格 ${sequence}`,
        status: 'normal',
        code: 'L0802',
        geometry: projection.polygon(cell.polygon),
        fields: {
          responsibilityGrid,
          areaM2: Math.round(polygonArea(cell.polygon)),
          population: Math.round(residents.get(cell) ?? 0),
        },
      })
    }
  })
}

/** People who live in each cell, by the houses whose middle lies in it. */
function residentsOf({ site, blocks }: Town, cells: UnitCell[]): Map<UnitCell, number> {
  const index = new PolygonIndex<UnitCell>(100)
  for (const cell of cells) index.add(cell.polygon, cell)
  const people = blocks.reduce((sum, block) => sum + block.population, 0)
  const homes = site.buildings.filter(({ block }) => block)
  const heads = homes.reduce((sum, home) => sum + headsIn(home), 0)
  const residents = new Map<UnitCell, number>()
  for (const home of homes) {
    const middle: Point = centroid(home.ring)
    const cell = index.near([[middle]]).find(({ polygon }) => isInPolygon(middle, polygon))?.item
    if (cell) residents.set(cell, (residents.get(cell) ?? 0) + (headsIn(home) * people) / heads)
  }
  return residents
}
