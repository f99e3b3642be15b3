import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { useFocus } from '../ranked/focus.tsx'
import { type Place, placeLayers, placeSource, placesOf, stepOf } from '../ranked/place-layers.ts'
import { boxAround, middleOf } from './box-around.ts'
import { useSites, useWaste } from './use-waste.ts'

/** Tonnes that are missing, or came too much. */
const MISSING_T = [5, 20, 60]
const layers = placeLayers('waste')
const ASSETS = ['construction-waste']

/** Sites that gave something out, over all sites of construction waste. */
export function useWasteDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { box, asked: boundsAsked } = useFocus()
  const { asked, change, balance } = useWaste()
  const sites = useSites().data
  const projects = balance.data?.projects
  const places = useMemo(
    () =>
      (projects ?? []).flatMap(({ projectId, flagged, missingT }): Place[] => {
        const site = sites?.get(projectId)
        return site
          ? [
              {
                ...{ id: projectId, location: middleOf(boxAround(site)), tone: flagged ? 'first' : 'gain' },
                ...{ size: 1 + stepOf(Math.abs(missingT), MISSING_T) },
                text: `${number(missingT, 1)} t`,
              },
            ]
          : []
      }),
    [projects, sites],
  )
  const shown = asked.at ?? projects?.[0]?.projectId
  const sources = useMemo(() => ({ [placesOf('waste')]: placeSource(places, shown) }), [places, shown])
  const legend = useMemo<LegendEntry[]>(
    () => [
      { name: t('waste.flagged'), look: 'dot', colours: ['diff-p3'] },
      { name: t('waste.within'), look: 'dot', colours: ['diff-m2'] },
    ],
    [t],
  )
  return {
    ...{ sources, layers, legend, assets: ASSETS },
    onClick: (hit) => {
      const id = String(hit?.properties.id ?? '')
      if (hit && projects?.some(({ projectId }) => projectId === id)) change({ at: id })
      else if (asked.at) change({ at: undefined })
    },
    label: t('waste.map', { n: number(places.length) }),
    ...(box ? { bounds: box, boundsAsked } : {}),
  }
}
