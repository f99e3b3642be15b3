import { expect, test } from 'vitest'
import { CaseStatus } from '../../../server/contract/case.ts'
import { CASE_INPUTS } from '../../../server/contract/case-input.ts'
import { CASE_LIFE, CaseAction } from '../../../server/contract/case-life.ts'
import { type Filled, inputOf } from '../../../web/case/act/act-fields.ts'
import { ACTION_GROUPS, offersOf, primaryOf } from '../../../web/case/act/action-groups.ts'
import { orderCrews } from '../../../web/case/act/order-crews.ts'
import { whyNot } from '../../../web/case/act/why-not.ts'

const LAMP = { kind: 'component', code: '01037' } as const

test('every action has one place on the page', () => {
  const placed = Object.values(ACTION_GROUPS).flat()
  expect([...placed].sort()).toEqual([...CaseAction.options].sort())
})

test('an action stays in its place when it cannot be done, and the primary one can', () => {
  const allowed = [
    { action: 'close', refused: 'conflict' },
    { action: 'file', refused: null },
  ] as const
  expect(offersOf([...allowed], 'onward').map(({ action }) => action)).toEqual(['file', 'close'])
  expect(primaryOf([...allowed])).toBe('file')
  expect(primaryOf([{ action: 'file', refused: 'unclassified' }])).toBeUndefined()
})

test('why a state does not allow an action: something first, behind it, or off the course', () => {
  expect(whyNot('close', { status: 'handled' })).toEqual({ is: 'first', action: 'close' })
  expect(whyNot('dispatch', { status: 'handling' })).toEqual({ is: 'past' })
  expect(whyNot('dispatch', { status: 'suspended' })).toEqual({ is: 'stands', status: 'suspended' })
  expect(whyNot('resume', { status: 'handling' })).toEqual({ is: 'only', from: ['suspended'] })
})

test('each action that a state forbids has a why', () => {
  for (const action of CaseAction.options)
    for (const status of CaseStatus.options)
      if (!CASE_LIFE[action].from.includes(status)) expect(whyNot(action, { status }).is).toBeTruthy()
})

const FILLED: Filled = {
  ...{ class: 'matter:06028', conditionId: 'noise', crewId: 'lamps', outcome: 'repaired', found: true },
  ...{ amount: 3, unit: 'piece', longer: 2, longerUnit: 'hour', stage: 'stop', into: '20260501-0001', words: ' 写明 ' },
}

test('a form tells each action what its schema takes and nothing else', () => {
  for (const action of CaseAction.options) {
    const input = inputOf(action, FILLED, LAMP)
    expect([action, CASE_INPUTS[action].safeParse(input).error?.message]).toEqual([action, undefined])
  }
  expect(inputOf('refuse', FILLED, LAMP)).toEqual({ reason: '写明' })
  expect(inputOf('accept', { class: 'component:01037' }, LAMP)).toEqual({})
  expect(inputOf('accept', { class: 'component:01037', noThing: true }, LAMP)).toEqual({ assetId: null })
  expect(inputOf('accept', { class: 'component:01037', noThing: false }, LAMP)).toEqual({})
  expect(inputOf('accept', FILLED, LAMP)).toEqual({ kind: 'matter', code: '06028', reason: '写明' })
  expect(inputOf('feed-back', { outcome: 'repaired', amount: 3, words: '好了' }, LAMP)).toEqual({
    outcome: 'repaired',
    words: '好了',
  })
})

test('the crews that fit stand first by their rank, the others as they stood', () => {
  const crews = ['off', 'second', 'busy', 'first'].map((id) => ({ id }))
  const ranked = [
    { crewId: 'first', rank: 1 },
    { crewId: 'second', rank: 2 },
  ] as never
  const ordered = orderCrews(crews, ranked)
  expect(ordered.map(({ crew }) => crew.id)).toEqual(['first', 'second', 'off', 'busy'])
  expect(ordered.map(({ fit }) => fit?.rank)).toEqual([1, 2, undefined, undefined])
  expect(orderCrews(crews, []).map(({ crew }) => crew.id)).toEqual(['off', 'second', 'busy', 'first'])
})
