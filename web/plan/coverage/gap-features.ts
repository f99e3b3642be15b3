import type { Feature, FeatureCollection } from 'geojson'
import type { GapFeature, RoadSide } from '../../../server/contract/coverage.ts'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'
import { number } from '../../format.ts'
import type { DraftGaps } from './draft-gaps.ts'

/** Half-way along a line, by its length. */
export function middleOf(line: readonly LngLat[]): LngLat {
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - (line[i]?.[0] ?? x), y - (line[i]?.[1] ?? y)))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [line[i] as LngLat, line[i + 1] as LngLat]
    if (left <= length && length > 0) {
      const share = left / length
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}

export function boxOf(places: readonly LngLat[]): Bbox | undefined {
  if (places.length === 0) return undefined
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

type Tone = 'gap' | 'filled'

const line = ({ id, geometry }: GapFeature, tone: Tone, chosen: boolean): Feature => ({
  ...{ type: 'Feature', geometry, properties: { id, tone, chosen } },
})

const label = ({ id, geometry, properties }: GapFeature, tone: Tone, metres: number): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: middleOf(geometry.coordinates) },
  properties: { id, tone, metres, text: `${number(metres)} m`, side: properties.side satisfies RoadSide },
})

/** Gaps along their kerbs, and what the draft closes under what it leaves. */
export const gapLines = ({ left, filled }: DraftGaps, chosen: string | undefined): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...filled.map(({ gap }) => line(gap, 'filled', gap.id === chosen)),
    ...left.map((gap) => line(gap, 'gap', gap.id === chosen)),
  ],
})

/** The metres of each, beside it. */
export const gapLabels = ({ left, filled }: DraftGaps): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...filled.map(({ gap, gained }) => label(gap, 'filled', gained)),
    ...left.map((gap) => label(gap, 'gap', gap.properties.metres)),
  ],
})
