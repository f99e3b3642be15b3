import { expect, test } from 'vitest'
import { findCircuitFaults, type Wiring } from '../../../../server/cases/place/circuit-faults.ts'
import type { Case } from '../../../../server/contract/case.ts'
import { complaint } from '../../../support/entries.ts'
import { RULES } from './made-ground.ts'

const lampOf = (number: number): string => `lamp-${number}`
const on = (circuit: string, from: number, to: number): [string, Wiring][] =>
  Array.from({ length: to - from + 1 }, (_, at) => [lampOf(from + at), { circuit, cabinet: `cabinet of ${circuit}` }])
const WIRING = new Map([...on('C001', 1, 20), ...on('C002', 21, 40)])
const dark = (number: number, of: Partial<Case> = {}): Case =>
  complaint(number, {
    assetId: lampOf(number),
    receivedAt: `2026-05-01T${String(10 + (number % 10)).padStart(2, '0')}:00:00Z`,
    ...of,
  })
const faults = (cases: Case[]) => findCircuitFaults(cases, WIRING, RULES.circuits)

test('nine dark lamps of one circuit are one fault, with its cabinet and its cases', () => {
  const nine = Array.from({ length: 9 }, (_, at) => dark(at + 1))
  expect(faults([...nine, dark(21), dark(22)])).toEqual([
    {
      ...{ circuit: 'C001', cabinet: 'cabinet of C001', from: '2026-05-01T11:00:00Z', to: '2026-05-01T19:00:00Z' },
      cases: nine.map(({ id }) => id),
      lamps: nine.map(({ assetId }) => assetId),
    },
  ])
})

test('fewer lamps than the rule says are so many single lamps, however often one is reported', () => {
  expect(faults([1, 2, 3, 4].map((number) => dark(number)))).toEqual([])
  expect(faults([1, 1, 1, 2, 3, 4].map((lamp, at) => dark(at + 1, { assetId: lampOf(lamp) })))).toEqual([])
})

test('lamps that went dark one a day are no fault of the circuit', () => {
  const days = [1, 2, 3, 4, 5, 6].map((day) => dark(day, { receivedAt: `2026-05-0${day}T22:00:00Z` }))
  expect(faults(days)).toEqual([])
})

test('an old dark lamp of the circuit stays out of the fault', () => {
  const five = [1, 2, 3, 4, 5].map((number) => dark(number))
  const [found] = faults([dark(6, { receivedAt: '2026-04-20T22:00:00Z' }), ...five])
  expect(found?.lamps).toEqual(five.map(({ assetId }) => assetId))
})

test.each<[string, Partial<Case>]>([
  ['has ended', { status: 'closed' }],
  ['is a child already', { parentId: 'case-9' }],
  ['is about something else', { code: '03005' }],
  ['is about no known lamp', { assetId: 'lamp-99' }],
])('a case that %s does not count', (_, of) => {
  expect(faults([1, 2, 3, 4].map((number) => dark(number)).concat(dark(5, of)))).toEqual([])
})
