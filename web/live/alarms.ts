import { isOpen } from '../../server/contract/case.ts'
import type { LiveCase } from '../../server/contract/live.ts'
import type { LiveNews } from './live-news.ts'

/** The emergencies that nobody has acknowledged, as one screen shows and sounds them (W8). */
export interface Alarms {
  /** Shown until somebody, on any screen, acknowledges them or they end; the newest first. */
  open: readonly LiveCase[]
  /** Those of `open` that this screen has begun to sound. One that is acknowledged and escalated anew is a new alarm. */
  sounded: ReadonlySet<string>
  /** To be sounded once, now: the ids that the last message added. */
  ring: readonly string[]
}

export const NO_ALARMS: Alarms = { open: [], sounded: new Set(), ring: [] }

/** The alarms after a message of the stream. A picture after a break rings for what came meanwhile and for nothing that has rung; a message that
 *  could not be read changes nothing. */
export function alarms(state: Alarms, news: LiveNews): Alarms {
  if (news.event === 'picture') {
    const { emergencies } = news.data
    return emergencies ? alarmsOf(state, emergencies.filter(isAlarm)) : quiet(state)
  }
  if (news.event === 'gone') return alarmsOf(state, without(state.open, news.data.entityId))
  if (news.event !== 'change' || news.data.entity !== 'case') return quiet(state)
  const { entityId, state: now } = news.data
  if (!isAlarm(now)) return alarmsOf(state, without(state.open, entityId))
  const known = state.open.some(({ id }) => id === entityId)
  return alarmsOf(state, known ? state.open.map((one) => (one.id === entityId ? now : one)) : [now, ...state.open])
}

const isAlarm = (of: LiveCase): boolean => of.urgency === 'emergency' && of.acknowledgedAt === null && isOpen(of)

const without = (open: readonly LiveCase[], id: string): readonly LiveCase[] =>
  open.some((one) => one.id === id) ? open.filter((one) => one.id !== id) : open

function alarmsOf(state: Alarms, next: readonly LiveCase[]): Alarms {
  if (next === state.open) return quiet(state)
  return {
    open: next,
    sounded: new Set(next.map(({ id }) => id)),
    ring: next.flatMap(({ id }) => (state.sounded.has(id) ? [] : id)),
  }
}

/** The very same state where nothing rings: nobody draws anew. */
const quiet = (state: Alarms): Alarms => (state.ring.length ? { ...state, ring: [] } : state)
