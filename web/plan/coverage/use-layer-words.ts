import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanLayers } from '../use-plan-layers.ts'

/** What a thing of a layer is called, and how it is counted: 个垃圾箱. */
export function useLayerWords(layer: string | undefined): { name: string; unit: string } {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = usePlanLayers()?.find(({ id }) => id === layer)?.name[language] ?? ''
  return { name, unit: t('coverage.thing', { name: language === 'en' ? name.toLowerCase() : name }) }
}
