import type { RecentPast } from '../../../data/cities/suo/records/make-recent.ts'
import { random } from '../../../data/cities/town/random.ts'
import { actInBook } from '../../cases/act-in-book.ts'
import type { CaseNeeds, CaseRules } from '../../cases/case-needs.ts'
import { CaseRefused } from '../../cases/case-refused.ts'
import { reportInBook } from '../../cases/report-in-book.ts'
import { type Case, CaseSource, COMPLAINT_SOURCES, isOpen } from '../../contract/case.ts'
import type { CaseAsk, NewReport } from '../../contract/case-input.ts'
import { Inspection } from '../../contract/inspection.ts'
import type { Actor } from '../../contract/role.ts'
import type { Rulebook } from '../../deadlines/rulebook.ts'
import type { Store } from '../../store/store.ts'
import { Heap } from '../heap.ts'
import { madeUpReporter } from '../plan-report.ts'
import type { Doer } from '../simulated.ts'
import { SEED } from './fate.ts'
import { openPastBook, type PastBook } from './past-book.ts'
import { bookPhoto, type PastPhotoNeeds } from './past-photo.ts'
import type { PastStep, PastView } from './past-step.ts'
import type { PastThings } from './past-things.ts'
import { planPastStep } from './plan-past-step.ts'

export interface PastNeeds extends Pick<PastView, 'kindOf' | 'crew'> {
  area: string
  store: Pick<Store, 'transaction'>
  cases: CaseNeeds
  rules: Rulebook
  photos: PastPhotoNeeds
  things: PastThings
  actorOf: (by: Doer) => Actor | undefined
  choose: (of: Case, atMs: number, loads: ReadonlyMap<string, number>) => ReturnType<PastView['choose']>
  /** Who says what is inspected, and what becomes of things by themselves. */
  source: string
}

type Draft = RecentPast['reports'][number]
type Event =
  | { do: 'report'; draft: Draft }
  | { do: 'step'; id: string; step: PastStep }
  | { do: 'inspection'; row: RecentPast['inspections'][number] }
  | { do: 'routine'; change: RecentPast['routine'][number] }

/** So much of the past goes into one transaction; after a crash the next start goes on behind it. */
const CHUNK_MS = 2 * 86_400_000
/** Nobody was free: the dispatcher looks again. */
const AGAIN_MS = 15 * 60_000
/** Of the last days there are photos, and names of complainants; of before only that all was done. Each takes some 15 ms. */
const PAPER_MS = 3 * 86_400_000
const SHOWN: readonly string[] = ['patrol', 'citizen-snap', 'video']

/** What happened in a stretch of the past, through the verbs that a bureau's people use, with the clock put back: every step in its order, by whoever
 *  had the post, with the owners, crews and clocks that the rules give. */
export class PastLife {
  readonly #needs: PastNeeds
  readonly #begin: number
  readonly #toMs: number
  readonly #view: PastView
  readonly #events = new Heap<Event>()
  readonly #open = new Map<string, Case>()

  /** `open`: the cases that stood open when it began, which go on from there. */
  constructor(past: RecentPast, open: readonly Case[], { from, to }: { from: string; to: string }, needs: PastNeeds) {
    this.#needs = needs
    this.#begin = Date.parse(from)
    this.#toMs = Date.parse(to)
    const { rules, kindOf, crew, choose } = needs
    this.#view = { rules, kindOf, crew, endMs: this.#toMs, choose: (of, atMs) => choose(of, atMs, this.#loads()) }
    for (const draft of past.reports) this.#events.push({ do: 'report', draft }, draft.at)
    for (const row of past.inspections) this.#events.push({ do: 'inspection', row }, Date.parse(row.at))
    for (const change of past.routine) this.#events.push({ do: 'routine', change }, Date.parse(change.at))
    for (const state of open) this.#open.set(state.id, state)
  }
  /** Returns how many rows of the log it made. */
  async run(): Promise<number> {
    let rows = 0
    for (let end = this.#begin + CHUNK_MS; ; end += CHUNK_MS) {
      rows += await this.#live(Math.min(end, this.#toMs), end - CHUNK_MS === this.#begin)
      if (end >= this.#toMs) return rows
    }
  }

  async #live(untilMs: number, isFirst: boolean): Promise<number> {
    const { area, store } = this.#needs
    return store.transaction(area, async (tx) => {
      const book = openPastBook(tx, this.#open)
      if (isFirst) for (const state of [...this.#open.values()]) this.#plan(state, this.#begin)
      for (;;) {
        const ms = this.#events.first
        if (!(ms <= untilMs)) break
        const event = this.#events.pop()
        if (event) await this.#do(event, ms, book)
      }
      if (book.steps > 0) await book.write()
      return book.steps
    })
  }

  #loads(): Map<string, number> {
    const loads = new Map<string, number>()
    for (const { crewId } of this.#open.values()) if (crewId !== null) loads.set(crewId, (loads.get(crewId) ?? 0) + 1)
    return loads
  }

  #plan(of: Case, sinceMs: number): void {
    const step = planPastStep(of, sinceMs, this.#view)
    if (step) this.#events.push({ do: 'step', id: of.id, step }, Math.max(sinceMs, Math.round(step.atMs)))
  }

  async #do(event: Event, ms: number, book: PastBook): Promise<void> {
    const at = new Date(ms).toISOString()
    const by = { at, actor: this.#needs.source, reason: null }
    if (event.do === 'report') return this.#report(event.draft, at, book)
    if (event.do === 'step') return this.#step(event, ms, book)
    if (event.do === 'routine') return this.#show(this.#needs.things.byRoutine(event.change), by, book)
    const after = Inspection.parse(event.row.after)
    book.row({ ...by, kind: event.row.kind, entity: 'inspection', after })
    this.#show(this.#needs.things.byInspection(after, at), by, book)
  }

  async #report(draft: Draft, at: string, book: PastBook): Promise<void> {
    const { actorOf, cases, photos, rules } = this.#needs
    const source = CaseSource.parse(draft.source)
    const actor = actorOf({ post: source === 'patrol' ? 'inspector' : 'acceptor' })
    if (!actor) return
    const hasPaper = this.#hasPaper(Date.parse(at))
    const dice = random(SEED, `${draft.problem} ${at}`)
    const { kind, code, problem, address, location, assetId, pace } = draft
    const tells = hasPaper && COMPLAINT_SOURCES.includes(source) && dice.chance(0.6)
    const report: NewReport = {
      ...{ source, kind, code, problem, address, location, urgency: pace === 'emergency' ? 'emergency' : 'ordinary' },
      ...(assetId === null ? {} : { assetId }),
      ...(tells ? { reporter: madeUpReporter(dice) } : {}),
    }
    let { state } = await reportInBook(book, report, { actor, at, rules }, cases)
    if (hasPaper && SHOWN.includes(source))
      state = await bookPhoto(book, state, { phase: 'before', actor: actor.id, at }, photos)
    this.#took(state, at, book)
  }

  async #step({ id, step }: Event & { do: 'step' }, ms: number, book: PastBook): Promise<void> {
    const of = this.#open.get(id)
    const actor = this.#needs.actorOf(step.by)
    if (!of || !actor) return
    const at = new Date(ms).toISOString()
    const ask = step.ask(ms)
    if (!ask) {
      if (isOpen(of)) this.#events.push({ do: 'step', id, step: { ...step, atMs: ms + AGAIN_MS } }, ms + AGAIN_MS)
      return
    }
    if (ask === 'photo')
      return this.#took(
        await bookPhoto(book, of, { phase: 'after', actor: actor.id, at }, this.#needs.photos),
        at,
        book,
      )
    try {
      this.#took(await this.#act(of, ask, { actor, at }, book), at, book)
    } catch (error) {
      // What somebody has made of a case by hand may want a hand again.
      if (!(error instanceof CaseRefused)) throw error
    }
  }

  async #act(of: Case, ask: CaseAsk, { actor, at }: { actor: Actor; at: string }, book: PastBook): Promise<Case> {
    const hasPaper = this.#hasPaper(Date.parse(at))
    const { rules, cases } = this.#needs
    const ruled = ask.action === 'file' && !hasPaper ? withoutPhotos(rules) : rules
    const { state } = await actInBook(book, { id: of.id, ...ask }, { actor, at, rules: ruled }, cases)
    return state
  }

  #took(state: Case, at: string, book: PastBook): void {
    if (isOpen(state)) this.#open.set(state.id, state)
    else this.#open.delete(state.id)
    this.#show(this.#needs.things.byCase(state, at), { at, actor: 'system:demo', reason: null }, book)
    this.#plan(state, Date.parse(at))
  }

  #show(
    after: ReturnType<PastThings['byCase']>,
    by: { at: string; actor: string; reason: null },
    book: PastBook,
  ): void {
    if (after) book.row({ ...by, kind: 'asset-changed', entity: 'asset', after })
  }

  #hasPaper = (ms: number): boolean => ms >= this.#toMs - PAPER_MS
}

/** Photos of weeks ago are not made up: their cases are filed as ones that needed none. */
const withoutPhotos = (rules: CaseRules): CaseRules => ({
  ...{ calendar: rules.calendar, posts: rules.posts, conditionsFor: rules.conditionsFor },
  condition(id, version) {
    const found = rules.condition(id, version)
    return found && { ...found, photoAfter: false }
  },
})
