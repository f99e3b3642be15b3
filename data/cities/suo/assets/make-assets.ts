import type { MadeAsset } from '../../city.ts'
import type { Projection } from '../../town/projection.ts'
import { random } from '../../town/random.ts'
import { Register } from '../../town/register.ts'
import type { Town } from '../build-town.ts'
import type { RoadBook } from '../road-book.ts'
import type { RoadIds } from '../road-ids.ts'
import { communityAt } from './communities.ts'
import type { Needs } from './needs.ts'
import { placeBins } from './place-bins.ts'
import { placeDrains } from './place-drains.ts'
import { placeGreens } from './place-greens.ts'
import { placeGrids } from './place-grids.ts'
import { placeLamps } from './place-lamps.ts'
import { placeLandfill } from './place-landfill.ts'
import { placeGuardrails, placeRoads } from './place-roads.ts'
import { placeKiosks, placeSewagePlant, placeToilets, placeTransferStations } from './place-sanitation.ts'
import { placeVenues } from './place-venues.ts'
import { placeTruckHotSpots, placeTruckLots, placeWasteSites } from './place-waste-and-trucks.ts'

/** All things that the bureau keeps, with their codes, fields and a plausible status each. */
export function makeAssets(
  town: Town,
  roads: RoadBook,
  ids: RoadIds,
  projection: Projection,
  area: string,
): MadeAsset[] {
  const register = new Register(area)
  const needs: Needs = {
    town,
    roads,
    ids,
    projection,
    register,
    chance: (layer) => random(town.seed, `asset ${layer}`),
  }
  placeRoads(needs)
  placeGrids(needs, area)
  placeLamps(needs)
  placeDrains(needs)
  placeBins(needs)
  placeKiosks(needs, (place) => communityAt(town.valley, place).name)
  placeToilets(needs)
  placeTransferStations(needs)
  placeLandfill(needs)
  placeSewagePlant(needs)
  placeWasteSites(needs)
  placeTruckLots(needs)
  placeTruckHotSpots(needs)
  placeVenues(needs)
  placeGreens(needs)
  placeGuardrails(needs)
  return register.assets
}
