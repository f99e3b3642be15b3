import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanLayers } from '../use-plan-layers.ts'

/** The layers that have anything in the city, by name. @param pointsOnly those whose things can be counted in a cell */
export function useLayerNames({ pointsOnly = false } = {}): { id: string; name: string }[] {
  const language = useLanguage()
  return (usePlanLayers() ?? [])
    .filter(({ geometry, count }) => count > 0 && (geometry === 'point' || !pointsOnly))
    .map(({ id, name }) => ({ id, name: name[language] }))
}
