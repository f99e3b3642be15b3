import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { actInBook } from '../../../server/cases/act-in-book.ts'
import type { CaseBook } from '../../../server/cases/case-book.ts'
import { openCaseNeeds } from '../../../server/cases/open-case-needs.ts'
import { reportInBook } from '../../../server/cases/report-in-book.ts'
import { runCaseWrite } from '../../../server/cases/run-case-write.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { type CaseAsk, NewReport } from '../../../server/contract/case-input.ts'
import type { CrewPosition } from '../../../server/contract/crew.ts'
import { openRules } from '../../../server/deadlines/open-rules.ts'
import { DATA } from '../../../server/root.ts'
import { actorFor, type MadeStep, madeLives } from '../cases/made-lives.ts'
import type { WallTown } from './wall-town.ts'

/** One of the bureau's own. */
const CREW = 'demo-works-1'
const CREWS = [CREW, 'demo-works-2', 'demo-order-1', 'demo-green-1', 'demo-waste-1', 'demo-lighting-1']
/** One case in so many is an emergency, acknowledged where others are dispatched. */
const EMERGENCY_EVERY = 150
/** So far apart are reports in the time of the lives, which last six hours: some sixty are open at once. */
const EVERY_MS = 6 * 60_000
/** Within so long a wall that is well has asked. */
const MOST_MS = 1_000
const LOOK_MS = 4
const CREWS_MOVE_MS = 500

export interface Replay {
  /** Rows that were written to the log. */
  events(): number
  /** Until nothing happens any more, and no emergency holds the screen. */
  pause(): Promise<void>
  goOn(): void
  stop(): Promise<void>
}

/** Lets whole lives of cases happen in a town by the verbs while crews drive about: so many rows of the log at once, and the next when the wall has
 *  asked for its figures after them. */
export async function replayLives(town: WallTown, now: () => Date, perRefresh: number): Promise<Replay> {
  const shipped = await loadRules(join(DATA, 'rules'))
  // Photos are another bench's.
  const conditions = shipped.conditions.map((one) => ({ ...one, photoAfter: false }))
  const { area, memory, parts } = town.server()
  const rules = openRules({ ...shipped, conditions }, area)
  const needs = openCaseNeeds({ ...parts, area, store: town.store, memory, rules, now })
  const lives = madeLives(0, 1_000_000, { from: 0, everyMs: EVERY_MS })
  const ids = new Map<number, string>()
  let [events, owed, alarms, going, resting, ended] = [0, 0, 0, true, false, false]

  const work = async (book: CaseBook, steps: readonly MadeStep[]) => {
    const rulebook = await needs.rules(book.tx.db)
    await book.fetch(steps.flatMap(({ of }) => ids.get(of) ?? []))
    for (const { of, action, input, role } of steps) {
      const actor = { ...actorFor(role), scope: { ...actorFor(role).scope, crewId: role === 'crew' ? CREW : null } }
      const acting = { actor, at: now().toISOString(), rules: rulebook }
      const isEmergency = of % EMERGENCY_EVERY === 0
      events += 1
      if (action === 'receive') {
        const report = NewReport.parse({ ...input, ...(isEmergency ? { urgency: 'emergency' } : {}) })
        if (isEmergency) alarms += 1
        ids.set(of, (await reportInBook(book, report, acting, needs)).state.id)
        continue
      }
      const id = ids.get(of) ?? ''
      const given = action === 'dispatch' ? { crewId: CREW } : input
      await actInBook(book, { id, action, input: given } as CaseAsk & { id: string }, acting, needs)
      if (action === 'dispatch' && isEmergency) {
        events += 1
        alarms -= 1
        await actInBook(book, { id, action: 'acknowledge', input: {} }, acting, needs)
      }
      if (action === 'close') ids.delete(of)
    }
    return () => undefined
  }
  const drive = (turn: number): void => {
    const angle = turn / 8
    for (const [n, crewId] of CREWS.entries()) {
      const place = [93.786 + 0.006 * Math.cos(angle + n), 31.887 + 0.004 * Math.sin(angle + n)] as [number, number]
      const position = { at: now().toISOString(), location: place, accuracyM: 8, speedKmh: 20, headingDeg: null }
      parts.places.take([{ crewId, position: position as CrewPosition }])
    }
  }
  const refreshed = async (before: number): Promise<void> => {
    const from = performance.now()
    while (town.refreshes() === before && performance.now() - from < MOST_MS) await setTimeout(LOOK_MS)
  }
  const run = async (): Promise<void> => {
    let [droveMs, turn] = [0, 0]
    while (!ended) {
      if (!going && alarms === 0) {
        resting = true
        await setTimeout(LOOK_MS)
        continue
      }
      resting = false
      const before = town.refreshes()
      const steps: MadeStep[] = []
      for (owed += perRefresh; owed >= 1; owed--) {
        const { value } = lives.next()
        if (value) steps.push(value)
      }
      if (steps.length > 0) await runCaseWrite(needs, undefined, (book) => work(book, steps))
      if (performance.now() - droveMs > CREWS_MOVE_MS) {
        droveMs = performance.now()
        drive(turn++)
      }
      await refreshed(before)
    }
    resting = true
  }
  const running = run()
  return {
    events: () => events,
    async pause() {
      going = false
      while (!resting && !ended) await setTimeout(LOOK_MS)
    },
    goOn() {
      going = true
    },
    async stop() {
      ended = true
      await running
    },
  }
}
