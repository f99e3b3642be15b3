import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanLayers } from '../use-plan-layers.ts'

/** The layers that have points of the city, by name. */
export function useLayerNames(): { id: string; name: string }[] {
  const language = useLanguage()
  return (usePlanLayers() ?? [])
    .filter(({ geometry, count }) => geometry === 'point' && count > 0)
    .map(({ id, name }) => ({ id, name: name[language] }))
}
