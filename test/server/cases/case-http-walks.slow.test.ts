import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seenCases } from '../../../server/cases/case-store.ts'
import { CASE_LIFE, CaseAction } from '../../../server/contract/case-life.ts'
import { wholeCase } from '../../../server/contract/compact-case.ts'
import type { Role } from '../../../server/contract/role.ts'
import { historyOf } from '../../../server/store/read-log.ts'
import { type CaseDesk, COURSE, caseDesk, ROLES } from '../../support/case-desk.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { faultsOfCase, faultsOfShape } from './legal-case.ts'

const WALKS = 100

const inputFor = (action: CaseAction, other: string): object => {
  const inputs: Partial<Record<CaseAction, object>> = {
    ...{
      accept: {},
      'ask-check': {},
      take: {},
      'ask-verification': {},
      close: {},
      approve: {},
      resume: {},
      acknowledge: {},
    },
    ...{ file: { conditionId: 'noise' }, 'answer-check': { found: true }, dispatch: { crewId: 'crew-1' } },
    ...{ reassign: { crewId: 'crew-2', reason: '换人' }, 'finish-stage': { stage: 'handle' }, pass: { words: '已好' } },
    ...{
      'feed-back': { outcome: 'persuaded', words: '已停工' },
      note: { words: '已电话联系' },
      merge: { into: other },
    },
    'request-extension': { longer: { value: 1, unit: 'hour' }, reason: '下雨' },
  }
  return inputs[action] ?? { reason: '如所述' }
}

/** Talk is drawn seldom, else from what the state allows, so that walks get far; the last third from everything. */
const step = fc.record({ draw: fc.nat(9), pick: fc.nat(10_000), role: fc.constantFrom(...ROLES), which: fc.nat(1) })

interface Walk {
  /** So many steps of the ordinary course first. */
  ahead: number
  steps: { draw: number; pick: number; role: Role; which: number }[]
}

async function walk(desk: CaseDesk, { ahead, steps }: Walk): Promise<void> {
  const ids = [(await desk.receive()).id, (await desk.receive()).id]
  for (const [action, input] of COURSE.slice(0, ahead)) await desk.act(ids[0] ?? '', action, input)
  const statuses = new Map<string, string>(ids.map((id) => [id, 'received']))
  for (const { draw, pick, role, which } of steps) {
    const [id = '', other = ''] = which ? [ids[1], ids[0]] : ids
    const able = CaseAction.options.filter(
      (action) =>
        draw > 6 ||
        (CASE_LIFE[action].from.some((status) => status === statuses.get(id)) && CASE_LIFE[action].to !== 'same'),
    )
    const action = able[pick % able.length] ?? 'note'
    const roles = CASE_LIFE[action].roles
    const who = draw > 8 ? role : (roles[pick % roles.length] ?? role)
    const answer = await desk.as[who].post(`/api/cases/${id}/actions/${action}`, inputFor(action, other))
    const body = await answer.json()
    // A crew does not see what no crew or another has: for it there is no such case.
    expect([200, 400, 403, 404, 409], `${who} ${action}: ${JSON.stringify(body).slice(0, 200)}`).toContain(
      answer.status,
    )
    if (answer.status === 404) expect([who, body.code]).toEqual(['crew', 'unknown-case'])
    if (answer.status !== 200) expect(body.code).toMatch(/^[a-z-]{4,}$/)
    for (const state of (await seenCases(desk.city.store.db, SUO, ids)).values()) {
      expect([...faultsOfCase(state.state), ...faultsOfShape(state.state)], `${who} ${action}`).toEqual([])
      statuses.set(state.state.id, state.state.status)
    }
  }
  for (const [id, { state, seq }] of await seenCases(desk.city.store.db, SUO, ids)) {
    const [last] = await historyOf(desk.city.store.db, { city: SUO, entity: 'case', entityId: id, limit: 1 })
    expect([last?.seq, wholeCase(last?.after)]).toEqual([seq, state])
  }
}

onEachEngine((_, engine) => {
  test(`${WALKS} random walks of two cases through the app leave every state legal, and the log says the same as the table`, async () => {
    const desk = await caseDesk(engine)
    const steps = fc.array(step, { minLength: 8, maxLength: 16 })
    const walks = fc.record({ ahead: fc.nat(COURSE.length), steps })
    await fc.assert(
      fc.asyncProperty(walks, (one) => walk(desk, one)),
      { numRuns: WALKS, seed: 7 },
    )
    const rows = await desk.city.store.readLog({ city: SUO, after: 0, limit: 100_000 })
    const kinds = new Set(rows.map(({ kind }) => kind))
    for (const kind of ['case-merged', 'case-absorbed', 'case-split', 'case-parted', 'case-handled', 'case-refused'])
      expect(kinds, kind).toContain(kind)
    expect((await desk.city.store.verify(SUO)).ok).toBe(true)
  })
})
