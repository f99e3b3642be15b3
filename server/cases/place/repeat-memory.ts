import { setImmediate } from 'node:timers/promises'
import { wholeCase } from '../../contract/compact-case.ts'
import type { RepeatSite } from '../../contract/placement.ts'
import type { Scope } from '../../contract/role.ts'
import { DAY_MS, type RepeatNeeds, sitesOf } from './list-repeats.ts'
import { classesOfCases, siteRows } from './place-case-store.ts'
import { byFrequency } from './repeat-sites.ts'

/** A log row, as far as it can change a site. */
interface CaseRow {
  entity: string
  entityId: string
  after: unknown
}

interface KnownClass {
  sites: RepeatSite[]
  /** Of which instants it holds, Unix ms: then the first of its cases leaves the days of the rule. */
  fromMs: number
  untilMs: number
}

/** Lists of one asker's part of the city each; there are few parts. */
const MOST_SCOPES = 16
/** Where the same came again, class by class, as it was found last: a row of the log voids its own class alone, and a year of cases is not gone
 *  through for each that asks. */
export class RepeatMemory {
  readonly #needs: Omit<RepeatNeeds, 'scope'>
  readonly #known = new Map<string, Map<string, KnownClass>>()
  /** Of each class how often it was made void: what was read meanwhile is not kept. */
  readonly #ages = new Map<string, number>()
  /** Classes by the ids of their cases and of the things that these are about: a case may leave its class, and a thing that is moved takes its
   *  cases along. */
  readonly #classesOf = new Map<string, Set<string>>()
  #classes: Promise<Set<string>> | undefined

  constructor(needs: Omit<RepeatNeeds, 'scope'>) {
    this.#needs = needs
  }

  /** Hears every row, before whoever wrote it asks again. */
  take(rows: readonly CaseRow[]): void {
    for (const { entity, entityId, after } of rows) {
      if (entity !== 'case' && entity !== 'asset') continue
      if (entity === 'case') this.#void(wholeCase(after).code)
      for (const code of this.#classesOf.get(entityId) ?? []) this.#void(code)
      this.#classesOf.delete(entityId)
    }
  }

  /** As of now (Unix ms), of one class or all, the most frequent first. */
  async list(nowMs: number, code: string | undefined, scope: Scope | undefined): Promise<RepeatSite[]> {
    const codes = code === undefined ? [...(await this.#allClasses())] : [code]
    const found: RepeatSite[][] = []
    for (const of of codes) found.push(await this.#sitesOf(of, nowMs, scope))
    return found
      .flat()
      .map((site) => ({ site, ids: site.cases.map(({ id }) => id) }))
      .sort((a, b) => byFrequency(a.ids, b.ids))
      .map(({ site }) => site)
  }

  async #sitesOf(code: string, nowMs: number, scope: Scope | undefined): Promise<RepeatSite[]> {
    const classes = this.#classesFor(scope)
    const known = classes.get(code)
    if (known && nowMs >= known.fromMs && nowMs < known.untilMs) return known.sites
    // Others have their turn between two classes.
    await setImmediate()
    const age = this.#ages.get(code) ?? 0
    const { rules, city, db } = this.#needs
    const span = rules.repeats.days * DAY_MS
    const rows = await siteRows(db, city, { code, from: nowMs - span, to: nowMs, scope })
    const sites = await sitesOf(rows, { ...this.#needs, scope })
    const untilMs = rows.reduce((least, row) => Math.min(least, row.received_ms + span + 1), Number.POSITIVE_INFINITY)
    if ((this.#ages.get(code) ?? 0) !== age) return sites
    for (const { id, asset_id } of rows)
      for (const one of asset_id === null ? [id] : [id, asset_id]) this.#note(one, code)
    classes.set(code, { sites, fromMs: nowMs, untilMs })
    return sites
  }

  #classesFor(scope: Scope | undefined): Map<string, KnownClass> {
    const key = JSON.stringify(scope ?? null)
    const known = this.#known.get(key)
    if (known) return known
    if (this.#known.size >= MOST_SCOPES) this.#known.delete(this.#known.keys().next().value ?? '')
    const made = new Map<string, KnownClass>()
    this.#known.set(key, made)
    return made
  }

  async #allClasses(): Promise<Set<string>> {
    this.#classes ??= classesOfCases(this.#needs.db, this.#needs.city).then(
      (codes) => new Set([...codes, ...this.#ages.keys()]),
    )
    return this.#classes.catch((error: unknown) => {
      this.#classes = undefined
      throw error
    })
  }

  #note(id: string, code: string): void {
    const classes = this.#classesOf.get(id)
    if (classes) classes.add(code)
    else this.#classesOf.set(id, new Set([code]))
  }

  #void(code: string): void {
    this.#ages.set(code, (this.#ages.get(code) ?? 0) + 1)
    for (const classes of this.#known.values()) classes.delete(code)
    void this.#classes?.then(
      (all) => all.add(code),
      () => undefined,
    )
  }
}
