import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { useFocus } from '../ranked/focus.tsx'
import { type Place, placeLayers, placeSource, placesOf, stepOf } from '../ranked/place-layers.ts'
import { useReplacement } from './use-replacement.ts'

/** Cases of a thing in the months that the rules look back. */
const FAULTS = [1, 2, 4]
const layers = placeLayers('replacement')

export function useReplacementDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { box, asked: boundsAsked } = useFocus()
  const { asked, change, list } = useReplacement()
  const rows = list.data?.rows
  const places = useMemo(
    () =>
      (rows ?? []).map(
        ({ id, location, beyondLife, faults }): Place => ({
          ...{ id, location, tone: beyondLife ? 'first' : 'second', size: stepOf(faults, FAULTS) },
        }),
      ),
    [rows],
  )
  const shown = asked.at ?? rows?.[0]?.id
  const sources = useMemo(() => ({ [placesOf('replacement')]: placeSource(places, shown) }), [places, shown])
  const legend = useMemo<LegendEntry[]>(
    () => [
      { name: t('replacement.beyond'), look: 'dot', colours: ['diff-p3'] },
      { name: t('replacement.within'), look: 'dot', colours: ['diff-p2'] },
      { name: t('replacement.size'), look: 'dot', colours: ['text-3'] },
    ],
    [t],
  )
  return {
    ...{ sources, layers, legend },
    onClick: (hit) => {
      if (hit?.source) change({ at: String(hit.properties.id) })
      else if (asked.at) change({ at: undefined })
    },
    label: t('replacement.map', { n: number(places.length) }),
    ...(box ? { bounds: box, boundsAsked } : {}),
  }
}
