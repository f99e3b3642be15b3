import type { Feature, FeatureCollection } from 'geojson'
import { type AccuracyClass, ageBandOf, type TrustMap } from '../../../server/contract/trust.ts'
import { number } from '../../format.ts'

export const TRUST_BY = ['accuracy', 'age'] as const
export type TrustBy = (typeof TRUST_BY)[number]

/** 0, the best, … 3; 4: nobody knows. */
export const NOT_KNOWN = 4
const TONES: Record<AccuracyClass, number> = { A: 0, B: 1, C: 2 }

const YEAR_DAYS = 365.25
/** Years with a decimal. */
const years = (days: number): string => number(days / YEAR_DAYS, 1)

/** Each thing or square with the tone that it has, and the letter or the years that say the same without a colour. */
export const trustFeatures = (
  map: TrustMap | undefined,
  by: TrustBy,
  chosen: string | undefined,
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: (map?.features ?? []).map(({ geometry, properties }): Feature => {
    const grade = 'id' in properties ? properties.accuracy : properties.median
    const told =
      by === 'age'
        ? { tone: ageBandOf(properties.ageDays), text: years(properties.ageDays) }
        : { tone: grade === null ? NOT_KNOWN : TONES[grade], text: grade ?? '—' }
    const id = 'id' in properties ? properties.id : ''
    return { type: 'Feature', geometry, properties: { ...told, id, chosen: id !== '' && id === chosen } }
  }),
})
