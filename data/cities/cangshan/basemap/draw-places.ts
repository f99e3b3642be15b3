import type { BasemapFeature } from '../../city.ts'
import type { Point } from '../../town/geometry.ts'
import type { Projection } from '../../town/projection.ts'
import { random } from '../../town/random.ts'
import { nameCommunities, STREETS } from '../community-names.ts'
import type { District } from '../district.ts'
import { HILLS } from '../hills.ts'
import { romanisePlace } from './romanise-place.ts'

interface Place {
  place: Point
  name: string
  nameEn: string
  kind: string
  /** 0 the district itself … 4 shown last. */
  rank: number
}

/** The real neighbours, on the other banks; km. */
const NEIGHBOURS: [name: string, nameEn: string, x: number, y: number][] = [
  ['鼓楼区', 'Gulou District', -4.2, 5.4],
  ['台江区', 'Taijiang District', 0.2, 3.9],
  ['晋安区', 'Jinan District', 4.6, 4.6],
  ['马尾区', 'Mawei District', 9.2, 0.9],
  ['闽侯县', 'Minhou County', -8.6, -3.2],
  ['长乐区', 'Changle District', 6.4, -6.2],
]

/** Names of the district, its 街道 and 镇, its communities, hills and neighbours. */
export function drawPlaces({ seed, streets }: District, projection: Projection): BasemapFeature[] {
  const km = (x: number, y: number): Point => [x * 1000, y * 1000]
  const communities = nameCommunities(streets.communities, random(seed, 'community names'))
  const places: Place[] = [
    { place: km(-0.6, -0.6), name: '仓山区', nameEn: 'Cangshan District', kind: 'town', rank: 0 },
    ...STREETS.map(([name, , x, y]) => ({
      place: km(x, y),
      name,
      nameEn: romanisePlace(name),
      kind: 'village',
      rank: 1,
    })),
    ...NEIGHBOURS.map(([name, nameEn, x, y]) => ({ place: km(x, y), name, nameEn, kind: 'village', rank: 1 })),
    ...HILLS.map(({ at, name, nameEn, height }) => ({
      place: at,
      name: `${name} ${height}`,
      nameEn: `${nameEn} ${height}`,
      kind: 'peak',
      rank: 1,
    })),
    ...communities.map(({ community, name }) => ({
      place: community.centre,
      name,
      nameEn: romanisePlace(name),
      kind: 'community',
      rank: 3,
    })),
  ]
  return places.map(({ place, name, nameEn, kind, rank }) => ({
    geometry: projection.point(place),
    properties: { name, name_en: nameEn, kind, rank },
  }))
}
