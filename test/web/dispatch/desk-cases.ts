import type { Clock } from '../../../server/contract/clock.ts'
import { type DeskCase, deskCaseOf } from '../../../server/contract/desk-case.ts'
import type { LiveCase, LiveChange } from '../../../server/contract/live.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { complaint } from '../../support/entries.ts'

export const NOW = Date.parse('2026-11-20T21:36:00+08:00')
const HOUR = 3_600_000

/** A clock of ten hours that is due so many hours from now; late where they are negative. */
export const clockDue = (hours: number, of: Partial<Clock> = {}): Clock => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'made', ruleVersion: 1, limit: { value: 10, unit: 'hour' } },
  limitMinutes: 600,
  startedAt: new Date(NOW + (hours - 10) * HOUR).toISOString(),
  warnAt: new Date(NOW + (hours - 2) * HOUR).toISOString(),
  dueAt: new Date(NOW + hours * HOUR).toISOString(),
  ...{ endedAt: null, pausedAt: null, usedMinutes: 0 },
  ...of,
})

export const liveCase = (n: number, of: Partial<LiveCase> = {}): LiveCase => ({ ...liveCaseOf(complaint(n)), ...of })

export const deskCase = (n: number, of: Partial<LiveCase> = {}): DeskCase => deskCaseOf(liveCase(n, of))

export const changed = (seq: number, state: LiveCase): LiveNews => {
  const data: LiveChange = {
    ...{ seq, at: '2026-11-20T13:36:00Z', kind: 'case-changed', entityId: state.id },
    ...{ entity: 'case' as const, was: null, state },
  }
  return { event: 'change', data }
}
