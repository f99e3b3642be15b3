import { useTranslation } from 'react-i18next'
import type { Handout } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { trustFeatures } from './trust-features.ts'
import { useLayerNames } from './use-layer-names.ts'
import { useTrust, useTrustMap } from './use-trust.ts'

const COLUMNS = ['A', 'B', 'C', 'none'] as const
const BANDS = [0, 1, 2, 3] as const

export function TrustTools() {
  const { t } = useTranslation()
  const { by, summary, rows, row } = useTrust()
  const map = useTrustMap(row?.layer, true)
  const { layerName } = useLayerNames()
  return <StudyTools of={handoutOf()} />

  function handoutOf(): Handout | undefined {
    if (!summary.data) return undefined
    return {
      ...{ id: 'data-trust', title: t('census.lens.trust'), subtitle: layerName(row?.layer ?? '') },
      ...{ dataAt: summary.data.asOf, sources: [t('census.trust.how')] },
      tables: [
        {
          name: t('census.byLayer'),
          columns: [
            { id: 'layer', name: t('census.layer') },
            { id: 'things', name: t('census.figure.things'), digits: 0 },
            ...COLUMNS.map((id) => ({
              id,
              name: id === 'none' ? t('trust.ungraded') : t(`trust.grade.${id}`),
              digits: 0,
            })),
            ...BANDS.map((band) => ({ id: `age${band}`, name: t(`census.trust.band.${band}`), digits: 0 })),
          ],
          // What has no classes has none of any: that is not nought.
          rows: rows.map(({ layer, things, graded, accuracy, ages }) => ({
            ...{ layer: layerName(layer), things },
            ...Object.fromEntries(COLUMNS.map((id) => [id, graded ? accuracy[id] : null])),
            ...Object.fromEntries(BANDS.map((band) => [`age${band}`, ages[band] ?? 0])),
          })),
        },
      ],
      ...(map.data ? { places: { features: placesOf(), units: { ageDays: 'd' } } } : {}),
    }
  }

  function placesOf() {
    const { features } = trustFeatures(map.data, by, undefined)
    const own = map.data?.features ?? []
    return {
      type: 'FeatureCollection' as const,
      features: features.map((feature, i) => ({ ...feature, properties: flat(own[i]?.properties ?? {}) })),
    }
  }
}

/** Counts of a square are plain values of their own. */
const flat = (properties: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one])
        : [[key, value]],
    ),
  )
