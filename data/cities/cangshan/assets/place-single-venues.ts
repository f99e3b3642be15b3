import { dateIn } from '../../town/dates.ts'
import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Block } from '../blocks.ts'
import type { Needs } from './needs.ts'
import { spread } from './spread.ts'

const PETROL_STATIONS = 24
const GAS_STATIONS = 8
const TEMPLES = 12
const OFFICES = 60

/** Petrol and gas stations on large roads, far apart. */
export function placeFuelStations(needs: Needs): void {
  const chance = needs.chance('fuel stations')
  const beside = needs.district.blocks.filter(
    ({ use, sides, area }) =>
      ['green', 'industry', 'field', 'mixed'].includes(use) &&
      area > 1200 &&
      sides.some((side) => side.class === 'main' || side.class === 'national'),
  )
  spread(shuffled(beside, chance), PETROL_STATIONS + GAS_STATIONS, 1400).forEach((block, i) => {
    const petrol = i < PETROL_STATIONS
    const road = needs.nearestRoad(block.centre)
    addVenue(
      needs,
      petrol ? 'petrol-station' : 'gas-station',
      `${road} ${petrol ? '加油站' : '燃气站'} ${i + 1} 号`,
      block,
    )
  })
}

export function placeOfficesAndTemples(needs: Needs): void {
  const chance = needs.chance('offices')
  const near = (uses: string[]) => shuffled(needs.district.blocks, chance).filter(({ use }) => uses.includes(use))
  spread(near(['government', 'office', 'hospital', 'school']), OFFICES, 700).forEach((block, i) => {
    addVenue(needs, 'office', `${needs.nearestRoad(block.centre)} 机关食堂 ${i + 1} 号`, block)
  })
  const villages = near(['court']).filter(({ community }) => community?.theme === 'village')
  spread(villages, TEMPLES, 1500).forEach((block) => {
    const village = block.community ? needs.nameOf(block.community).name : ''
    addVenue(needs, 'temple', `${village} 祖庙`, block)
  })
}

function addVenue(
  { projection, register, nearestRoad, chance: chanceOf }: Needs,
  kind: string,
  name: string,
  block: Block,
) {
  const chance = chanceOf(`venue ${name}`)
  register.add({
    layer: 'venues',
    name,
    status: statusBy(chance, 'normal', { due: 0.05 }),
    code: 'L0701',
    geometry: projection.point(block.centre),
    fields: { kind, road: nearestRoad(block.centre), lastInspectedOn: dateIn(chance, 2025, 2025), openHazards: 0 },
  })
}
