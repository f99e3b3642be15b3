import type { Context } from 'hono'
import { cardOf } from '../contract/case-card.ts'
import { CASE_INPUTS, type CaseAsk } from '../contract/case-input.ts'
import type { CaseAction } from '../contract/case-life.ts'
import { actorOf } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes, refusalOf } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { actOnCase, type CaseWriter } from './act-on-case.ts'
import { actOnCases } from './act-on-cases.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused } from './case-refused.ts'
import { type CaseGate, declareActionRoutes } from './declare-action-routes.ts'
import { receiveReport } from './receive-report.ts'
import { undoBatch } from './undo-batch.ts'

/** What people do to cases. */
export function caseActionRoutes({ needs, ...gate }: CaseGate & { needs: CaseNeeds }) {
  const { receive, act, actOnMany, undo } = declareActionRoutes(gate)
  const { now } = needs

  const writerOf = (c: Context, asked: unknown): CaseWriter => {
    const actor = actorOf(c)
    return { actor, once: onceOf(c, actor.id, asked, now()) }
  }
  const say = (c: Context, { seq, again }: { seq: number; again: boolean }) => {
    c.header('Log-Seq', String(seq))
    c.header('ETag', etagOfSeq(seq))
    replay(c, again)
  }

  return newRoutes()
    .openapi(receive, async (c) => {
      const report = c.req.valid('json')
      const writer = writerOf(c, report)
      const done = await receiveReport(report, writer, needs).catch(refuse)
      say(c, done)
      const card = cardOf(done.case, writer.actor, now())
      return done.joined ? c.json(card, 200) : c.json(card, 201, { Location: `/api/cases/${card.id}` })
    })
    .openapi(act, async (c) => {
      const { id, action } = c.req.valid('param')
      const ifMatch = c.req.valid('header')['if-match']
      const seen = ifMatch === undefined ? undefined : readIfMatch(ifMatch)
      const ask = askOf(action, c.req.valid('json'))
      const writer = writerOf(c, ask)
      const done = await actOnCase({ id, seen, ...ask }, writer, needs).catch(refuse)
      say(c, done)
      c.header('Undo-Batch', done.batch)
      return c.json(cardOf(done.case, writer.actor, now()), 200)
    })
    .openapi(actOnMany, async (c) => {
      const { action, ids, input } = c.req.valid('json')
      const asked = { ...askOf(action, input), ids: [...new Set(ids)] }
      const { again, ...outcome } = await actOnCases(asked, writerOf(c, asked), needs).catch(refuse)
      replay(c, again)
      return c.json(outcome, 200)
    })
    .openapi(undo, async (c) => {
      const asked = c.req.valid('json')
      const { again, ...outcome } = await undoBatch(asked, writerOf(c, asked), needs).catch(refuse)
      replay(c, again)
      return c.json(outcome, 200)
    })
}

function replay(c: Context, again: boolean): void {
  if (again) c.header('Idempotency-Replayed', 'true')
}

/** The input as its action takes it; 400 names the member at fault. */
function askOf(action: CaseAction, input: unknown): CaseAsk {
  const parsed = CASE_INPUTS[action].safeParse(input)
  if (!parsed.success) throw refusalOf(parsed.error.issues, 'body')
  // One of the pairs that CaseAsk lists: the schema was taken by the action.
  return { action, input: parsed.data } as CaseAsk
}

/** A refusal of a verb as the answer that it is. */
export function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof CaseRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(error.status, error.code, error.message, error.at, headers, error.last)
}
