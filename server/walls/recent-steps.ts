import type { Case } from '../contract/case.ts'
import { lightOfCase } from '../contract/case-light.ts'
import { type DeskCase, deskCaseOf } from '../contract/desk-case.ts'
import type { LogRow } from '../contract/log.ts'
import type { WallEvent, WallEventKind } from '../contract/wall.ts'
import { dueOf } from '../insight/wall/count-open.ts'
import { liveCaseOf } from '../live/live-row.ts'
import type { Db } from '../store/schema.ts'
import { lastCaseRows } from './step-store.ts'

/** By the kind of the log row. A row of another kind changes a case and is no event: the one before it stays. */
const WHAT: Readonly<Record<string, WallEventKind>> = {
  ...{ 'case-received': 'received', 'case-filed': 'filed', 'case-dispatched': 'dispatched' },
  ...{ 'case-reassigned': 'dispatched', 'case-taken': 'taken', 'case-handled': 'handled' },
  ...{ 'case-reworked': 'reworked', 'case-closed': 'closed', 'case-reopened': 'reopened' },
  ...{ 'case-escalated': 'escalated', 'case-acknowledged': 'acknowledged' },
}

/** A case that is one of these was none, or is told of as another. */
const UNTOLD: readonly string[] = ['void', 'merged', 'refused']
const KEPT = 256
const READ = 1_000

type Row = Pick<LogRow, 'seq' | 'at' | 'kind' | 'entity' | 'entityId' | 'after'>

/** With what decides who may see it. */
export interface RecentStep {
  event: WallEvent
  of: DeskCase
}

/** The last step of the cases that something happened to last, following the log: what a ticker shows after a reload. */
export class RecentSteps {
  /** By case, the one that is longest ago first. */
  readonly #steps = new Map<string, RecentStep>()

  async load(db: Db, city: string): Promise<void> {
    this.take(await lastCaseRows(db, city, READ))
  }

  take(rows: readonly Row[]): void {
    for (const row of rows) if (row.entity === 'case' && row.after) this.#takeCase(row, row.after as Case)
    for (const id of this.#steps.keys()) {
      if (this.#steps.size <= KEPT) break
      this.#steps.delete(id)
    }
  }

  /** The oldest first. */
  all(): Iterable<RecentStep> {
    return this.#steps.values()
  }

  #takeCase({ seq, at, kind }: Row, after: Case): void {
    const what = WHAT[kind]
    if (UNTOLD.includes(after.status)) this.#steps.delete(after.id)
    else if (what !== undefined) {
      this.#steps.delete(after.id)
      this.#steps.set(after.id, stepOf(`${seq}`, { what, at }, deskCaseOf(liveCaseOf(after))))
    }
  }
}

/** What is told of a case. */
export function stepOf(id: string, { what, at }: Pick<WallEvent, 'what' | 'at'>, of: DeskCase): RecentStep {
  const [ms, due] = [Date.parse(at), dueOf(of)]
  const event: WallEvent = {
    ...{ id, at, what, state: lightOfCase(of, ms), source: of.source, place: of.address, problem: of.problem },
    crewId: of.crewId,
    dueAt: Number.isFinite(due) ? new Date(due).toISOString() : null,
    tookMinutes: what === 'closed' ? Math.max(0, Math.round((ms - Date.parse(of.receivedAt)) / 60_000)) : null,
  }
  return { event, of }
}
