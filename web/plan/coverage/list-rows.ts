import type { BlockPage, CoverageRank, Gap, GapFeature } from '../../../server/contract/coverage.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { CoverageSearch } from './coverage-search.ts'

/** Longest first, as the page of the server has them; only those of the road or the grid that is looked at. */
export const shownGaps = (
  gaps: readonly GapFeature[],
  { road, grid }: Pick<CoverageSearch, 'road' | 'grid'>,
): GapFeature[] =>
  gaps
    .filter(({ properties }) => (!road || properties.roadId === road) && (!grid || properties.gridId === grid))
    .toSorted((a, b) => b.properties.metres - a.properties.metres)

export const shownBlocks = ({ features }: BlockPage, { grid }: Pick<CoverageSearch, 'grid'>): BlockPage['features'] =>
  features.filter(({ properties }) => !grid || properties.gridId === grid)

/** Roads or grids where something is missing. */
export const shownRanks = (rows: readonly CoverageRank[], layer: string): CoverageRank[] =>
  rows.filter((row) => row.layer === layer && (row.gapMetres > 0 || row.uncoveredPopulation > 0))

/** Both ends of a stretch in the streets that it lies between; undefined where it is the whole road. */
export const sectionOf = ({
  fromStreet,
  toStreet,
}: Pick<Gap, 'fromStreet' | 'toStreet'>): [string | null, string | null] | undefined =>
  fromStreet === null && toStreet === null ? undefined : [fromStreet, toStreet]

export const placesOf = (gaps: readonly GapFeature[]): LngLat[] => gaps.flatMap(({ geometry }) => geometry.coordinates)
