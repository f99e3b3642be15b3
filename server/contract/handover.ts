import { z } from 'zod'
import type { Case } from './case.ts'
import { CaseStatus } from './case.ts'
import { nextInstants } from './case-light.ts'
import { Scope } from './role.ts'
import { State } from './state.ts'

/** Eleven digits of a mobile, or an area code with seven or eight more, however they are parted. */
const PHONE = /(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}[ -]?\d{7,8})(?!\d)/

/** Words that stand in the log for ever: whose number it is stands with the case, encrypted. */
const words = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^[^\p{Surrogate}]*$/u, { error: 'no halves of characters' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL keeps no NUL, and a note has lines.
    .regex(/^[^\u0000-\u0008\u000b-\u001f]*$/, { error: 'no control characters' })
    .refine((text) => !PHONE.test(text), { error: 'no phone numbers: the caller’s stands with the case' })

/** A case as it stood when the list was made. */
export const HandoverCase = z.strictObject({
  id: z.string(),
  number: z.string(),
  problem: z.string(),
  address: z.string(),
  status: CaseStatus,
  light: State,
  /** When the first of its clocks is due, and how many minutes were left then; less than 0 when late; null where none runs. */
  dueAt: z.string().nullable(),
  minutesLeft: z.number().int().nullable(),
  crewId: z.string().nullable(),
  unitGrid: z.string().nullable(),
  contractor: z.string().nullable(),
})
export type HandoverCase = z.infer<typeof HandoverCase>

/** A call that somebody waits for: about which case, by when, and what is to be said. The number to call stands with the case. */
export const PromisedCall = z.strictObject({
  caseNumber: z
    .string()
    .regex(/^\d{8}-\d{4}$/, { error: 'give a case number as 20260501-0001' })
    .nullable(),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
  words: words(200).min(1),
})
export type PromisedCall = z.infer<typeof PromisedCall>

export const Signature = z.strictObject({
  by: z.string(),
  /** As others see it. */
  byName: z.string(),
  at: z.string(),
  remark: z.string().nullable(),
})
export type Signature = z.infer<typeof Signature>

/** How the work stood. */
export const HandoverPicture = z.strictObject({
  at: z.string(),
  /** Red, then yellow, the one due first first; at most MOST_LISTED. `late`, `due`: how many there were. */
  late: z.number().int(),
  due: z.number().int(),
  cases: z.array(HandoverCase),
  /** Emergencies that nobody had acknowledged. */
  emergencies: z.array(HandoverCase),
})
export type HandoverPicture = z.infer<typeof HandoverPicture>

export const MOST_LISTED = 500

/** 交接班: what one shift leaves to the next, signed by both. As it stands in the log; the state as it was signed is never changed. */
export const Handover = z.strictObject({
  id: z.string().min(1),
  openedAt: z.string(),
  openedBy: z.string(),
  openedByName: z.string(),
  /** Whose part of the city it is about. */
  scope: Scope,
  picture: HandoverPicture,
  promised: z.array(PromisedCall),
  notes: z.string(),
  /** 交班人, 接班人. */
  giver: Signature.nullable(),
  taker: Signature.nullable(),
})
export type Handover = z.infer<typeof Handover>

const said = { notes: words(4_000), promised: z.array(PromisedCall).max(100) }

export const NewHandover = z.strictObject({ notes: said.notes.default(''), promised: said.promised.default([]) })
export type NewHandover = z.infer<typeof NewHandover>

export const HandoverPatch = z
  .strictObject({
    ...said,
    /** Lists the cases anew, as they stand now. */
    refresh: z.literal(true),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'say what to change' })
export type HandoverPatch = z.infer<typeof HandoverPatch>

export const HandoverSign = z.strictObject({
  as: z.enum(['giver', 'taker']),
  remark: words(500).nullable().default(null),
})
export type HandoverSign = z.infer<typeof HandoverSign>

/** `draft`: nobody has signed; `given`: it waits for the next shift; `taken`: both have. */
export type HandoverStatus = 'draft' | 'given' | 'taken'
export const statusOf = ({ giver, taker }: Pick<Handover, 'giver' | 'taker'>): HandoverStatus =>
  taker ? 'taken' : giver ? 'given' : 'draft'

export type HandoverRefusalCode =
  | 'signed' //       somebody has
  | 'not-given' //    the shift before has not signed yet
  | 'own-handover' // nobody takes over from themselves

/** Why somebody may not sign now; undefined when they may. */
export function refusalOfSigning(
  as: HandoverSign['as'],
  actor: string,
  { giver, taker }: Pick<Handover, 'giver' | 'taker'>,
): { status: 403 | 409; code: HandoverRefusalCode } | undefined {
  if (as === 'giver') return giver ? { status: 409, code: 'signed' } : undefined
  if (taker) return { status: 409, code: 'signed' }
  if (!giver) return { status: 409, code: 'not-given' }
  return giver.by === actor ? { status: 403, code: 'own-handover' } : undefined
}

/** Whether all that one scope holds is within another. */
export function covers(all: Scope, of: Scope): boolean {
  if (all.contractor !== null && all.contractor !== of.contractor) return false
  if (all.crewId !== null && all.crewId !== of.crewId) return false
  return of.areas.every((area) => all.areas.some((one) => area.startsWith(one)))
}

/** What a handover keeps of a case. `now`: Unix ms. */
export function handoverCaseOf(of: Case, light: State, now: number): HandoverCase {
  const due = nextInstants(of)?.due
  return {
    ...{ id: of.id, number: of.number, problem: of.problem, address: of.address, status: of.status, light },
    ...{ crewId: of.crewId, unitGrid: of.unitGrid, contractor: of.contractor },
    dueAt: due === undefined ? null : new Date(due).toISOString(),
    minutesLeft: due === undefined ? null : Math.floor((due - now) / 60_000),
  }
}
