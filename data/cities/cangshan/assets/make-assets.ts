import type { MadeAsset } from '../../city.ts'
import type { Projection } from '../../town/projection.ts'
import type { District } from '../district.ts'
import { findNeeds } from './find-needs.ts'
import { fitKerb } from './fit-density.ts'
import { placeBins } from './place-bins.ts'
import { placeCollection } from './place-collection.ts'
import { placeDrains } from './place-drains.ts'
import { placeGreens } from './place-greens.ts'
import { placeGrids } from './place-grids.ts'
import { placeGuardrails } from './place-guardrails.ts'
import { placeKiosks } from './place-kiosks.ts'
import { placeLamps } from './place-lamps.ts'
import { placeRoads } from './place-roads.ts'
import { placeToilets } from './place-toilets.ts'
import { placeVenues } from './place-venues.ts'
import { placeSewagePlants, placeTruckHotSpots, placeTruckParks, placeWasteSites } from './place-waste-and-trucks.ts'

/** All things that the bureau keeps, exactly `count` of them: first those whose number a report gives, then as many in rows
 *  along the roads as are left. */
export function makeAssets(
  district: District,
  projection: Projection,
  { area, count, today }: { area: string; count: number; today: string },
): MadeAsset[] {
  const needs = findNeeds(district, projection, area)
  const { assets } = needs.register
  placeRoads(needs)
  placeGrids(needs)
  placeKiosks(needs)
  placeToilets(needs)
  placeCollection(needs)
  placeVenues(needs)
  placeGreens(needs)
  placeWasteSites(needs)
  placeTruckParks(needs)
  placeTruckHotSpots(needs)
  placeSewagePlants(needs)
  const kerb = fitKerb(needs, count - assets.length)
  placeLamps(needs, kerb.lamps)
  placeDrains(needs, kerb.drains, today)
  placeBins(needs, kerb.bins)
  placeGuardrails(needs, kerb.rails)
  return assets
}
