import '../upkeep.css'
import './lighting.css'
import '../../i18n/plan-lighting-words.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type {
  DimmingAsked,
  DimmingSaving,
  LightingYear,
  LitRate,
  PatrolRoute,
} from '../../../server/contract/lighting.ts'
import { useNow } from '../../console/use-now.ts'
import { dayOf } from '../../format.ts'
import { type PlanAddress, usePlanSearch } from '../use-plan-search.ts'
import { type LightingSearch, readLightingSearch } from './lighting-search.ts'
import { useDimming, useLightingYear, useLitRate, usePatrol } from './queries.ts'

export interface LightingDesk {
  search: LightingSearch
  change: PlanAddress['change']
  rate: UseQueryResult<LitRate>
  year: UseQueryResult<LightingYear>
  dimming: UseQueryResult<DimmingSaving>
  patrol: UseQueryResult<PatrolRoute>
}

const Desk = createContext<LightingDesk | undefined>(undefined)

export function useLighting(): LightingDesk {
  const desk = useContext(Desk)
  if (!desk) throw new Error('a part of the lighting study stands outside of it')
  return desk
}

/** What the parts of the study share; each question is asked when its view is open. */
export function LightingProvider({ children }: { children: ReactNode }) {
  const address = usePlanSearch()
  const search = useMemo(() => readLightingSearch(address.search), [address.search])
  const thisYear = Number(dayOf(useNow(3_600_000)).slice(0, 4))
  const { view, onMinutes, offMinutes } = search
  const rate = useLitRate(search.rule)
  const year = useLightingYear(thisYear, { onMinutes, offMinutes }, view === 'year' || view === 'dimming')
  const dimming = useDimming(dimmingOf(search, thisYear), view === 'dimming')
  const patrol = usePatrol(view === 'patrol' ? search.patrol : undefined)
  return <Desk value={{ search, change: address.change, rate, year, dimming, patrol }}>{children}</Desk>
}

const dimmingOf = (search: LightingSearch, year: number): DimmingAsked => ({
  ...{ year, from: search.from, to: search.to, percent: search.percent },
  offsets: { onMinutes: search.onMinutes, offMinutes: search.offMinutes },
  ...(search.classes.length > 0 ? { roadClasses: search.classes } : {}),
  ...(search.types.length > 0 ? { lampTypes: search.types } : {}),
  ...(search.tariff === undefined ? {} : { tariffYuanPerKwh: search.tariff }),
})
