import type { CaseCard, ManyOutcome } from '../server/contract/case-card.ts'
import type { CaseInputs, NewReport } from '../server/contract/case-input.ts'
import type { CaseAction } from '../server/contract/case-life.ts'
import type { CaseStep } from '../server/contract/case-timeline.ts'
import type { CodeKind, TypeCode } from '../server/contract/code-registry.ts'
import type { Complainant, MaskedReport } from '../server/contract/complainant.ts'
import type { Condition } from '../server/contract/condition.ts'
import type { Crew, CrewPosition } from '../server/contract/crew.ts'
import type { DueAnswer } from '../server/contract/due.ts'
import type { LngLat } from '../server/contract/geo.ts'
import type { DuplicateSuggestion, Placement } from '../server/contract/placement.ts'
import type { ResponsibleUnit } from '../server/contract/responsibility.ts'
import type { CalendarYear, HoursPreset, WorkingHours } from '../server/contract/work-calendar.ts'
import { address, json, type Query } from './api.ts'
import { newKey, type Sent, send } from './api-send.ts'

export type { CaseCard, CaseStep, MaskedReport, Placement }

const caseAddress = (id: string): string => `/api/cases/${encodeURIComponent(id)}`

/** By its number or its id. */
export const getCase = (id: string, signal?: AbortSignal, seq?: number): Promise<CaseCard> =>
  json(caseAddress(id), signal, seq)

export const getTimeline = async (id: string, signal?: AbortSignal, seq?: number): Promise<CaseStep[]> =>
  (await json<{ steps: CaseStep[] }>(`${caseAddress(id)}/timeline`, signal, seq)).steps

/** A card as it stands after a step, and what takes the step back within a minute. */
export interface Done {
  card: CaseCard
  batch: string | null
}

const doneOf = ({ body, headers }: Sent<CaseCard>): Done => ({ card: body, batch: headers.get('undo-batch') })

export const actOnCase = async <A extends CaseAction>(
  id: string,
  action: A,
  input: CaseInputs[A],
  key: string,
): Promise<Done> => doneOf(await send<CaseCard>('POST', `${caseAddress(id)}/actions/${action}`, input, { key }))

/** Takes back what one did. A case that went on since is not touched: its result says so. */
export const undo = async (batch: string): Promise<ManyOutcome> =>
  (await send<ManyOutcome>('POST', '/api/cases/undo', { batch }, { key: newKey() })).body

export const receiveReport = async (report: NewReport, key: string): Promise<CaseCard> =>
  (await send<CaseCard>('POST', '/api/cases', report, { key })).body

export interface Placed extends Query {
  /** `lng,lat` */
  at: string
  kind?: CodeKind
  code?: string
  assetId?: string
  /** About no thing: none is looked for. */
  thing?: 'none'
  receivedAt?: string
}

export const placeText = ([lng, lat]: LngLat): string => `${lng.toFixed(7)},${lat.toFixed(7)}`

/** Where a report belongs, and what may be the same. */
export const getPlacement = (of: Placed, signal?: AbortSignal): Promise<Placement> =>
  json(address('/api/placement', of), signal)

export const getDuplicates = async (of: Placed, signal?: AbortSignal): Promise<DuplicateSuggestion[]> =>
  (await json<{ duplicates: DuplicateSuggestion[] }>(address('/api/placement/duplicates', of), signal)).duplicates

export const getUnits = async (signal?: AbortSignal): Promise<ResponsibleUnit[]> =>
  (await json<{ units: ResponsibleUnit[] }>('/api/placement/units', signal)).units

export const getCodes = async (signal?: AbortSignal): Promise<TypeCode[]> =>
  (await json<{ codes: TypeCode[] }>('/api/codes', signal)).codes

/** 立案条件 that a case of this class can be filed under. */
export const getConditions = async (kind: CodeKind, code: string, signal?: AbortSignal): Promise<Condition[]> =>
  (await json<{ conditions: Condition[] }>(address('/api/rules/conditions', { kind, code }), signal)).conditions

export const getCondition = async (id: string, signal?: AbortSignal): Promise<Condition[]> =>
  (await json<{ versions: Condition[] }>(`/api/rules/conditions/${encodeURIComponent(id)}`, signal)).versions

export const getDue = (condition: string, from: string, signal?: AbortSignal): Promise<DueAnswer> =>
  json(address('/api/deadlines/due', { condition, from }), signal)

export const getHours = async (signal?: AbortSignal): Promise<WorkingHours> =>
  (await json<{ hours: WorkingHours; presets: HoursPreset[] }>('/api/rules/hours', signal)).hours

export const getCalendar = (year: number, signal?: AbortSignal): Promise<{ calendar: CalendarYear; years: number[] }> =>
  json(address('/api/rules/calendar', { year }), signal)

export type CrewCard = Crew & { openCases: number; position: CrewPosition | null; stale: boolean }

export const getCrews = async (signal?: AbortSignal): Promise<CrewCard[]> =>
  (await json<{ crews: CrewCard[] }>('/api/crews', signal)).crews

export const getComplainants = async (id: string, signal?: AbortSignal): Promise<MaskedReport[]> =>
  (await json<{ reports: MaskedReport[] }>(`${caseAddress(id)}/complainants`, signal)).reports

/** In clear; that it was read stands in the log with the reason. */
export const revealComplainant = async (id: string, reportId: string, reason: string): Promise<Complainant> =>
  (await send<Complainant>('POST', `${caseAddress(id)}/complainants/${reportId}/reveal`, { reason })).body
