import { type Condition, conditionsFor, type PostLimits } from '../contract/condition.ts'
import type { CoverageSet, KeptCoverageSet } from '../contract/rule.ts'
import type { StoredRule } from '../contract/stored-rule.ts'
import {
  type BusinessCalendar,
  type CalendarYear,
  type HoursPreset,
  makeCalendar,
  type WorkingHours,
} from '../contract/work-calendar.ts'

/** Deadlines as data/rules has them: every version of every row. */
export interface ShippedDeadlines {
  conditions: readonly Condition[]
  posts: readonly PostLimits[]
  /** The first is what a bureau begins with. */
  presets: readonly HoursPreset[]
  years: readonly CalendarYear[]
  coverageSets?: readonly CoverageSet[]
}

/** The rules in force at a moment, and every version that was. Never changes: a change of a rule makes another. */
export interface Rulebook {
  /** The newest of each, in the order of the data, then those that the bureau added. */
  conditions: readonly Condition[]
  posts: PostLimits
  hours: WorkingHours
  presets: readonly HoursPreset[]
  /** By year. */
  years: readonly CalendarYear[]
  calendar: BusinessCalendar
  /** As it stood before each change of the hours and the years, the latest first: what earlier deadlines were reckoned with. */
  formerCalendars(): readonly BusinessCalendar[]
  /** Without a version the newest. */
  condition(id: string, version?: number): Condition | undefined
  /** Oldest first. */
  versions(id: string): readonly Condition[]
  /** Sets of coverage rules: as shipped, and the bureau's own over them. */
  coverageSets: readonly CoverageSet[]
  /** The newest version of a set that the bureau keeps or kept. */
  keptCoverage(id: string): KeptCoverageSet | undefined
  /** Those that a case can be filed under, the likeliest first. */
  conditionsFor(kind: Condition['kind'], code: string): Condition[]
}

/** The shipped rules with what the bureau changed on top: under one version number the bureau's own counts, so that an update of the
 *  product never takes a case's rule from it. */
export function makeRulebook(shipped: ShippedDeadlines, changes: readonly StoredRule[]): Rulebook {
  const byId = new Map<string, Condition[]>()
  const own = changes.flatMap(({ kind, rule }) => (kind === 'condition' ? [rule] : []))
  for (const condition of [...shipped.conditions, ...own])
    byId.set(condition.id, putVersion(byId.get(condition.id) ?? [], condition))
  const posts = newest([...shipped.posts, ...changes.flatMap((one) => (one.kind === 'posts' ? [one.rule] : []))])
  const hours = newest([
    ...shipped.presets.slice(0, 1).map(hoursOf),
    ...changes.flatMap((one) => (one.kind === 'hours' ? [one.rule] : [])),
  ])
  if (!posts || !hours) throw new TypeError('there are limits of the posts and working hours')
  const years = newestYears([
    ...shipped.years,
    ...changes.flatMap((one) => (one.kind === 'calendar' ? [one.rule] : [])),
  ])
  const formerCalendars = (): BusinessCalendar[] =>
    changes.flatMap(({ kind }, at) =>
      kind === 'calendar' || kind === 'hours' ? [makeRulebook(shipped, changes.slice(0, at)).calendar] : [],
    )
  const kept = changes.flatMap((one) => (one.kind === 'coverage' ? [one.rule] : []))
  const keptCoverage = (id: string): KeptCoverageSet | undefined => newest(kept.filter((one) => one.id === id))
  const conditions = [...byId.values()].flatMap((versions) => versions.slice(-1))
  return {
    ...{ conditions, posts, hours, presets: shipped.presets, years },
    calendar: makeCalendar(years, hours.periods),
    coverageSets: putOver(shipped.coverageSets ?? [], kept),
    keptCoverage,
    formerCalendars: () => formerCalendars().reverse(),
    condition: (id, version) =>
      version === undefined ? byId.get(id)?.at(-1) : byId.get(id)?.find((one) => one.version === version),
    versions: (id) => byId.get(id) ?? [],
    conditionsFor: (kind, code) => conditionsFor(conditions, kind, code),
  }
}

/** Working hours as a bureau begins with them. */
const hoursOf = ({ periods }: HoursPreset): WorkingHours => ({ version: 1, validFrom: '1970-01-01T00:00:00Z', periods })

const putVersion = (versions: readonly Condition[], put: Condition): Condition[] =>
  [...versions.filter(({ version }) => version !== put.version), put].sort((a, b) => a.version - b.version)

/** Of the same version the last. */
const newest = <T extends { version: number }>(rules: readonly T[]): T | undefined =>
  rules.reduce<T | undefined>((best, one) => (best && best.version > one.version ? best : one), undefined)

function newestYears(all: readonly CalendarYear[]): CalendarYear[] {
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) => newest(all.filter((one) => one.year === year)) ?? [])
}

/** A set of the bureau's stands in the place of the shipped one with its id. Of several standing sets of a layer the one that was made so last
 *  stands. */
function putOver(shipped: readonly CoverageSet[], kept: readonly KeptCoverageSet[]): CoverageSet[] {
  const sets = new Map(shipped.map((set) => [set.id, set]))
  for (const set of kept.filter((one, i) => !kept.slice(i).some(({ id, removed }) => removed && id === one.id))) {
    if (set.standing)
      for (const [id, other] of sets)
        if (other.layer === set.layer && other.standing) sets.set(id, { ...other, standing: false })
    sets.set(set.id, set)
  }
  return [...sets.values()]
}
