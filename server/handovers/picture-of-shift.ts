import { countCases, listCases } from '../cases/case-store.ts'
import { type HandoverPicture, handoverCaseOf, MOST_LISTED } from '../contract/handover.ts'
import type { Scope } from '../contract/role.ts'
import type { State } from '../contract/state.ts'
import type { Db } from '../store/schema.ts'

/** How the work of a part of the city stands: what is red or yellow, and which emergencies nobody has acknowledged. */
export async function pictureOfShift(db: Db, city: string, scope: Scope, now: Date): Promise<HandoverPicture> {
  const nowMs = now.getTime()
  const filterOf = (light: State) => ({ open: true, scope, light: { of: [light], now: nowMs } })
  const casesOf = async (light: State) => {
    const { cases } = await listCases(db, city, { filter: filterOf(light), sort: 'due', limit: MOST_LISTED })
    return cases
  }
  const late = await casesOf('late')
  const due = await casesOf('due')
  const emergencies = await casesOf('emergency')
  return {
    at: now.toISOString(),
    late: await countCases(db, city, filterOf('late')),
    due: await countCases(db, city, filterOf('due')),
    cases: [
      ...late.map((of) => handoverCaseOf(of, 'late', nowMs)),
      ...due.map((of) => handoverCaseOf(of, 'due', nowMs)),
    ].slice(0, MOST_LISTED),
    emergencies: emergencies
      .filter(({ acknowledgedAt }) => acknowledgedAt === null)
      .map((of) => handoverCaseOf(of, 'emergency', nowMs)),
  }
}
