import { useLanguage } from '../../i18n/use-language.ts'
import { usePlanLayers } from '../use-plan-layers.ts'

/** Names of the catalogue; an id itself where the catalogue has it no more. */
export function useLayerNames() {
  const language = useLanguage()
  const layers = usePlanLayers()
  const of = (id: string) => layers?.find((layer) => layer.id === id)
  return {
    layerName: (id: string): string => of(id)?.name[language] ?? id,
    fieldName: (layer: string, key: string): string =>
      of(layer)?.fields.find((field) => field.key === key)?.name[language] ?? key,
  }
}
