import type { BasemapFeature } from '../city.ts'
import type { Point } from '../town/geometry.ts'
import type { Projection } from '../town/projection.ts'
import type { Town } from './build-town.ts'
import { INSTITUTIONS } from './institutions.ts'
import { MONASTERY_NAME } from './monastery.ts'

interface Place {
  place: Point
  name: string
  nameEn: string
  kind: string
  /** 0 the town itself … 4 shown last. */
  rank: number
}

/** Names of the town, its public places, villages and peaks. */
export function drawPlaces(
  town: Town,
  peaks: { place: Point; height: number }[],
  projection: Projection,
): BasemapFeature[] {
  const { valley } = town
  const places: Place[] = [
    { place: valley.onTerrace(0, 0.5), name: '索县', nameEn: 'Suo County', kind: 'town', rank: 0 },
    { place: town.monastery.place, name: MONASTERY_NAME.zh, nameEn: MONASTERY_NAME.en, kind: 'monastery', rank: 1 },
    ...town.villages.map(({ centre, name, nameEn }) => ({ place: centre, name, nameEn, kind: 'village', rank: 2 })),
    ...town.fuelStations.map(({ place, name, nameEn }) => ({ place, name, nameEn, kind: 'fuel', rank: 3 })),
    {
      place: town.landfill.wells[1] ?? [0, 0],
      name: town.landfill.name,
      nameEn: 'County Landfill',
      kind: 'landfill',
      rank: 2,
    },
    { place: valley.at(330, 86), name: '滨河公园', nameEn: 'Riverside Park', kind: 'park', rank: 2 },
    { place: valley.at(-900, 86), name: '滨河公园', nameEn: 'Riverside Park', kind: 'park', rank: 4 },
    ...peaks.map(({ place, height }) => ({
      place,
      name: String(height),
      nameEn: String(height),
      kind: 'peak',
      rank: 3,
    })),
  ]
  for (const block of town.blocks) {
    const institution = INSTITUTIONS.find(({ name }) => name === block.name)
    if (institution)
      places.push({
        place: block.centre,
        name: institution.name,
        nameEn: institution.nameEn,
        kind: block.use,
        rank: institution.rank,
      })
  }
  return places.map(({ place, name, nameEn, kind, rank }) => ({
    geometry: projection.point(place),
    properties: { name, name_en: nameEn, kind, rank },
  }))
}
