import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ConditionDraft, PostLimits } from '../../../server/contract/condition.ts'
import type { Periods } from '../../../server/contract/work-calendar.ts'
import { getCodes } from '../../api-cases.ts'
import {
  type CalendarDraft,
  getAllConditions,
  getCalendarYear,
  getConditionHistory,
  getPosts,
  getWorkingHours,
  putCalendar,
  putCondition,
  putHours,
  putPosts,
  type RuleEdit,
  type Trial,
  tryRule,
} from '../../api-rules.ts'

const RULES = ['rules']
/** What is edited is read when its page opens: a change must name the version that was seen. */
const FRESH = { staleTime: 0, gcTime: 0 }

export const useConditions = () =>
  useQuery({ queryKey: [...RULES, 'conditions'], queryFn: ({ signal }) => getAllConditions(signal) })

export const useConditionHistory = (id: string) =>
  useQuery({
    queryKey: [...RULES, 'conditions', id],
    queryFn: ({ signal }) => getConditionHistory(id, signal),
    ...FRESH,
  })

export const usePosts = () =>
  useQuery({ queryKey: [...RULES, 'posts'], queryFn: ({ signal }) => getPosts(signal), ...FRESH })

export const useHours = () =>
  useQuery({ queryKey: [...RULES, 'hours'], queryFn: ({ signal }) => getWorkingHours(signal), ...FRESH })

export const useCalendarYear = (year: number | undefined) =>
  useQuery({
    queryKey: [...RULES, 'calendar', year ?? 'now'],
    queryFn: ({ signal }) => getCalendarYear(year, signal),
    ...FRESH,
  })

export const useTrial = (trial: Trial | undefined, from: string | undefined) =>
  useQuery({
    queryKey: [...RULES, 'due', trial, from],
    queryFn: ({ signal }) => tryRule(trial ?? { condition: '' }, from ?? '', signal),
    enabled: trial !== undefined && from !== undefined,
  })

/** Every class with its name. */
export const useCodes = () =>
  useQuery({ queryKey: ['codes'], queryFn: ({ signal }) => getCodes(signal), staleTime: 60 * 60_000 }).data

/** A change of a rule: for cases from now on. Every rule is read anew after it. */
function useChange<Asked>(change: (asked: Asked) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: RULES }) })
}

type Edited<Draft> = { draft: Draft; edit: RuleEdit }

export const useChangeCondition = () =>
  useChange(({ id, draft, edit }: Edited<ConditionDraft> & { id: string }) => putCondition(id, draft, edit))
export const useChangePosts = () => useChange(({ draft, edit }: Edited<PostLimits['limits']>) => putPosts(draft, edit))
export const useChangeHours = () => useChange(({ draft, edit }: Edited<Periods>) => putHours(draft, edit))
export const useChangeCalendar = () =>
  useChange(({ year, draft, edit }: Edited<CalendarDraft> & { year: number }) => putCalendar(year, draft, edit))
