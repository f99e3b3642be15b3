/** An alarm of one measure at one place. */
export interface Alarm {
  raised: boolean
  /** Since when it is so, Unix ms, and the newest that is known. */
  sinceMs: number
  atMs: number
}

export type AlarmEvent = 'raise' | 'clear' | null

/** 超限: raised above the limit, over only `clearBelowBy` below it, so that a value that trembles at the line is one excursion. What is older than
 *  the newest that is known changes nothing. */
export function nextAlarm(
  alarm: Alarm | undefined,
  { atMs, value }: { atMs: number; value: number },
  { limit, clearBelowBy }: { limit: number; clearBelowBy: number },
): { alarm: Alarm; event: AlarmEvent } {
  if (alarm && atMs <= alarm.atMs) return { alarm, event: null }
  const was = alarm?.raised ?? false
  const raised = was ? value > limit - clearBelowBy : value > limit
  const sinceMs = alarm && raised === was ? alarm.sinceMs : atMs
  return { alarm: { raised, sinceMs, atMs }, event: raised === was ? null : raised ? 'raise' : 'clear' }
}
