import type { Clock } from '../../../server/contract/clock.ts'
import { Post } from '../../../server/contract/condition.ts'

/** How long there is for a step: `over` is past its end. */
export interface TimeLeft {
  over: boolean
  days: number
  hours: number
  minutes: number
}

const POSTS: readonly string[] = Post.options

/** The clocks that run, as a wall shows them: what the law asks for before the steps of the posts, and of each the one that is due first. At most
 *  two. */
export function alarmClocks(clocks: readonly Clock[]): Clock[] {
  const running = clocks
    .filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null)
    .sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''))
  const legal = running.filter(({ stage }) => !POSTS.includes(stage))
  return (legal.length > 0 ? legal : running).slice(0, 2)
}

/** Begun minutes count as left, and none as over: `28 min` is said up to the end of the 28th. */
export function timeLeft(dueAt: string, now: number): TimeLeft {
  const ms = Date.parse(dueAt) - now
  const total = ms >= 0 ? Math.ceil(ms / 60_000) : Math.floor(-ms / 60_000)
  // 24 hours are 24 hours: a day on the wall would stand there with none.
  const days = total < 2_880 ? 0 : Math.floor(total / 1_440)
  return { over: ms < 0, days, hours: Math.floor((total - days * 1_440) / 60), minutes: total % 60 }
}

/** The share of its time that is used, 0–1. The clocks of an emergency run around the clock. */
export function usedShare({ startedAt, dueAt }: Pick<Clock, 'startedAt' | 'dueAt'>, now: number): number {
  const [start, due] = [Date.parse(startedAt), Date.parse(dueAt ?? startedAt)]
  return due > start ? Math.min(1, Math.max(0, (now - start) / (due - start))) : 1
}
