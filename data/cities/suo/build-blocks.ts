import { difference, offset, opened } from '../town/clipping.ts'
import { type Polygon, polygonArea, type Ring } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { buildCourtyards } from './courtyards.ts'
import type { District } from './districts.ts'
import type { LandUse } from './land-use.ts'
import { buildBusStation, buildGovernment, buildHospital, buildMarket, buildOffices } from './public-buildings.ts'
import { buildShops } from './row-shops.ts'
import { buildSchool } from './schools.ts'
import { type Site, wallIn } from './site.ts'
import { buildSlabs, type SlabRows } from './slabs.ts'
import { buildBuildingSite, buildIndustry, buildSewageWorks, buildTruckYard } from './works.ts'

type Builder = (site: Site, block: Block, chance: Random) => void

const BUILDERS: Partial<Record<LandUse, Builder>> = {
  court: buildHomes,
  mixed: buildHomes,
  apartment: buildEstate,
  office: buildOffices,
  utility: buildOffices,
  police: buildOffices,
  fire: buildOffices,
  depot: buildOffices,
  kindergarten: buildOffices,
  government: buildGovernment,
  hospital: buildHospital,
  school: buildSchool,
  stadium: buildSchool,
  market: buildMarket,
  'bus-station': buildBusStation,
  industry: buildIndustry,
  logistics: buildIndustry,
  sewage: buildSewageWorks,
  truck: buildTruckYard,
  'building-site': buildBuildingSite,
}

/** Puts on every block what its use asks for. */
export function buildBlocks(site: Site, blocks: Block[], chance: Random): void {
  for (const block of blocks) BUILDERS[block.use]?.(site, block, chance)
}

/** m² of a parcel, and the share of parcels that stay bare. */
const PARCELS: Record<District, { target: number; empty: number }> = {
  old: { target: 270, empty: 0.03 },
  upper: { target: 300, empty: 0.05 },
  centre: { target: 360, empty: 0.03 },
  south: { target: 400, empty: 0.1 },
  east: { target: 430, empty: 0.04 },
  west: { target: 430, empty: 0.03 },
  logistics: { target: 430, empty: 0.12 },
  fringe: { target: 620, empty: 0.3 },
}

const FLATS: SlabRows = { kind: 'apartment', depth: 11, length: [24, 44], gap: 7, pitch: 24, floors: [4, 6], margin: 3 }

/** Shops along the large streets; behind them courtyard houses or, sometimes, flats. */
function buildHomes(site: Site, block: Block, chance: Random): void {
  const mixed = block.use === 'mixed'
  const shops = buildShops(
    site,
    block,
    {
      classes: mixed || block.district === 'centre' ? ['main', 'secondary'] : ['main'],
      depth: [9.5, 13.5],
      length: [10, 27],
      floors: 4,
    },
    chance,
  )
  const rest = restOf(block, shops, 1.2)
  if (mixed && block.area > 7000 && chance.chance(0.4)) buildSlabs(site, block, rest, FLATS, [...shops], chance)
  else buildCourtyards(site, rest, { ...PARCELS[block.district], block }, chance)
}

function buildEstate(site: Site, block: Block, chance: Random): void {
  wallIn(site, block)
  const row = {
    classes: ['main' as const],
    depth: [10, 12] as [number, number],
    length: [16, 30] as [number, number],
    floors: 3,
  }
  const shops = block.area > 9000 ? buildShops(site, block, row, chance) : []
  const rows: SlabRows = {
    kind: 'apartment',
    depth: 11.5,
    length: [34, 54],
    gap: 8,
    pitch: 25,
    floors: [5, 6],
    margin: 5,
  }
  buildSlabs(site, block, restOf(block, shops, 5), rows, [...shops], chance)
}

/** The block without what is taken and `gap` metres round it. */
function restOf(block: Block, taken: Ring[], gap: number): Polygon[] {
  const clear =
    taken.length > 0
      ? offset(
          taken.map((ring) => [ring]),
          gap,
        )
      : []
  return difference([block.polygon], clear)
    .flatMap((polygon) => opened([polygon], 4))
    .filter((polygon) => polygonArea(polygon) > 200)
}
