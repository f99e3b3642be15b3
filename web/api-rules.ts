import type { Limit } from '../server/contract/clock.ts'
import type { Condition, ConditionDraft, PostLimits } from '../server/contract/condition.ts'
import type { DueAnswer } from '../server/contract/due.ts'
import type { CalendarYear, HoursPreset, Periods, WorkingHours } from '../server/contract/work-calendar.ts'
import { address, json } from './api.ts'
import { type Seen, seen } from './api-admin.ts'
import { newKey, send } from './api-send.ts'

const conditionAddress = (id: string): string => `/api/rules/conditions/${encodeURIComponent(id)}`

/** The newest version of each 立案条件. */
export const getAllConditions = async (signal?: AbortSignal): Promise<Condition[]> =>
  (await json<{ conditions: Condition[] }>('/api/rules/conditions', signal)).conditions

export interface ConditionHistory {
  condition: Condition
  /** The oldest first. */
  versions: Condition[]
}

export const getConditionHistory = (id: string, signal?: AbortSignal): Promise<Seen<ConditionHistory>> =>
  seen(conditionAddress(id), signal)

/** How a rule is changed: what was seen of it, and why it changes. */
export interface RuleEdit {
  etag: string | undefined
  reason: string | undefined
}

async function put<Rule>(path: string, body: unknown, { etag, reason }: RuleEdit): Promise<Rule> {
  const options = { key: newKey(), ...(etag === undefined ? {} : { ifMatch: etag }) }
  return (await send<Rule>('PUT', address(path, { reason }), body, options)).body
}

export const putCondition = (id: string, draft: ConditionDraft, edit: RuleEdit): Promise<Condition> =>
  put(conditionAddress(id), draft, edit)

export const getPosts = (signal?: AbortSignal): Promise<Seen<PostLimits>> => seen('/api/rules/posts', signal)

export const putPosts = (limits: PostLimits['limits'], edit: RuleEdit): Promise<PostLimits> =>
  put('/api/rules/posts', { limits }, edit)

export interface HoursAnswer {
  hours: WorkingHours
  presets: HoursPreset[]
}

export const getWorkingHours = (signal?: AbortSignal): Promise<Seen<HoursAnswer>> => seen('/api/rules/hours', signal)

export const putHours = (periods: Periods, edit: RuleEdit): Promise<WorkingHours> =>
  put('/api/rules/hours', { periods }, edit)

export interface CalendarAnswer {
  calendar: CalendarYear
  years: number[]
}

/** Of this year where none is given. Throws Refusal `unknown-calendar` for a year that is not known yet. */
export const getCalendarYear = (year: number | undefined, signal?: AbortSignal): Promise<Seen<CalendarAnswer>> =>
  seen(address('/api/rules/calendar', { year }), signal)

export type CalendarDraft = Omit<CalendarYear, 'year' | 'version' | 'validFrom'>

export const putCalendar = (year: number, draft: CalendarDraft, edit: RuleEdit): Promise<CalendarYear> =>
  put(`/api/rules/calendar/${year}`, draft, edit)

/** What is tried: a condition, or a limit by itself. */
export type Trial = { condition: string; version?: number | undefined } | Limit

export const tryRule = (trial: Trial, from: string, signal?: AbortSignal): Promise<DueAnswer> =>
  json(
    address('/api/deadlines/due', {
      ...('condition' in trial
        ? { condition: trial.condition, version: trial.version }
        : { limit: trial.value, unit: trial.unit }),
      from,
    }),
    signal,
  )
