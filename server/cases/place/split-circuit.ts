import type { Case } from '../../contract/case.ts'
import { CASE_LIFE } from '../../contract/case-life.ts'
import { actingNow, caseInScope } from '../act-in-book.ts'
import type { CaseWriter } from '../act-on-case.ts'
import { endAll } from '../case-clocks.ts'
import type { CaseNeeds } from '../case-needs.ts'
import { CaseRefused } from '../case-refused.ts'
import { refuseAct } from '../refuse-act.ts'
import { runCaseWrite } from '../run-case-write.ts'
import { type CircuitOutcome, checkJoiner } from './join-circuit.ts'
import { childrenOf } from './place-case-store.ts'

export const LEFT_CIRCUIT = 'case-left-circuit'
export const VOIDED = 'case-voided'

/** Undoes a join: the lamps' cases stand alone again, as they are but for the join, and the circuit's case is void. Throws CaseRefused: 403, 404, 409
 *  when it has no lamps or its crew has answered already; KeyReused. */
export async function splitCircuit(
  { id, reason }: { id: string; reason: string },
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<CircuitOutcome & { again: boolean }> {
  checkJoiner(actor.roles)
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const { at } = await actingNow(book.tx, actor, needs)
    const { state: of } = await caseInScope(book, id, actor)
    if (!CASE_LIFE.merge.from.includes(of.status))
      throw await refuseAct(book, of, 'split', { status: 409, code: 'conflict' }, needs)
    const ids = await childrenOf(book.tx.db, book.tx.city, id)
    if (ids.length === 0) throw new CaseRefused(409, 'no-children', `${of.number} has no cases to let go.`)
    await book.fetch(ids)
    const lamps: Case[] = []
    for (const child of ids) {
      const { state } = await caseInScope(book, child, actor)
      lamps.push({ ...state, parentId: null })
    }
    const circuit: Case = { ...of, status: 'void', request: null, clocks: endAll(of.clocks, at) }
    const step = book.step({ at, actor: actor.id, kind: VOIDED, reason, after: circuit })
    for (const after of lamps) book.step({ at, actor: actor.id, kind: LEFT_CIRCUIT, reason, after })
    return (first): CircuitOutcome => ({ seq: first + step, circuit, lamps })
  })
  return { ...answer, again }
}
