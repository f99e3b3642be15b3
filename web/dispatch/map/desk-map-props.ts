import type { ReactNode } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import type { State } from '../../../server/contract/state.ts'
import type { View } from '../../map/city-map.ts'
import type { DayDrawing } from '../../map/day/route-layers.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'
import type { MapAct } from '../desk/desk-keys.ts'

/** Whether an area is chosen anew, added to what is chosen, or taken out of it. */
export type How = 'set' | 'add' | 'remove'

export interface DeskMapProps {
  /** As filtered, in the order of the queue. */
  cases: readonly DeskCase[]
  lightOf: (of: DeskCase) => State
  opened: string | null
  chosen: ReadonlySet<string>
  onOpen: (id: string) => void
  onChoose: (ids: string[], how: How) => void
  crews: readonly DeskCrew[]
  /** For the opened case. */
  ranked: readonly RankedCrew[]
  /** Unix ms, by the server's clock. */
  now: number
  /** The instant that the crews are of, Unix ms, while their past is played; `now` when left out. */
  crewsAt?: number | undefined
  /** A case was dragged onto a crew, or a crew onto a case, or a crew was named for them. */
  onDispatch: (caseIds: string[], crewId: string) => void
  /** Where the address says that the map is; undefined: the town. */
  view: View | undefined
  onView: (view: View) => void
  /** Ids of the catalogue layers that are shown. */
  layers: readonly string[]
  onLayers: (layers: string[]) => void
  /** Ways of a day's plan, and places that are tried. */
  day?: DayDrawing | undefined
  /** The next click says a place, and opens nothing. */
  onPlace?: ((place: LngLat) => void) | undefined
  /** At the foot of the map: replay, the day's plan. */
  extra?: ReactNode
  /** What single keys do on the map; undefined while they are off (WCAG 2.1.4). */
  keys: Readonly<Record<MapAct, string>> | undefined
}
