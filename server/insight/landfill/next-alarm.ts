/** An alarm of one measure at one place. */
export interface Alarm {
  raised: boolean
  /** Since when it is so, Unix ms, and the newest that is known. */
  sinceMs: number
  atMs: number
}

export type AlarmEvent = 'raise' | 'clear' | null

/** `value` is an alarm above `limit`, or below it, and is over only `clearBy` on the other side. `quiet`: the thing is in a status in which it is none. */
export interface AlarmBounds {
  limit: number
  clearBy: number
  side: 'above' | 'below'
  quiet: boolean
}

/** 超限: raised beyond the limit, over only `clearBy` within it, so that a value that trembles at the line is one excursion. What is older than the
 *  newest that is known changes nothing. */
export function nextAlarm(
  alarm: Alarm | undefined,
  { atMs, value }: { atMs: number; value: number },
  { limit, clearBy, side, quiet }: AlarmBounds,
): { alarm: Alarm; event: AlarmEvent } {
  if (alarm && atMs <= alarm.atMs) return { alarm, event: null }
  const was = alarm?.raised ?? false
  const slack = was ? clearBy : 0
  const raised = !quiet && (side === 'above' ? value > limit - slack : value < limit + slack)
  const sinceMs = alarm && raised === was ? alarm.sinceMs : atMs
  return { alarm: { raised, sinceMs, atMs }, event: raised === was ? null : raised ? 'raise' : 'clear' }
}
