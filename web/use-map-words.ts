import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../server/contract/city.ts'
import { useLanguage } from './i18n/use-language.ts'
import type { MapWords } from './map/map-words.ts'

/** The words that the map itself says, in the language of the page. */
export function useMapWords(city: City): MapWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = city.name[language]
  return useMemo(
    () => ({
      map: t('map.label', { city: name }),
      approval: t('map.approval'),
      approvalPending: t('map.approvalPending'),
      source: t('map.source'),
      demo: t('app.demo'),
      redrawingIn: (n) => t('map.redrawing', { n: Math.ceil(n) }),
      noWebgl: t('map.noWebgl'),
      tilesFailed: (layer) => t('map.tilesFailed', { name: layer }),
    }),
    [t, name],
  )
}
