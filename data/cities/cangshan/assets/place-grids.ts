import { polygonArea } from '../../town/geometry.ts'
import { cutCells } from '../../town/unit-cells.ts'
import type { Theme } from '../districts.ts'
import type { Needs } from './needs.ts'

/** People a square kilometre, by what a community is; rough, and in sum near the district's 1.14 million of the census of 2020. */
const PEOPLE: Record<Theme, number> = {
  lanes: 21_000,
  mixed: 17_500,
  estates: 18_500,
  village: 12_500,
  offices: 4_000,
  campus: 8_500,
  works: 2_200,
  fields: 700,
  park: 60,
}

/** One responsibility grid for each community, cut into unit grids of about 100 m with 15-digit codes. */
export function placeGrids({
  district,
  area,
  projection,
  register,
  nameOf,
  nearestRoad,
  chance: chanceOf,
}: Needs): void {
  const chance = chanceOf('grids')
  for (const community of district.streets.communities) {
    const { name, code, street } = nameOf(community)
    const cells = cutCells([[community.ring]])
    const responsibilityGrid = register.add({
      layer: 'responsibility-grids',
      name: `${street}${name}`,
      status: 'normal',
      code: 'L0801',
      geometry: projection.polygon([community.ring]),
      fields: {
        inspectorPost: `${nearestRoad(community.centre)}监督岗`,
        areaKm2: Math.round(community.area / 1000) / 1000,
        unitGridCount: cells.length,
      },
    })
    const crowd = chance.range(0.75, 1.25)
    cells.forEach(({ polygon }, i) => {
      const sequence = String(i + 1).padStart(3, '0')
      const areaM2 = polygonArea(polygon)
      const people = (areaM2 / 1e6) * PEOPLE[community.theme] * crowd * chance.range(0.6, 1.4)
      register.enter(`${area}${code}${sequence}`, {
        layer: 'unit-grids',
        name: `${name} 单元网格 ${sequence}`,
        status: 'normal',
        code: 'L0802',
        geometry: projection.polygon(polygon),
        fields: { responsibilityGrid, areaM2: Math.round(areaM2), population: Math.round(people) },
      })
    })
  }
}
