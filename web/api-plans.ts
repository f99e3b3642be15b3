import {
  DayPlan,
  type PlanAcceptance,
  PlanAccepted,
  type PlanRequest,
  PredictedRed,
  type WhatIf,
  WhatIfAnswer,
} from '../server/contract/day-plan.ts'
import { json } from './api.ts'
import { send } from './api-send.ts'

type Asked<Schema> = { [Key in keyof Schema]?: Schema[Key] | undefined }
const planAt = (id: string): string => `/api/plans/${encodeURIComponent(id)}`

/** Begins to plan a day; the answer is the plan as far as it is. */
export const startPlan = async (asked: Asked<PlanRequest>): Promise<DayPlan> =>
  DayPlan.parse((await send('POST', '/api/plans', asked)).body)

export const getPlan = async (id: string, signal?: AbortSignal): Promise<DayPlan> =>
  DayPlan.parse(await json(planAt(id), signal))

/** Stops it; what was found until then stays. */
export const stopPlan = async (id: string): Promise<DayPlan> => DayPlan.parse((await send('DELETE', planAt(id))).body)

/** Dispatches all of a plan, or the cases that are named. */
export const acceptPlan = async (id: string, asked: PlanAcceptance, key: string): Promise<PlanAccepted> =>
  PlanAccepted.parse((await send('POST', `${planAt(id)}/accept`, asked, { key })).body)

/** Cases that will be late today and are not yet. */
export const getPredicted = async (signal?: AbortSignal): Promise<PredictedRed> =>
  PredictedRed.parse(await json('/api/plans/predicted', signal))

/** What the rest of the day would come to with other crews. */
export const tryCrews = async (asked: Asked<WhatIf>): Promise<WhatIfAnswer> =>
  WhatIfAnswer.parse((await send('POST', '/api/plans/what-if', asked)).body)
