import { useMemo } from 'react'
import type { State } from '../../server/contract/state.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { usePlanLayers } from './use-plan-layers.ts'

export interface CatalogueWords {
  /** Of a thing's status; the id itself where the catalogue does not know it. */
  status: (layer: string, id: string) => { name: string; state: State }
  /** Of a choice in a field. */
  choice: (layer: string, field: string, id: string) => string
  /** All choices of a field, in their order. */
  choices: (layer: string, field: string) => { id: string; name: string }[]
}

/** The catalogue's own words for what it defines. */
export function useCatalogueWords(): CatalogueWords {
  const layers = usePlanLayers()
  const language = useLanguage()
  return useMemo(() => {
    const layerOf = (id: string) => layers?.find((layer) => layer.id === id)
    const choices: CatalogueWords['choices'] = (layer, field) => {
      const found = layerOf(layer)?.fields.find(({ key }) => key === field)
      return found?.type === 'choice' ? (found.choices ?? []).map(({ id, name }) => ({ id, name: name[language] })) : []
    }
    return {
      status: (layer, id) => {
        const found = layerOf(layer)?.statuses.find((status) => status.id === id)
        return { name: found?.name[language] ?? id, state: found?.state ?? 'unknown' }
      },
      choices,
      choice: (layer, field, id) => choices(layer, field).find((one) => one.id === id)?.name ?? id,
    }
  }, [layers, language])
}
