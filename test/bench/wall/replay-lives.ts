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
const TICK_MS = 100

export interface Replay {
  /** Rows that were written to the log. */
  events(): number
  pause(): Promise<void>
  goOn(): void
  stop(): Promise<void>
}

/** Lets whole lives of cases happen in a town by the verbs, at so many rows of the log a second, while crews drive about. */
export async function replayLives(town: WallTown, now: () => Date, perSecond: number): Promise<Replay> {
  const shipped = await loadRules(join(DATA, 'rules'))
  // Photos are another bench's.
  const conditions = shipped.conditions.map((one) => ({ ...one, photoAfter: false }))
  const { area, memory, parts } = town.server()
  const rules = openRules({ ...shipped, conditions }, area)
  const needs = openCaseNeeds({ ...parts, area, store: town.store, memory, rules, now })
  const lives = madeLives(0, 1_000_000, { from: 0, everyMs: EVERY_MS })
  const ids = new Map<number, string>()
  let [events, owed, going, ended] = [0, 0, true, false]

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
        ids.set(of, (await reportInBook(book, report, acting, needs)).state.id)
        continue
      }
      const id = ids.get(of) ?? ''
      const given = action === 'dispatch' ? { crewId: CREW } : input
      await actInBook(book, { id, action, input: given } as CaseAsk & { id: string }, acting, needs)
      if (action === 'dispatch' && isEmergency) {
        events += 1
        await actInBook(book, { id, action: 'acknowledge', input: {} }, acting, needs)
      }
      if (action === 'close') ids.delete(of)
    }
    return () => undefined
  }
  const drive = (turn: number): void => {
    const angle = turn / 40
    for (const [n, crewId] of CREWS.entries()) {
      const place = [93.786 + 0.006 * Math.cos(angle + n), 31.887 + 0.004 * Math.sin(angle + n)] as [number, number]
      const position = { at: now().toISOString(), location: place, accuracyM: 8, speedKmh: 20, headingDeg: null }
      parts.places.take([{ crewId, position: position as CrewPosition }])
    }
  }
  const run = async (): Promise<void> => {
    let last = performance.now()
    for (let turn = 0; !ended; turn++) {
      await setTimeout(TICK_MS)
      const at = performance.now()
      owed += going ? ((at - last) / 1_000) * perSecond : 0
      last = at
      const steps: MadeStep[] = []
      for (; owed >= 1; owed--) {
        const { value } = lives.next()
        if (value) steps.push(value)
      }
      if (steps.length > 0) await runCaseWrite(needs, undefined, (book) => work(book, steps))
      if (going && turn % 5 === 0) drive(turn)
    }
  }
  const running = run()
  return {
    events: () => events,
    async pause() {
      going = false
      await setTimeout(3 * TICK_MS)
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
