import { useMemo, useRef } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { State } from '../../../server/contract/state.ts'
import type { Scene } from '../../../server/contract/wall.ts'
import type { LayerPicture } from '../../api.ts'
import { type CaseData, caseData } from '../../map/cases/case-source.ts'
import type { HeatPicture, MapPicture } from '../../map/city-map.ts'
import type { Theme } from '../../theme/theme.ts'
import type { LitCase } from './late-cases.ts'
import { type AlarmOnMap, alarmSource, wallLayers, wallSources } from './wall-over.ts'

const NO_FILTER: MapPicture['statusFilter'] = {}
const NO_MEASURE: MapPicture['measure'] = []
/** Over a heat map the others would be read as of it. */
const LOUD: readonly State[] = ['due', 'late', 'emergency']
const NOTHING: ReadonlySet<string> = new Set()

export interface PictureNeeds {
  scene: Pick<Scene, 'layers'>
  catalogue: readonly LayerPicture[]
  theme: Theme
  language: 'zh' | 'en'
  heat: HeatPicture | null
  cases: readonly LitCase[]
  /** Lamps, nothing else, and no other cases stand around an emergency. */
  alarm: (AlarmOnMap & { id: string }) | null
}

/** All that the map shows; each part is the same object as long as it says the same, so that nothing is drawn twice. */
export function useWallPicture({ scene, catalogue, theme, language, heat, cases, alarm }: PictureNeeds): MapPicture {
  const kept = useRef<CaseData>(undefined)
  const [isAlarm, hasHeat] = [alarm !== null, heat !== null]
  const data = useMemo(() => {
    const points = isAlarm
      ? []
      : cases
          .filter(({ state }) => !hasHeat || LOUD.includes(state))
          .map(({ id, state, of }) => ({ id, state, lngLat: of.location }))
    return caseData(points, NOTHING, kept.current)
  }, [cases, isAlarm, hasHeat])
  kept.current = data
  const alarmText = alarm && JSON.stringify([alarm.lngLat, alarm.way, alarm.crow])
  const around = useMemo(() => {
    const [lngLat, way, crow] = JSON.parse(alarmText ?? '[null]') as [LngLat | null, LngLat[], boolean]
    return alarmSource(lngLat && { lngLat, way, crow })
  }, [alarmText])
  const sources = useMemo(() => wallSources(data, around), [data, around])
  const layers = useMemo(() => wallLayers(theme), [theme])
  const over = useMemo(() => ({ sources, layers }), [sources, layers])
  const lamps = catalogue.flatMap(({ id, statuses }) => (statuses.some(({ glow }) => (glow ?? 0) > 0) ? [id] : []))
  const wanted = (isAlarm ? lamps : scene.layers).filter((id) => catalogue.some((layer) => layer.id === id)).join()
  const shownLayers = useMemo(() => wanted.split(',').filter(Boolean), [wanted])
  const versionsText = JSON.stringify(
    catalogue.filter(({ id }) => shownLayers.includes(id)).map(({ id, version }) => [id, version]),
  )
  const versions = useMemo(() => Object.fromEntries(JSON.parse(versionsText) as [string, string][]), [versionsText])
  const shownHeat = isAlarm ? null : heat
  return useMemo(
    () => ({
      ...{ shownLayers, versions, theme, language, over, heat: shownHeat },
      ...{ statusFilter: NO_FILTER, measure: NO_MEASURE },
    }),
    [shownLayers, versions, theme, language, over, shownHeat],
  )
}
