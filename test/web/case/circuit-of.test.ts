import { expect, test } from 'vitest'
import type { CircuitFault } from '../../../server/contract/circuit-fault.ts'
import { circuitOf } from '../../../web/case/circuit/circuit-of.ts'

const fault = (circuit: string, cases: string[]): CircuitFault => ({
  ...{ circuit, cabinet: null, cases, lamps: cases, from: '2026-11-20T00:00:00Z', to: '2026-11-20T01:00:00Z' },
})
const CIRCUITS = [fault('C001', ['a', 'b']), fault('C016', ['c', 'd'])]
const lamp = { id: 'c', status: 'received', parentId: null } as const

test('a lamp is offered its own circuit, once', () => {
  expect(circuitOf(CIRCUITS, lamp)?.circuit).toBe('C016')
  expect(circuitOf(CIRCUITS, { ...lamp, id: 'z' })).toBeUndefined()
  expect(circuitOf(CIRCUITS, { ...lamp, parentId: 'circuit' })).toBeUndefined()
  expect(circuitOf(CIRCUITS, { ...lamp, status: 'closed' })).toBeUndefined()
})
