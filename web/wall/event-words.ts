import type { WallEvent, WallFigures } from '../../server/contract/wall.ts'
import { duration, moment, timeLeft } from '../format.ts'
import { words } from '../i18n/i18n.ts'
import '../i18n/wall-panels-words.ts'
import { crewName } from './crew-name.ts'

/** What came of it, in words. `now`: Unix ms of the server. */
export function outcomeOf(
  event: WallEvent,
  { now, crews }: { now: number; crews: WallFigures['crews'] | undefined },
): string {
  const { what, dueAt, crewId, tookMinutes } = event
  const told = crews?.byState.find((one) => one.crewId === crewId)?.name
  const crew = told === undefined ? undefined : crewName(told)
  const by = dueAt === null ? undefined : moment(dueAt, now)
  if (what === 'due' || what === 'late') return dueAt === null ? '' : timeLeft((Date.parse(dueAt) - now) / 1_000)
  if (what === 'closed') return words('wall.took', { time: duration((tookMinutes ?? 0) * 60) })
  if (what === 'filed' && by !== undefined) return words('wall.filedBy', { time: by })
  if (what === 'dispatched' && crew !== undefined)
    return by === undefined ? crew : words('wall.dispatchedBy', { crew, time: by })
  if ((what === 'taken' || what === 'handled' || what === 'reworked') && crew !== undefined)
    return words(`wallDone.${what}`, { crew })
  return words(`wallNow.${what}`)
}

/** Where it came from, for what has just come; else what was done. */
export const whatIs = ({ what, source }: WallEvent): string =>
  what === 'received' || what === 'filed' ? words(`wallSource.${source}`) : words(`wallStep.${what}`)
