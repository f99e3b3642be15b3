import type { DraftItem } from '../../../server/contract/draft.ts'
import type { CoverageDesk } from './coverage-desk.tsx'

/** What a draft comes to, in one unit. */
export interface DraftGain {
  unit: 'metres' | 'people'
  now: number
  withDraft: number
  gained: number
  added: number
  moved: number
  removed: number
  /** Items that stand along no road that the rules look at. */
  idle: number
  /** Only along the roads that the draft touches: how good data has to be is not asked of a draft. */
  isPartial: boolean
  /** Still being reckoned. */
  isPending: boolean
}

const count = (items: readonly DraftItem[], kind: DraftItem['kind']): number =>
  items.filter((item) => item.kind === kind).length

type Needs = Pick<CoverageDesk, 'draft' | 'set' | 'summary' | 'drafted' | 'search'>

/** Undefined as long as there is nothing to compare. */
export function gainOf({ draft: { draft, outcome }, set, summary, drafted, search }: Needs): DraftGain | undefined {
  if (!draft || !set || !summary) return undefined
  const items = draft.items.filter(({ layer }) => layer === set.layer)
  const counts = { added: count(items, 'new'), moved: count(items, 'moved'), removed: count(items, 'removed') }
  if (summary.kind === 'service') {
    const now = summary.uncoveredPopulation
    const withDraft = drafted.summary?.uncoveredPopulation ?? now
    const isPending = items.length > 0 && drafted.summary === undefined
    return { unit: 'people', now, withDraft, gained: now - withDraft, ...counts, idle: 0, isPartial: false, isPending }
  }
  const rules = outcome?.rules.filter(({ setId }) => setId === set.id) ?? []
  const gained = rules.reduce((sum, rule) => sum + rule.gainedMetres, 0)
  const isPartial = search.maxAgeDays !== undefined || search.leastAccuracy !== undefined || search.source !== undefined
  const now = isPartial ? rules.reduce((sum, rule) => sum + rule.before.gapMetres, 0) : summary.gapMetres
  const own = new Set(items.map(({ id }) => id))
  return {
    ...{ unit: 'metres', now, withDraft: now - gained, gained, ...counts },
    ...{ idle: outcome?.idle.filter((id) => own.has(id)).length ?? 0, isPartial, isPending: outcome === undefined },
  }
}
