import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CleanFirst, Dredging } from '../../../server/contract/drain.ts'
import { number } from '../../format.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { useFocus } from '../ranked/focus.tsx'
import { type Place, placeLayers, placeSource, placesOf, stepOf } from '../ranked/place-layers.ts'
import type { DrainsSearch } from './drains-search.ts'
import { useDrains } from './use-drains.ts'

/** As many as a crew cleans in a week before the rain. */
export const FIRST = 50
/** m³ that stand in the street. They do not move with the rain: more rain is larger marks. */
const LEFT_M3 = [100, 3_000, 30_000]
/** Days late. */
const LATE = [30, 180, 365]

const layers = placeLayers('drains')

export function useDrainsDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { box, asked: boundsAsked } = useFocus()
  const { asked, change, rain, dredging } = useDrains()
  const isRain = asked.list === 'rain'
  const places = useMemo(
    () => (isRain ? rainPlaces(rain.data) : latePlaces(dredging.data, asked.kind)),
    [isRain, rain.data, dredging.data, asked.kind],
  )
  const shown = asked.at ?? (isRain ? rain.data?.rows[0]?.id : undefined)
  const sources = useMemo(() => ({ [placesOf('drains')]: placeSource(places, shown) }), [places, shown])
  const legend = useMemo<LegendEntry[]>(
    () =>
      isRain
        ? [
            { name: t('drains.legend.first', { n: FIRST }), look: 'dot', colours: ['diff-p3'] },
            { name: t('drains.legend.rest'), look: 'dot', colours: ['n-6'] },
            { name: t('drains.legend.low'), look: 'ring', colours: ['diff-m3'] },
            { name: t('drains.legend.size'), look: 'dot', colours: ['text-3'] },
          ]
        : [
            { name: t('drains.legend.late'), look: 'dot', colours: ['diff-p3'] },
            { name: t('drains.legend.never'), look: 'dot', colours: ['n-6'] },
          ],
    [t, isRain],
  )
  return {
    ...{ sources, layers, legend },
    onClick: (hit) => {
      if (hit?.source) change({ at: String(hit.properties.id) })
      else if (asked.at) change({ at: undefined })
    },
    label: t(isRain ? 'drains.mapRain' : 'drains.mapLate', { n: number(places.length), rain: number(asked.rainMm) }),
    ...(box ? { bounds: box, boundsAsked } : {}),
  }
}

const rainPlaces = (of: CleanFirst | undefined): Place[] =>
  (of?.rows ?? []).map(({ id, location, rank, blockedM3, lowPlace, sinkDepthM }) => ({
    ...{
      id,
      location,
      tone: rank <= FIRST ? 'first' : 'rest',
      size: rank <= FIRST ? 1 + stepOf(blockedM3, LEFT_M3) * 0.7 : stepOf(blockedM3, LEFT_M3) / 3,
    },
    ringed: lowPlace || (sinkDepthM ?? 0) > 0,
  }))

const latePlaces = (of: Dredging | undefined, kind: DrainsSearch['kind']): Place[] =>
  (of?.overdue ?? [])
    .filter((row) => kind === undefined || row.kind === kind)
    .map(({ id, location, daysLate }) => ({
      ...{ id, location, tone: daysLate === null ? 'rest' : 'first', size: stepOf(daysLate ?? 0, LATE) * 0.6 },
    }))
