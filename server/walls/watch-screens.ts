import { actingNow } from '../cases/act-in-book.ts'
import type { CaseNeeds } from '../cases/case-needs.ts'
import { reportInBook } from '../cases/report-in-book.ts'
import { runCaseWrite } from '../cases/run-case-write.ts'
import { type Case, isOpen } from '../contract/case.ts'
import type { NewReport } from '../contract/case-input.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Actor } from '../contract/role.ts'
import type { Screen } from '../contract/screen.ts'
import { isInShift, type Shift } from '../contract/shift.ts'
import { screenById } from '../screens/screen-store.ts'
import { readCity } from '../store/describe-city.ts'
import type { Store, Tx } from '../store/store.ts'
import { stateOfScreen } from './health-of.ts'
import { forgetReport, type KeptReport, keepReport, keptReports } from './report-store.ts'

export interface WatchNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
  cases: CaseNeeds
  /** Since when the walls could tell: of a server that was down they are not to blame. Unix ms. */
  sinceMs: number
  /** In which nobody is called for a wall that was switched off; undefined: never. */
  quiet: Shift | undefined
}

/** Two thirds of what N13 leaves behind SILENT_S. */
export const LOOK_EVERY_MS = 5_000
/** 指挥中心大屏: no national class is for a screen that a command centre looks at (data/codes/local-extension.csv). */
const CLASS = { kind: 'component', code: 'L0901' } as const
const WORDS = { silent: '大屏无响应', frozen: '大屏画面停滞' } as const

const watcher = (area: string): Actor => ({
  ...{ id: 'system:screens', name: '大屏自检', roles: ['acceptor'] },
  scope: { areas: [area], contractor: null, crewId: null },
})

/** Looks at every wall that ever told of itself; one that fails becomes a case, once for each failure, and never a second one while its last is
 *  open. Returns the new cases. */
export async function watchScreens(needs: WatchNeeds): Promise<Case[]> {
  const { area, store, now, quiet, sinceMs } = needs
  const nowMs = now().getTime()
  if (quiet && isInShift(quiet, nowMs)) return []
  const failed = (await keptReports(store.db, area)).filter(
    (kept) => !kept.alarmed && stateSince(kept, sinceMs, nowMs) !== 'alive',
  )
  const opened: Case[] = []
  for (const { screenId } of failed) opened.push(...(await openCaseOf(screenId, needs)))
  return opened
}

/** Another node may have been faster: all is read again where nobody else writes. */
async function openCaseOf(screenId: string, { area, now, cases, sinceMs }: WatchNeeds): Promise<Case[]> {
  const { answer } = await runCaseWrite(cases, undefined, async (book) => {
    const { tx } = book
    const [kept] = await keptReports(tx.db, tx.city, screenId)
    const seen = await screenById(tx.db, tx.city, screenId)
    const nowMs = now().getTime()
    const state = kept ? stateSince(kept, sinceMs, nowMs) : 'alive'
    if (!kept || kept.alarmed || state === 'alive') return () => []
    if (!seen || seen.screen.revokedAt !== null) {
      await forgetReport(tx, screenId)
      return () => []
    }
    const last = kept.caseId === null ? undefined : await book.read(kept.caseId)
    if (last && isOpen(last.state)) {
      await keepReport(tx, { ...kept, alarmed: true })
      return () => []
    }
    const report = await reportOf(tx, seen.screen, kept, state)
    const acting = await actingNow(tx, watcher(area), cases)
    const { state: opened } = await reportInBook(book, report, acting, cases)
    await keepReport(tx, { ...kept, alarmed: true, caseId: opened.id })
    return () => [opened]
  })
  return answer
}

const stateSince = ({ atMs, pixelMs }: KeptReport, sinceMs: number, nowMs: number) =>
  stateOfScreen({ atMs: Math.max(atMs, sinceMs), pixelMs: Math.max(pixelMs, sinceMs) }, nowMs)

async function reportOf(
  tx: Tx,
  { name }: Screen,
  { atMs, pixelMs }: KeptReport,
  state: keyof typeof WORDS,
): Promise<NewReport> {
  const since = new Date((state === 'silent' ? atMs : pixelMs) + 8 * 3_600_000).toISOString().slice(11, 16)
  return {
    ...{ source: 'sensor', ...CLASS, urgency: 'ordinary', assetId: null },
    problem: `${WORDS[state]}（${since} 起）`,
    address: name,
    location: await centreOf(tx),
  }
}

/** A wall has no place of its own: it hangs in the bureau. */
async function centreOf(tx: Tx): Promise<LngLat> {
  return (await readCity(tx.db, tx.city))?.centre ?? [0, 0]
}
