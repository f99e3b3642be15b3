import { useMemo, useRef } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { CASES, caseLayers } from '../../map/cases/case-layers.ts'
import { type CaseData, type CasePoint, caseData, caseSource } from '../../map/cases/case-source.ts'
import { openedLayers, openedSources, wayLayers } from '../../map/cases/opened-case.ts'
import { daySource, NO_DAY, routeLayers, stopLayers } from '../../map/day/route-layers.ts'
import { type DrawnFence, fenceLayers, fenceSource } from '../../map/fences/fence-layers.ts'
import type { Over } from '../../map/over.ts'
import { areaLayers, areaSource } from '../../map/select/chosen-area.ts'
import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import type { DeskMapProps } from './desk-map-props.ts'
import { rankedOnMap } from './movers-of-crews.ts'

type Needs = Pick<DeskMapProps, 'cases' | 'lightOf' | 'opened' | 'chosen' | 'ranked' | 'now' | 'day'> & {
  theme: Theme
  area: LngLat[] | null
  fences: readonly DrawnFence[]
}

/** Lights change with time alone, and nobody sees a few seconds of it on a map. */
const LIGHT_MS = 5_000

/** What the desk draws over the city: cases, the opened one and the ways to it. Each part is the same object as long as it says the same. */
export function useOver({
  cases,
  lightOf,
  opened,
  chosen,
  ranked,
  now,
  theme,
  area,
  fences,
  day = NO_DAY,
}: Needs): Over {
  const kept = useRef<CaseData>(undefined)
  const tick = Math.floor(now / LIGHT_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a light is changes with the time alone, and the tick stands for it
  const points = useMemo(() => cases.map((one) => pointOf(one, lightOf)), [cases, tick])
  const data = useMemo(() => caseData(points, chosen, kept.current), [points, chosen])
  kept.current = data
  const one = points.find(({ id }) => id === opened)
  const openedText = one && JSON.stringify(one)
  const ways = useMemo(() => rankedOnMap(ranked).map(({ rank, way }) => ({ rank, way })), [ranked])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all of the opened case
  const around = useMemo(() => openedSources(one, one ? ways : []), [openedText, ways])
  const layers = useMemo(() => {
    const ink = paletteOf(theme)
    const under = [...fenceLayers(ink), ...areaLayers(ink), ...routeLayers(ink), ...wayLayers(ink)]
    return [...under, ...caseLayers(theme, ink), ...stopLayers(ink), ...openedLayers(theme, ink)]
  }, [theme])
  const drawn = useMemo(() => areaSource(area), [area])
  const fenced = useMemo(() => fenceSource(fences), [fences])
  const planned = useMemo(() => daySource(day), [day])
  return useMemo(
    () => ({ sources: { [CASES]: caseSource(data), ...around, ...drawn, ...fenced, ...planned }, layers }),
    [data, around, drawn, fenced, planned, layers],
  )
}

const pointOf = (one: DeskCase, lightOf: DeskMapProps['lightOf']): CasePoint => ({
  id: one.id,
  lngLat: one.location,
  state: lightOf(one),
})
