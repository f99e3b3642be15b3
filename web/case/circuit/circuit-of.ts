import type { Case } from '../../../server/contract/case.ts'
import { isOpen } from '../../../server/contract/case.ts'
import type { CircuitFault } from '../../../server/contract/circuit-fault.ts'

/** The dark circuit that a case is one of the lamps of; undefined where it is none, or belongs to a case of a circuit already. */
export const circuitOf = (
  circuits: readonly CircuitFault[],
  of: Pick<Case, 'id' | 'status' | 'parentId'>,
): CircuitFault | undefined =>
  of.parentId === null && isOpen(of) ? circuits.find(({ cases }) => cases.includes(of.id)) : undefined
