import type { Case } from '../../contract/case.ts'
import { isOpen } from '../../contract/case.ts'
import { CASE_LIFE } from '../../contract/case-life.ts'
import type { CircuitJoin } from '../../contract/circuit-fault.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { Role } from '../../contract/role.ts'
import { type Acting, actingNow, caseInScope } from '../act-in-book.ts'
import type { CaseWriter } from '../act-on-case.ts'
import type { CaseBook } from '../case-book.ts'
import type { CaseNeeds } from '../case-needs.ts'
import { CaseRefused } from '../case-refused.ts'
import { reportInBook } from '../report-in-book.ts'
import { runCaseWrite } from '../run-case-write.ts'
import type { Wiring } from './circuit-faults.ts'
import { wiringOfLamps } from './list-circuit-faults.ts'
import type { PlacementNeeds } from './place-report.ts'

export const JOINED_CIRCUIT = 'case-joined-circuit'

/** `rules` of CaseNeeds are those of deadlines. */
interface CityNeeds {
  memory: PlacementNeeds['memory']
  placement: PlacementNeeds['rules']
}

export interface CircuitOutcome {
  /** The log row of the circuit's case. */
  seq: number
  circuit: Case
  lamps: Case[]
}

/** Makes one case of a dark circuit (N10), at its cabinet, of which the lamps' cases become children: theirs go on as they are, and splitting lets
 *  them go again. Throws CaseRefused: 403 for a post that joins nothing, 404 for a case it may not see, 409 for one that has ended, has a
 *  parent, or hangs on another circuit; KeyReused. */
export async function joinCircuit(
  { cases: ids, problem, address }: CircuitJoin,
  { actor, once }: CaseWriter,
  needs: CaseNeeds & CityNeeds,
): Promise<CircuitOutcome & { again: boolean }> {
  checkJoiner(actor.roles)
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const acting = await actingNow(book.tx, actor, needs)
    const lamps = await freeCases(book, ids, acting)
    const { cabinet } = oneCircuit(lamps, needs)
    const first = lamps[0] as Case
    const report = {
      // Nobody told of the circuit: the bureau found it out.
      ...({ source: 'patrol', kind: 'component', code: needs.placement.circuits.cabinet, problem, address } as const),
      location: placeOfCabinet(cabinet, needs) ?? first.location,
      ...(cabinet === null ? {} : { assetId: cabinet }),
      urgency: lamps.some(({ urgency }) => urgency === 'emergency') ? ('emergency' as const) : ('ordinary' as const),
    }
    const { state: circuit, step } = await reportInBook(book, report, acting, needs)
    const children = lamps.map((lamp) => ({ ...lamp, parentId: circuit.id }))
    const { id: by } = actor
    for (const after of children) book.step({ at: acting.at, actor: by, kind: JOINED_CIRCUIT, reason: null, after })
    return (start): CircuitOutcome => ({ seq: start + step, circuit, lamps: children })
  })
  return { ...answer, again }
}

/** 403: who may merge cases may join them. */
export function checkJoiner(roles: readonly Role[]): void {
  if (!roles.some((role) => CASE_LIFE.merge.roles.includes(role)))
    throw new CaseRefused(403, 'wrong-role', 'Your post does not do that.')
}

async function freeCases(book: CaseBook, ids: readonly string[], { actor }: Acting): Promise<Case[]> {
  await book.fetch(ids)
  const cases: Case[] = []
  for (const id of new Set(ids)) {
    const { state } = await caseInScope(book, id, actor)
    if (!isOpen(state)) throw new CaseRefused(409, 'conflict', `${state.number} is ${state.status}: it has ended.`)
    if (state.parentId !== null)
      throw new CaseRefused(409, 'has-parent', `${state.number} belongs to ${state.parentId} already.`)
    cases.push(state)
  }
  return cases.sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))
}

function oneCircuit(cases: readonly Case[], { memory, placement: rules }: CityNeeds): Wiring {
  const wiringOf = wiringOfLamps(cases, { memory, rules })
  const wirings = cases.map(({ assetId }) => wiringOf.get(assetId ?? ''))
  const [first] = wirings
  const isOne = wirings.every((one) => one?.circuit === first?.circuit && one?.cabinet === first?.cabinet)
  if (!first || !isOne)
    throw new CaseRefused(409, 'other-circuit', 'These are not all cases of lamps on one circuit.', { at: 'cases' })
  return first
}

function placeOfCabinet(id: string | null, { memory }: CityNeeds): LngLat | undefined {
  const geometry = id === null ? undefined : memory.layer('light-cabinets')?.get(id)?.geometry
  return geometry?.type === 'Point' ? geometry.coordinates : undefined
}
