import { z } from 'zod'
import { Entity } from './log.ts'

/** A row of the log as it is looked over: who did what to what, when and why. */
export const AuditRow = z.object({
  seq: z.number().int().positive(),
  at: z.string(),
  /** `person:…`, `screen:…`, `sensor:…`, `system:…`. */
  actor: z.string(),
  /** A person's present name; null for who is no person, or no longer known. */
  actorName: z.string().nullable(),
  kind: z.string(),
  entity: Entity,
  entityId: z.string(),
  /** What people call the thing: a case's number, a name; null where it has none. */
  title: z.string().nullable(),
  reason: z.string().nullable(),
})
export type AuditRow = z.infer<typeof AuditRow>

export const AuditPage = z.object({
  /** The newest first. */
  rows: z.array(AuditRow),
  /** Of the page behind; null when there is none. A page may be short and still have one: the log is looked through a part at a time. */
  next: z.string().nullable(),
  /** How far back was looked; null when to the very beginning of what was asked for. */
  lookedBackTo: z.string().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

/** One row with what it changed: the whole state of the thing after it, and before it. Null: the thing was not there. */
export const AuditChange = z.object({ row: AuditRow, after: z.unknown(), before: z.unknown(), hash: z.string() })
export type AuditChange = z.infer<typeof AuditChange>

/** A look through the whole chain of hashes. */
export const ChainCheck = z.object({
  state: z.enum(['running', 'done']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Rows checked so far, and how many there were when it began. */
  checked: z.number().int(),
  total: z.number().int(),
  /** The first row that is not as it was written; null while none was found. */
  brokenSeq: z.number().int().nullable(),
  why: z.string().nullable(),
  /** Of the last row, when all hold: kept elsewhere, it later shows whether the end of the log was cut off. */
  hash: z.string().nullable(),
})
export type ChainCheck = z.infer<typeof ChainCheck>
