import { expect, test } from 'vitest'
import { CaseStatus } from '../../../server/contract/case.ts'
import { CASE_LIFE, CaseAction, refusalOf } from '../../../server/contract/case-life.ts'
import { Role } from '../../../server/contract/role.ts'
import { complaint } from '../../support/entries.ts'

/** The working state machine as the standard tells it (STANDARDS 1.3), written down once more and apart from the code:
 *  action: states in which it is done > state behind it : posts that do it. `=` stays, `<` goes back, `?` is what was asked for. */
const TABLE = `
accept: received > accepted : acceptor
refuse: received > refused : acceptor
ask-check: received > checking : acceptor
answer-check: checking > received : inspector
file: accepted > filed : duty-lead
return: accepted > received : duty-lead
dispatch: filed > dispatched : supervisor
reassign: dispatched handling > dispatched : supervisor
take: dispatched > handling : crew
send-back: dispatched handling > filed : crew
finish-stage: handling > = : crew
feed-back: handling > handled : crew
ask-verification: handled > verifying : acceptor
pass: verifying > verified : inspector
fail: verifying > dispatched : inspector
close: verified > closed : duty-lead
leave-unsolved: filed handled verified > unsolved : duty-lead
reopen: closed unsolved > filed : duty-lead
request-extension: dispatched handling > = : crew supervisor
request-suspension: filed dispatched handling > = : crew supervisor
request-void: accepted filed dispatched handling > = : crew supervisor
approve: accepted filed dispatched handling > ? : supervisor duty-lead
decline: accepted filed dispatched handling > = : supervisor duty-lead
resume: suspended > < : supervisor duty-lead
merge: received accepted filed dispatched handling > merged : acceptor supervisor duty-lead
split: merged > < : acceptor supervisor duty-lead
escalate: open > = : supervisor duty-lead commander
acknowledge: open > = : supervisor duty-lead commander
urge: open > = : duty-lead commander
note: all > = : acceptor duty-lead supervisor inspector crew commander`

const MEANS: Record<string, string> = { '=': 'same', '<': 'before', '?': 'requested' }
const ENDED = ['refused', 'closed', 'unsolved', 'void', 'merged']
const statesIn = (text: string): string[] => {
  if (text === 'all') return CaseStatus.options
  if (text === 'open') return CaseStatus.options.filter((status) => !ENDED.includes(status))
  return text.split(' ')
}
const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [, action = '', from = '', to = '', roles = ''] = /^(\S+): (.+) > (\S+) : (.+)$/.exec(line) ?? []
    return { action, from: statesIn(from), to: MEANS[to] ?? to, roles: roles.split(' ') }
  })

test('the table holds every action, and says of each what the standard says', () => {
  expect(rows.map(({ action }) => action).sort()).toEqual([...CaseAction.options].sort())
  for (const { action, to } of rows) expect(CASE_LIFE[action as CaseAction].to, action).toBe(to)
})

test('every state, role and action: done by the right post in the right state, refused with 403 or 409 and a word', () => {
  const asked = {
    request: {
      kind: 'void',
      by: 'person:else',
      byName: 'else',
      at: '2026-01-01T09:00:00Z',
      reason: '误报',
      longer: null,
      clockId: null,
    },
  }
  const counted: Record<string, number> = {}
  for (const status of CaseStatus.options)
    for (const role of Role.options)
      for (const { action, from, roles } of rows) {
        const of = complaint(1, {
          ...{ status, crewId: 'crew-1', code: '06028', kind: 'matter', urgency: 'emergency' },
          ...(action === 'approve' || action === 'decline' ? (asked as object) : {}),
        })
        const actor = {
          id: 'person:1',
          roles: [role],
          scope: { areas: ['540626'], contractor: null, crewId: 'crew-1' },
        }
        const refusal = refusalOf(action as CaseAction, actor, of)
        const right = roles.includes(role)
        const expected = !right ? 403 : from.includes(status) ? undefined : 409
        expect(refusal?.status, `${status} ${role} ${action}`).toBe(expected)
        if (refusal) expect(refusal.code).toBe(right ? 'conflict' : 'wrong-role')
        counted[String(expected)] = (counted[String(expected)] ?? 0) + 1
      }
  const all = CaseStatus.options.length * Role.options.length * rows.length
  expect(Object.values(counted).reduce((sum, one) => sum + one, 0)).toBe(all)
})

test('a crew acts on its own cases only; who also dispatches acts on all', () => {
  const of = complaint(1, { status: 'dispatched', crewId: 'crew-2' })
  const scope = { areas: ['540626'], contractor: null, crewId: 'crew-1' }
  expect(refusalOf('take', { id: 'a', roles: ['crew'], scope }, of)).toEqual({ status: 403, code: 'other-crew' })
  expect(refusalOf('take', { id: 'a', roles: ['crew'], scope: { ...scope, crewId: null } }, of)?.code).toBe(
    'other-crew',
  )
  expect(refusalOf('request-void', { id: 'a', roles: ['crew', 'supervisor'], scope }, of)).toBeUndefined()
})
