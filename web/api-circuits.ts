import type { Case } from '../server/contract/case.ts'
import type { CaseCard } from '../server/contract/case-card.ts'
import type { CircuitFault, CircuitJoin } from '../server/contract/circuit-fault.ts'
import { address, json } from './api.ts'
import { send } from './api-send.ts'

/** Circuits on which so many lamps were reported that the circuit itself is out. */
export const getCircuitFaults = async (signal?: AbortSignal): Promise<CircuitFault[]> =>
  (await json<{ circuits: CircuitFault[] }>('/api/placement/circuits', signal)).circuits

/** The cases of the lamps that were joined under that of their circuit. */
export const getChildren = async (parent: string, signal?: AbortSignal, seq?: number): Promise<Case[]> =>
  (await json<{ cases: Case[] }>(address('/api/cases', { parent, limit: 500 }), signal, seq)).cases

export interface Joined {
  circuit: CaseCard
  lamps: CaseCard[]
}

/** Makes one case of the circuit, of which those of the lamps become children. */
export const joinCircuit = async (asked: CircuitJoin, key: string): Promise<Joined> =>
  (await send<Joined>('POST', '/api/circuits', asked, { key })).body

/** Lets the cases of the lamps go again; that of the circuit is void. */
export const splitCircuit = async (id: string, reason: string, key: string): Promise<Joined> =>
  (await send<Joined>('POST', `/api/circuits/${encodeURIComponent(id)}/split`, { reason }, { key })).body
