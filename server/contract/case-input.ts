import { z } from 'zod'
import { CaseMethod, CaseOutcome, CaseSource, Quantity } from './case.ts'
import { CASE_LIFE, type CaseAction } from './case-life.ts'
import { Limit } from './clock.ts'
import { CodeKind } from './code-registry.ts'
import { LngLat } from './geo.ts'
import { holdsPhone } from './mask.ts'

const words = (length: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .max(length, { error: `is longer than ${length} characters` })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for; a new line is none.
    .regex(/^[^\u0000-\u0009\u000b-\u001f\p{Surrogate}]*$/u, { error: 'holds a control character or half a character' })
    .refine((text) => !holdsPhone(text), { error: 'holds a phone number: these words are logged for good' })

export const CaseWords = words(500)
const id = z.string().min(1).max(80)
const code = z.string().regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' })

const optional = z.strictObject({ reason: CaseWords.optional() })
const reasoned = z.strictObject({ reason: CaseWords })

type Classed = { kind?: unknown; code?: unknown }
const isWhole = ({ kind, code }: Classed): boolean => (kind === undefined) === (code === undefined)
const CLASS_FAULT = { error: 'give kind and code, or neither', path: ['code'] }

/** What each action is told. `reason` and `words` become the words of its log row. */
export const CASE_INPUTS = {
  /** May say what it is, when the report did not, and about which thing; `assetId` null: about none. */
  accept: optional
    .extend({ kind: CodeKind.optional(), code: code.optional(), assetId: id.nullable().optional() })
    .refine(isWhole, CLASS_FAULT),
  refuse: reasoned,
  'ask-check': optional,
  'answer-check': z.strictObject({ found: z.boolean(), words: CaseWords.optional() }),
  /** `conditionId`: a 立案条件 of the case's class; its newest version is taken. */
  file: optional.extend({ conditionId: id, method: CaseMethod.optional() }),
  return: reasoned,
  dispatch: optional.extend({ crewId: id }),
  reassign: reasoned.extend({ crewId: id }),
  take: optional,
  'send-back': reasoned,
  'finish-stage': z.strictObject({ stage: z.string().min(1).max(40), words: CaseWords.optional() }),
  'feed-back': z.strictObject({
    outcome: CaseOutcome.exclude(['none', 'not-solved']),
    quantity: Quantity.optional(),
    words: CaseWords,
  }),
  'ask-verification': optional,
  pass: z.strictObject({ words: CaseWords.optional() }),
  fail: reasoned,
  close: optional,
  'leave-unsolved': reasoned,
  reopen: reasoned,
  /** `clockId`: which of several running clocks. */
  'request-extension': reasoned.extend({ longer: Limit, clockId: id.optional() }),
  'request-suspension': reasoned,
  'request-void': reasoned,
  approve: optional,
  decline: reasoned,
  resume: optional,
  /** The case that goes on for both. */
  merge: optional.extend({ into: id }),
  split: reasoned,
  escalate: reasoned,
  acknowledge: optional,
  urge: reasoned,
  note: z.strictObject({ words: CaseWords }),
} as const satisfies Record<CaseAction, z.ZodType>

export type CaseInputs = { [A in CaseAction]: z.infer<(typeof CASE_INPUTS)[A]> }

/** An action with what it is told, as somebody asks for it. */
export type CaseAsk = { [A in CaseAction]: { action: A; input: CaseInputs[A] } }[CaseAction]

/** Why somebody does it, in their words: `reason` or `words`. */
export const wordsOf = (input: { reason?: string | undefined } | { words?: string | undefined }): string | null =>
  ('reason' in input ? input.reason : 'words' in input ? input.words : undefined) ?? null

/** Who reports, where they said so: kept apart and encrypted, never in the case. */
export const Reporter = z
  .strictObject({
    name: z.string().trim().min(1).max(60).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d[\d -]{4,19}$/, { error: 'give digits, with blanks or dashes' })
      .optional(),
  })
  .refine(({ name, phone }) => name !== undefined || phone !== undefined, { error: 'give a name or a phone' })
export type Reporter = z.infer<typeof Reporter>

/** 上报: a problem as it comes in, from any source. */
export const NewReport = z
  .strictObject({
    source: CaseSource,
    /** What is wrong, in a short sentence. */
    problem: words(200),
    /** Where, in words. */
    address: words(200),
    location: LngLat,
    /** Both, or neither as long as nobody knows. */
    kind: CodeKind.optional(),
    code: code.optional(),
    /** Absent: the nearest thing of its class is looked for; null: it is about none. */
    assetId: id.nullable().optional(),
    urgency: z.enum(['ordinary', 'emergency']).default('ordinary'),
    reporter: Reporter.optional(),
    /** The open case that tells of the same problem: no new one is made. */
    joins: id.optional(),
  })
  .refine(isWhole, CLASS_FAULT)
export type NewReport = z.infer<typeof NewReport>

/** Whether an action wants words: the same as its schema says, for a form. */
export const wantsWords = (action: CaseAction): boolean => CASE_LIFE[action].reason
