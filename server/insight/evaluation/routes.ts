import type { Context } from 'hono'
import { casesOfIds } from '../../cases/fact-store.ts'
import type { FormulaSet, GroupBy } from '../../contract/evaluation.ts'
import { actorOf, type Gate } from '../../http/acting.ts'
import { checkRange } from '../../http/list-parameters.ts'
import { newRoutes } from '../../http/new-routes.ts'
import { refuseFuture } from '../../http/refuse-future.ts'
import { seqAt } from '../../store/read-log.ts'
import type { Store } from '../../store/store.ts'
import { casesOf } from './count-groups.ts'
import { declareEvaluation } from './declare-evaluation-routes.ts'
import { evaluate, type ListAddress } from './evaluate.ts'
import type { EvaluationMemory } from './evaluation-memory.ts'
import { formulasAt } from './formulas-at.ts'
import { mixOf } from './mix.ts'

export interface EvaluationNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  evaluation: EvaluationMemory
  formulas: readonly FormulaSet[]
  now: () => Date
}

/** Rates and what they stand on: each number opens to its cases (N1). */
export function evaluationRoutes({ gate, area, store, evaluation, formulas, now }: EvaluationNeeds) {
  const { rates, mix, list, sets } = declareEvaluation(gate)

  /** The columns as of `asOf`, and the span in Unix ms. */
  const lookAt = async ({ from, to, asOf }: { from: string; to: string; asOf?: string | undefined }) => {
    checkRange(from, to)
    if (asOf !== undefined) refuseFuture(asOf, now())
    const at = asOf ?? now().toISOString()
    const facts = asOf === undefined ? evaluation.columns : await evaluation.at(await seqAt(store.db, area, asOf))
    return { facts, asOf: at, span: { from: Date.parse(from), to: Date.parse(to), asOf: Date.parse(at) } }
  }

  return newRoutes()
    .openapi(rates(), async (c) => {
      const asked = c.req.valid('query')
      const { scope } = actorOf(c)
      const { facts, asOf, span } = await lookAt(asked)
      const set = formulasAt(formulas, span.from)
      // Of this very instant: a case that changes before somebody opens the list must not change what the number was made of.
      const addressOf = listsOf(c, { ...asked, asOf })
      const groups = evaluate(facts, { by: asked.by, span, scope, formulas: set, addressOf })
      const head = { from: asked.from, to: asked.to, asOf, by: asked.by, seq: evaluation.seq }
      return c.json({ ...head, formulas: set, groups }, 200)
    })
    .openapi(mix(), async (c) => {
      const asked = c.req.valid('query')
      const { facts, asOf, span } = await lookAt(asked)
      return c.json({ from: asked.from, to: asked.to, asOf, ...mixOf(facts, { span, scope: actorOf(c).scope }) }, 200)
    })
    .openapi(list(), async (c) => {
      const { by, group, count, without, limit, cursor = '', ...asked } = c.req.valid('query')
      const { facts, span } = await lookAt(asked)
      const wanted = { by, group, span, scope: actorOf(c).scope, count, ...(without ? { without } : {}) }
      const ids = casesOf(facts, wanted).sort()
      const behind = ids.filter((id) => id > cursor)
      const page = behind.slice(0, limit)
      const next = behind.length > limit ? (page.at(-1) ?? null) : null
      return c.json({ total: ids.length, cases: await casesOfIds(store.db, area, page), next }, 200)
    })
    .openapi(sets(), (c) => c.json({ formulas: [...formulas] }, 200))
}

/** Addresses of the lists behind the numbers of one answer. */
function listsOf(
  c: Context,
  { by, from, to, asOf }: { by: GroupBy; from: string; to: string; asOf: string },
): ListAddress {
  const path = c.req.path.replace(/\/$/, '')
  return ({ group, count, without }) => {
    const query = new URLSearchParams({ count, by, group, from, to, asOf })
    if (without !== undefined) query.set('without', without)
    return `${path}/cases?${query}`
  }
}
