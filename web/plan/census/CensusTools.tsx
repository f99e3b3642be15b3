import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout } from '../export/handout.ts'
import { StudyTools } from '../print/StudyTools.tsx'
import { pointsOf } from '../ranked/points-of.ts'
import { sideOf } from '../ranked/side-of.ts'
import { useCensus } from './use-census.ts'
import { useLayerNames } from './use-layer-names.ts'

export function CensusTools() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { quality, rows } = useCensus()
  const { layerName, fieldName } = useLayerNames()
  return <StudyTools of={handoutOf()} />

  function handoutOf(): Handout | undefined {
    if (!quality.data) return undefined
    const { rules, asOf, layers } = quality.data
    const told = rows.map(({ kind, layer, field, ...fault }) => ({
      ...{ ...fault, kind: t(`census.kind.${kind}`), layer: layerName(layer) },
      ...{ field: field && fieldName(layer, field), lng: fault.location[0], lat: fault.location[1] },
    }))
    return {
      ...{ id: 'census', title: t('plan.study.census'), dataAt: asOf, sources: [sideOf(rules.source, language)] },
      tables: [
        {
          name: t('census.faults'),
          columns: [
            { id: 'kind', name: t('census.kinds') },
            { id: 'layer', name: t('census.layer') },
            { id: 'id', name: t('ranked.code') },
            { id: 'name', name: t('census.column.thing') },
            { id: 'twin', name: t('census.twin') },
            { id: 'metres', name: t('census.column.duplicate'), unit: 'm', digits: 2 },
            { id: 'field', name: t('census.column.missing-field') },
            { id: 'lng', name: t('ranked.lng'), digits: 6 },
            { id: 'lat', name: t('ranked.lat'), digits: 6 },
          ],
          rows: told.map(({ location: _, ...row }) => row),
        },
        {
          name: t('census.byLayer'),
          columns: [
            { id: 'layer', name: t('census.layer') },
            { id: 'things', name: t('census.figure.things'), digits: 0 },
            { id: 'duplicate', name: t('census.kind.duplicate'), digits: 0 },
            { id: 'outside-grid', name: t('census.kind.outside-grid'), digits: 0 },
            { id: 'missing-field', name: t('census.kind.missing-field'), digits: 0 },
            { id: 'wrong-area', name: t('census.kind.wrong-area'), digits: 0 },
          ],
          rows: layers.map(({ layer, things, counts }) => ({ layer: layerName(layer), things, ...counts })),
        },
      ],
      places: { features: pointsOf(told), units: { metres: 'm' } },
    }
  }
}
