import { expect } from 'vitest'
import type { CaseCard } from '../../server/contract/case-card.ts'
import type { CaseAction } from '../../server/contract/case-life.ts'
import type { Role, Scope } from '../../server/contract/role.ts'
import type { EngineName } from '../../server/store/engine.ts'
import type { Client } from './client.ts'
import { type TestCity, testCity } from './test-city.ts'

/** Filed under the one condition that asks for no photo: an hour around the clock. */
export const NOISE = {
  source: 'hotline-12345',
  problem: '夜间施工噪声',
  address: '藏北路 12 号',
  location: [93.785, 31.886],
  kind: 'matter',
  code: '06028',
} as const

export const CREWS = ['crew-1', 'crew-2'] as const

/** A whole city whose posts are all taken, with a clock that a test moves. */
export interface CaseDesk {
  city: TestCity
  /** One for each role; the crew works in crew-1. */
  as: Record<Role, Client>
  another(role: Role, scope?: Partial<Scope>): Promise<Client>
  /** Moves the clock on. Sessions end when nobody does anything for half an hour, so behind a long pause others have the posts. */
  later(minutes: number): Promise<void>
  now(): string
  receive(of?: object): Promise<CaseCard>
  /** One more report of an open case. */
  receiveInto(id: string): Promise<CaseCard>
  /** Does one action as the first role that may; checks that it answers 200. */
  act(id: string, action: CaseAction, input?: object, role?: Role): Promise<CaseCard>
  /** The status and the code of a refusal. */
  refused(id: string, action: CaseAction, input: object, role: Role): Promise<[status: number, code: string]>
}

/** The post that does an action in most offices. */
const DOES: Partial<Record<CaseAction, Role>> = {
  ...{ accept: 'acceptor', refuse: 'acceptor', 'ask-check': 'acceptor', 'ask-verification': 'acceptor' },
  ...{ 'answer-check': 'inspector', pass: 'inspector', fail: 'inspector' },
  ...{ file: 'duty-lead', return: 'duty-lead', close: 'duty-lead', 'leave-unsolved': 'duty-lead', reopen: 'duty-lead' },
  ...{ dispatch: 'supervisor', reassign: 'supervisor', approve: 'supervisor', decline: 'supervisor' },
  ...{ take: 'crew', 'send-back': 'crew', 'feed-back': 'crew', 'finish-stage': 'crew', urge: 'duty-lead' },
  ...{ 'request-extension': 'crew', 'request-suspension': 'crew', 'request-void': 'crew' },
}

export const ROLES = [
  ...['acceptor', 'duty-lead', 'supervisor', 'inspector', 'crew', 'planner', 'commander', 'admin', 'auditor'],
] as Role[]

export const START = '2026-05-06T09:00:00+08:00'

export async function caseDesk(engine: EngineName = 'sqlite'): Promise<CaseDesk> {
  let ms = Date.parse(START)
  const crewOf = (_db: unknown, _city: string, id: string) =>
    Promise.resolve(
      CREWS.some((crew) => crew === id) ? { id, contractor: id === 'crew-2' ? 'third-party' : null } : undefined,
    )
  const city = await testCity({ engine, crewOf, now: () => new Date(ms) })
  const as = {} as Record<Role, Client>
  let signedInMs = ms
  const signIn = async () => {
    for (const role of ROLES) as[role] = await city.as(role, role === 'crew' ? { crewId: 'crew-1' } : {})
    signedInMs = ms
  }
  await signIn()
  const post = (id: string, action: CaseAction, input: object, role: Role) =>
    as[role].post(`/api/cases/${id}/actions/${action}`, input)
  return {
    ...{ city, as },
    another: (role, scope) => city.as(role, scope),
    async later(minutes) {
      ms += minutes * 60_000
      if (ms - signedInMs > 25 * 60_000) await signIn()
    },
    now: () => new Date(ms).toISOString(),
    async receive(of = {}) {
      const answer = await as.acceptor.post('/api/cases', { ...NOISE, ...of })
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      return (await answer.json()) as CaseCard
    },
    async receiveInto(id) {
      const answer = await as.acceptor.post('/api/cases', { ...NOISE, joins: id })
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
      return (await answer.json()) as CaseCard
    },
    async act(id, action, input = {}, role = DOES[action] ?? 'supervisor') {
      const answer = await post(id, action, input, role)
      expect(`${answer.status} ${answer.status === 200 ? '' : await answer.text()}`).toBe('200 ')
      return (await answer.json()) as CaseCard
    },
    async refused(id, action, input, role) {
      const { status, code } = await as[role].problem(post(id, action, input, role))
      return [status, code]
    },
  }
}

/** The steps of an ordinary case in their order, with what each is told. */
export const COURSE: readonly (readonly [CaseAction, object])[] = [
  ['accept', {}],
  ['file', { conditionId: 'noise' }],
  ['dispatch', { crewId: 'crew-1' }],
  ['take', {}],
  ['feed-back', { outcome: 'persuaded', words: '已停工', quantity: { value: 1, unit: 'machine' } }],
  ['ask-verification', {}],
  ['pass', {}],
  ['close', {}],
]

/** Takes a case along the ordinary course until it has this action behind it. */
export async function takeTo(
  { act }: CaseDesk,
  id: string,
  last: CaseAction,
  of: Partial<Record<CaseAction, object>> = {},
) {
  let card: CaseCard | undefined
  for (const [action, input] of COURSE) {
    card = await act(id, action, { ...input, ...of[action] })
    if (action === last) return card
  }
  throw new Error(`${last} is not in the course`)
}
