import type { Case } from '../contract/case.ts'
import { type CaseAsk, wordsOf } from '../contract/case-input.ts'
import { CASE_LIFE, refusalOf } from '../contract/case-life.ts'
import type { Actor } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { Tx } from '../store/store.ts'
import type { CaseBook } from './case-book.ts'
import type { CaseNeeds, CaseRules } from './case-needs.ts'
import { CaseRefused, noSuchCase } from './case-refused.ts'
import type { SeenCase } from './case-store.ts'
import { mergeCase } from './merge-case.ts'
import { nextCase, type OwnAsk } from './next-case.ts'
import { refuseAct } from './refuse-act.ts'
import { splitCase } from './split-case.ts'
import type { StepContext } from './steps/step.ts'

/** Which states the caller saw, by the log rows that brought them; undefined and `*`: whatever stands. */
export type Seen = readonly number[] | '*' | undefined

/** Who acts, when and by which rules: the same for all that one transaction does. */
export interface Acting {
  actor: Actor
  at: string
  rules: CaseRules
}

export async function actingNow(tx: Tx, actor: Actor, { now, rules }: CaseNeeds): Promise<Acting> {
  return { actor, at: now().toISOString(), rules: await rules(tx.db) }
}

/** A case that this person may see. Throws CaseRefused 404. */
export async function caseInScope(book: CaseBook, id: string, { scope }: Actor): Promise<SeenCase> {
  const of = await book.read(id)
  if (!of || !isInScope(scope, of.state)) throw noSuchCase(id)
  return of
}

/** Does one action to one case and books its steps; nothing is booked when it throws. Returns the case and its step.
 *  Refused in this order: 404, 403 and 409 of the table, 412 where the action itself would be legal, 400 and 409 of the input. */
export async function actInBook(
  book: CaseBook,
  { id, seen, ...ask }: CaseAsk & { id: string; seen?: Seen },
  acting: Acting,
  needs: CaseNeeds,
): Promise<{ state: Case; step: number }> {
  const { actor, at } = acting
  const { state: of, seq } = await caseInScope(book, id, actor)
  const refusal = refusalOf(ask.action, actor, of)
  if (refusal) throw await refuseAct(book, of, ask.action, refusal, needs)
  if (seen !== undefined && seen !== '*' && !seen.includes(seq))
    throw new CaseRefused(412, 'changed-since', `${of.number} was changed since: it is now "${seq}". Read it again.`, {
      present: seq,
    })
  if (ask.action === 'merge') return mergeCase(book, of, ask.input, acting)
  if (ask.action === 'split') return splitCase(book, of, ask.input, acting)
  const state = nextCase(of, ask as OwnAsk, await contextOf(book.tx, of, ask as OwnAsk, acting, needs))
  const { kind } = CASE_LIFE[ask.action]
  return { state, step: book.step({ at, actor: actor.id, kind, reason: wordsOf(ask.input), after: state }) }
}

/** Looks up what the decision needs, and no more. */
async function contextOf(
  { db }: Tx,
  of: Case,
  { action, input }: OwnAsk,
  { actor, at, rules }: Acting,
  needs: CaseNeeds,
): Promise<StepContext> {
  const context: StepContext = { actor, at, rules }
  if (action === 'file') return { ...context, condition: rules.condition(input.conditionId) }
  if (action === 'accept' && (input.code !== undefined || input.assetId !== undefined)) {
    const { kind = of.kind, code = of.code, assetId } = input
    checkClass(needs, kind, code)
    const noThing = assetId === null
    const report = { ...of, kind, code, assetId: noThing ? null : (assetId ?? of.assetId), noThing }
    return { ...context, placed: await needs.placeOf(db, report) }
  }
  const filed = of.conditionId === null ? undefined : rules.condition(of.conditionId, of.conditionVersion ?? undefined)
  const crew = action === 'dispatch' || action === 'reassign' ? await needs.crewOf(db, input.crewId) : undefined
  return { ...context, condition: filed, crew }
}

/** 400 for a class that the standard does not have. */
export function checkClass({ codes }: Pick<CaseNeeds, 'codes'>, kind: Case['kind'], code: string): void {
  if (!codes.types.has(`${kind}:${code}`))
    throw new CaseRefused(400, 'unknown-code', `"code": there is no ${kind} ${code}; GET /api/codes lists them.`, {
      at: 'code',
    })
}
