import type { OpenDesk } from '../cases/open-desk.ts'
import { nextInstants } from '../contract/case-light.ts'
import type { DeskCase } from '../contract/desk-case.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { WallEvents } from '../contract/wall.ts'
import { type RecentStep, type RecentSteps, stepOf } from './recent-steps.ts'

/** All walls of a room ask within one second. */
const SHARED_MS = 1_000
const TOLD = 12
const DAY_MS = 86_400_000

export interface EventNeeds {
  desk: Pick<OpenDesk, 'all' | 'seq'>
  steps: Pick<RecentSteps, 'all'>
  now: () => Date
}

/** The last events, one answer for all who may see the same. */
export class KeptEvents {
  readonly #needs: EventNeeds
  readonly #kept = new Map<string, { until: number; answer: WallEvents }>()

  constructor(needs: EventNeeds) {
    this.#needs = needs
  }

  /** @param scope undefined: of the whole city
   *  @param seq at least so far along the log */
  for(scope: Scope | undefined, seq = 0): WallEvents {
    const [key, at] = [JSON.stringify(scope ?? null), performance.now()]
    const kept = this.#kept.get(key)
    if (kept && kept.until > at && kept.answer.seq >= seq) return kept.answer
    for (const [old, { until }] of this.#kept) if (until <= at) this.#kept.delete(old)
    const answer = lastEvents(this.#needs, scope)
    this.#kept.set(key, { until: at + SHARED_MS, answer })
    return answer
  }
}

/** What was done to cases, and what the clocks alone did to those that are open: a case that grew late is news though nobody wrote a row. */
function lastEvents({ desk, steps, now }: EventNeeds, scope: Scope | undefined): WallEvents {
  const nowMs = now().getTime()
  const isMine = (of: DeskCase): boolean => !scope || isInScope(scope, of)
  const last = new Map<string, RecentStep>()
  for (const step of steps.all()) if (isMine(step.of)) last.set(step.of.id, step)
  for (const of of desk.all()) {
    const step = clockStep(of, nowMs)
    const known = step && last.get(of.id)
    if (step && isMine(of) && !(known && Date.parse(known.event.at) > Date.parse(step.event.at))) last.set(of.id, step)
  }
  const events = [...last.values()]
    .map(({ event }) => event)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1))
    .slice(0, TOLD)
  return { at: now().toISOString(), seq: desk.seq, events }
}

/** That a case grew due, or late, within the last day; its emergency is louder than its clock. */
function clockStep(of: DeskCase, nowMs: number): RecentStep | undefined {
  if (of.urgency === 'emergency') return undefined
  const next = instantsOf(of)
  if (!next || nowMs < next.warn) return undefined
  const what = nowMs > next.due ? 'late' : 'due'
  const ms = next[what === 'late' ? 'due' : 'warn']
  if (nowMs - ms > DAY_MS) return undefined
  const { event } = stepOf(`${what}:${of.id}:${ms}`, { what, at: new Date(ms).toISOString() }, of)
  return { event: { ...event, state: what }, of }
}

/** A case is the same object until it changes, and so are its instants: read once. */
const instantsKnown = new WeakMap<DeskCase, ReturnType<typeof nextInstants> | null>()

function instantsOf(of: DeskCase): ReturnType<typeof nextInstants> {
  const known = instantsKnown.get(of)
  if (known !== undefined) return known ?? undefined
  const next = nextInstants(of)
  instantsKnown.set(of, next ?? null)
  return next
}
