import { z } from 'zod'
import { LngLat } from './geo.ts'
import type { Scope } from './role.ts'

/** What a crew can do; the classes of problems that each is for are in data/rules/skills.json. */
export const Skill = z.enum(['lighting', 'drainage', 'roads', 'sanitation', 'green', 'order', 'waste', 'safety'])
export type Skill = z.infer<typeof Skill>

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'give a time of day as 08:00' })
const words = (length: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, { error: 'no control characters' })

const said = {
  name: words(40),
  skills: z.array(Skill).min(1),
  /** Licence plate and kind; null: on foot. */
  vehicle: z.strictObject({ plate: words(20), kind: words(20) }).nullable(),
  /** When it works, business time; a shift over midnight ends on the day after. */
  shift: z.strictObject({ from: Time, to: Time }),
  /** 三方公司: a unit of the responsibility table; null for the bureau's own crew. */
  contractor: words(40).nullable(),
  /** Beginnings of unit grid codes that it works in, as a scope's areas. */
  areas: z.array(z.string().regex(/^\d{6,15}$/)).min(1),
  /** So many open cases at most. */
  loadLimit: z.number().int().min(1).max(200),
  headcount: z.number().int().min(1).max(200),
}

/** 班组: people with a vehicle, a skill set, a shift, a place. As it stands in the log; its people are those whose scope names it. */
export const Crew = z.strictObject({
  id: z.string().min(1),
  ...said,
  onDuty: z.boolean(),
  /** Since when it is on duty, or off. */
  dutySince: z.string(),
  /** Works no longer: kept for the cases that it had. */
  endedAt: z.string().nullable(),
  demo: z.boolean(),
})
export type Crew = z.infer<typeof Crew>

export const NewCrew = z.strictObject(said)
export type NewCrew = z.infer<typeof NewCrew>

export const CrewPatch = z
  .strictObject({ ...said, ended: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'say what to change' })
export type CrewPatch = z.infer<typeof CrewPatch>

/** Where a crew was at an instant: telemetry, in no log. */
export const CrewPosition = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  location: LngLat,
  accuracyM: z.number().min(0).max(100_000).nullable().default(null),
  speedKmh: z.number().min(0).max(300).nullable().default(null),
  /** Degrees clockwise from north. */
  headingDeg: z.number().min(0).max(360).nullable().default(null),
})
export type CrewPosition = z.infer<typeof CrewPosition>

/** Past this a place is drawn hollow with its age (D15): a phone sends one every 10–30 s, and a tunnel or a lunch is not five minutes. */
export const STALE_POSITION_MINUTES = 5

export const isStale = ({ at }: Pick<CrewPosition, 'at'>, now: number): boolean =>
  now - Date.parse(at) > STALE_POSITION_MINUTES * 60_000

/** Whether a crew is within what is somebody's: it works in a part of it, and is their contractor's and their own where those are named. */
export function isCrewInScope(
  { areas, contractor, crewId }: Scope,
  crew: Pick<Crew, 'id' | 'areas' | 'contractor'>,
): boolean {
  if (contractor !== null && crew.contractor !== contractor) return false
  if (crewId !== null && crew.id !== crewId) return false
  return areas.some((area) => crew.areas.some((of) => of.startsWith(area) || area.startsWith(of)))
}
