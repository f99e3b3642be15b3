import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import {
  boxOfRoute,
  DARK,
  darkFeatures,
  lightingLayers,
  NOTHING,
  PATROL,
  patrolFeatures,
  ROADS,
  roadFeatures,
} from './draw-lighting.ts'
import { useLighting } from './lighting-desk.tsx'
import { useRoadLines } from './queries.ts'

const LAMPS = ['streetlights'] as const

/** Roads by their verdict and the dark lamps; the round of a patrol in its own view. */
export function useLightingDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { search, change, rate, patrol } = useLighting()
  const { view, road: chosen } = search
  const isRate = view === 'rate'
  const { data: lines } = useRoadLines(isRate)
  const route = view === 'patrol' ? (patrol.data?.route ?? null) : null
  const changing = useRef(change)
  changing.current = change
  const rated = rate.data
  const roads = useMemo(
    () => (isRate && lines && rated ? roadFeatures(lines, rated, chosen) : NOTHING),
    [isRate, lines, rated, chosen],
  )
  const dark = useMemo(
    () => (rated && view !== 'year' ? darkFeatures(rated, isRate ? chosen : undefined) : NOTHING),
    [rated, view, isRate, chosen],
  )
  const way = useMemo(() => patrolFeatures(route), [route])
  return useMemo(() => {
    const darkSigns: LegendEntry[] = [
      { name: t('lighting.legend.dark'), look: 'dot', colours: ['late'] },
      { name: t('lighting.legend.filed'), look: 'dot', colours: ['working'] },
    ]
    const verdicts: LegendEntry[] = [
      { name: t('lighting.verdict.fail'), look: 'line', colours: ['late'] },
      { name: t('lighting.verdict.unknown'), look: 'dashed', colours: ['unknown'] },
      { name: t('lighting.verdict.pass'), look: 'line', colours: ['normal'] },
    ]
    const bounds = isRate
      ? rated?.roads.find(({ road }) => road === chosen)?.bbox
      : view === 'patrol'
        ? boxOfRoute(route)
        : undefined
    return {
      sources: { [ROADS]: roads, [PATROL]: way, [DARK]: dark },
      layers: lightingLayers,
      legend: [
        ...(isRate ? verdicts : []),
        ...(route ? [{ name: t('lighting.legend.way'), look: 'line' as const, colours: ['accent' as const] }] : []),
        ...(view === 'year' ? [] : darkSigns),
        ...(isRate || view === 'patrol'
          ? [{ name: t('lighting.legend.lamp'), look: 'ring' as const, colours: ['text-1' as const] }]
          : []),
      ],
      assets: LAMPS,
      assetsAsRings: view === 'rate' || view === 'patrol',
      ...(bounds ? { bounds } : {}),
      label: t(`lighting.map.${view}`),
      onClick: (hit) => {
        const road = hit?.properties.road
        if (isRate && typeof road === 'string') changing.current({ road })
      },
    }
  }, [roads, way, dark, isRate, view, route, rated, chosen, t])
}
