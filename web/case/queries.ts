import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type BusinessCalendar, makeCalendar } from '../../server/contract/work-calendar.ts'
import { getAsset, getCode } from '../api.ts'
import {
  getCalendar,
  getCase,
  getCodes,
  getCondition,
  getCrews,
  getHours,
  getTimeline,
  getUnits,
} from '../api-cases.ts'
import { dayOf } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { runLevel } from '../live/run-level.ts'
import { liveState, useLiveIs, useLiveNews } from '../live.ts'
import { useActor } from '../me/use-me.ts'

const RULES_MS = 10 * 60_000
/** How often the page looks while the stream does not tell. */
const LOOK_EVERY_MS = 10_000
const GAP_MS = 250

/** Another node than that of the stream may answer, and be behind it. */
export const heardSeq = (): number | undefined => {
  const { is, seq } = liveState()
  return is === 'connected' ? seq : undefined
}

export const useLookEvery = (): number | false => (useLiveIs() === 'connected' ? false : LOOK_EVERY_MS)

export const useCase = (number: string) => {
  const refetchInterval = useLookEvery()
  return useQuery({
    queryKey: ['cases', 'one', number],
    queryFn: ({ signal }) => getCase(number, signal, heardSeq()),
    staleTime: 0,
    refetchInterval,
  })
}

export const useTimeline = (number: string) => {
  const refetchInterval = useLookEvery()
  return useQuery({
    queryKey: ['cases', 'timeline', number],
    queryFn: ({ signal }) => getTimeline(number, signal, heardSeq()),
    staleTime: 0,
    refetchInterval,
  })
}

/** Reads anew what is on the page of cases when one of them changes. `concerns`: whether it is one of those that are shown. */
export function useLiveCases(concerns: (id: string) => boolean): void {
  const queries = useQueryClient()
  const lookAgain = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: ['cases'] }), GAP_MS), [queries])
  useLiveNews((news) => {
    if (news.event === 'resync' || news.event === 'unreadable' || news.event === 'picture') lookAgain()
    else if (news.event === 'gone' && concerns(news.data.entityId)) lookAgain()
    else if (news.event === 'change' && news.data.entity === 'case' && concerns(news.data.entityId)) lookAgain()
  })
}

export const useCrews = () => {
  const guest = useActor() === null
  return useQuery({
    queryKey: ['crews', guest],
    queryFn: ({ signal }) => getCrews(signal),
    staleTime: 30_000,
  })
}

/** The name of a crew by its id. */
export function useCrewName(): (id: string | null) => string | undefined {
  const crews = useCrews().data
  return (id) => (id === null ? undefined : (crews?.find((crew) => crew.id === id)?.name ?? id))
}

/** The name of a unit of the table of responsibility. */
export function useUnitName(): (id: string | undefined) => string | undefined {
  const language = useLanguage()
  const { data } = useQuery({ queryKey: ['units'], queryFn: ({ signal }) => getUnits(signal), staleTime: RULES_MS })
  return (id) => (id === undefined ? undefined : (data?.find((unit) => unit.id === id)?.name[language] ?? id))
}

/** The thing that a case is about; undefined for none, or one that is gone. */
export const useThing = (id: string | null | undefined) =>
  useQuery({
    queryKey: ['asset', id],
    queryFn: ({ signal }) => getAsset(id ?? '', signal),
    enabled: Boolean(id),
    retry: false,
  }).data

export const useCodes = () =>
  useQuery({ queryKey: ['codes'], queryFn: ({ signal }) => getCodes(signal), staleTime: Number.POSITIVE_INFINITY })

export const useClassName = (kind: 'component' | 'matter', code: string): string | undefined => {
  const language = useLanguage()
  return useQuery({
    queryKey: ['code', kind, code],
    queryFn: ({ signal }) => getCode(kind, code, signal),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.name[language]
}

/** The filing condition that a case stands under, in the version that it was filed with (D4). */
export const useConditionOf = (id: string | null, version: number | null) => {
  const mayRead = Boolean(useActor())
  const { data } = useQuery({
    queryKey: ['condition', id],
    queryFn: ({ signal }) => getCondition(id ?? '', signal),
    enabled: id !== null && mayRead,
    staleTime: RULES_MS,
  })
  return data?.find((one) => one.version === version)
}

/** The bureau's working time, for words such as 剩 2 个工作日; undefined for a guest, who is told natural time. */
export function useWorkCalendar(): BusinessCalendar | undefined {
  const mayRead = Boolean(useActor())
  const year = Number(dayOf(Date.now()).slice(0, 4))
  const { data } = useQuery({
    queryKey: ['work-calendar', year],
    queryFn: async ({ signal }) => {
      const [hours, present] = await Promise.all([getHours(signal), getCalendar(year, signal)])
      const next = present.years.includes(year + 1) ? [(await getCalendar(year + 1, signal)).calendar] : []
      return makeCalendar([present.calendar, ...next], hours.periods)
    },
    enabled: mayRead,
    staleTime: RULES_MS,
    retry: false,
  })
  return data
}
