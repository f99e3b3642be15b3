import { HandoverPatch, type PromisedCall } from '../../../server/contract/handover.ts'

/** A call as it is being written: what the fields of the form hold. */
export interface CallDraft {
  key: number
  caseNumber: string
  /** Business time, as `datetime-local` has it: 2026-05-01T18:30; empty for none. */
  due: string
  words: string
}

const SHANGHAI = '+08:00'
const SHANGHAI_MS = 8 * 3_600_000

export const callDraftOf = ({ caseNumber, dueAt, words }: PromisedCall, key: number): CallDraft => ({
  ...{ key, caseNumber: caseNumber ?? '', words },
  due: dueAt === null ? '' : new Date(Date.parse(dueAt) + SHANGHAI_MS).toISOString().slice(0, 16),
})

const callOf = ({ caseNumber, due, words }: CallDraft): PromisedCall => ({
  caseNumber: caseNumber.trim() || null,
  dueAt: due ? `${due}:00${SHANGHAI}` : null,
  words,
})

export const isEmpty = ({ caseNumber, due, words }: CallDraft): boolean => !caseNumber.trim() && !due && !words.trim()

/** Which part of a draft cannot be kept, and whether a phone number is why. */
export type DraftFault = 'notes-phone' | 'notes' | 'call-number' | 'call-words-phone' | 'call-words' | 'call-due'

/** What is to be saved, or what is wrong with it; lines that nobody has filled in are left out. */
export function patchOf(notes: string, drafts: readonly CallDraft[]): { patch: HandoverPatch } | { fault: DraftFault } {
  const promised = drafts.filter((draft) => !isEmpty(draft)).map(callOf)
  const read = HandoverPatch.safeParse({ notes, promised })
  if (read.success) return { patch: read.data }
  const [issue] = read.error.issues
  const isPhone = issue?.message.includes('phone') ?? false
  if (issue?.path[0] === 'notes') return { fault: isPhone ? 'notes-phone' : 'notes' }
  const member = issue?.path[2]
  if (member === 'caseNumber') return { fault: 'call-number' }
  if (member === 'dueAt') return { fault: 'call-due' }
  return { fault: isPhone ? 'call-words-phone' : 'call-words' }
}
