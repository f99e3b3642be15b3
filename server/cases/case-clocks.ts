import type { Case } from '../contract/case.ts'
import type { Clock } from '../contract/clock.ts'
import { type Condition, type ConditionStage, type Post, postLimit } from '../contract/condition.ts'
import { endClock, type NewClock, pauseClock, resumeClock, startClock } from '../contract/run-clock.ts'
import type { CaseRules } from './case-needs.ts'

/** When, and by which rules. */
export interface Moment {
  at: string
  rules: CaseRules
}

const POSTS: readonly string[] = ['accept', 'check', 'file', 'dispatch', 'verify', 'close'] satisfies Post[]

/** Of a stage of the filing condition, and not of a post. */
export const isStageClock = ({ stage }: Pick<Clock, 'stage'>): boolean => !POSTS.includes(stage)
export const isRunning = ({ endedAt }: Pick<Clock, 'endedAt'>): boolean => endedAt === null

/** With a post's clock behind them. */
export function startPost(clocks: readonly Clock[], post: Post, { urgency }: Pick<Case, 'urgency'>, now: Moment) {
  const { id: ruleId, version: ruleVersion } = now.rules.posts
  return start(clocks, { stage: post, ruleId, ruleVersion, limit: postLimit(now.rules.posts, post, urgency) }, now)
}

/** With the clocks of these stages behind them. */
export const startStages = (
  clocks: readonly Clock[],
  condition: Pick<Condition, 'id' | 'version'>,
  stages: readonly ConditionStage[],
  now: Moment,
): Clock[] =>
  stages.reduce<Clock[]>(
    (all, { id, limit }) => start(all, { stage: id, ruleId: condition.id, ruleVersion: condition.version, limit }, now),
    [...clocks],
  )

/** 返工 and 回退 begin again beside the ended one, which stays: `handle#2`. */
function start(clocks: readonly Clock[], made: Omit<NewClock, 'id'>, { at, rules }: Moment): Clock[] {
  const before = clocks.filter(({ stage }) => stage === made.stage).length
  const id = before ? `${made.stage}#${before + 1}` : made.stage
  return [...clocks, startClock({ id, ...made }, at, rules.calendar)]
}

const each = (clocks: readonly Clock[], which: (clock: Clock) => boolean, change: (clock: Clock) => Clock): Clock[] =>
  clocks.map((clock) => (isRunning(clock) && which(clock) ? change(clock) : clock))

export const endStage = (clocks: readonly Clock[], stage: string, at: string): Clock[] =>
  each(
    clocks,
    (clock) => clock.stage === stage,
    (clock) => endClock(clock, at),
  )

/** Those of the filing condition: the crew has done all of it. */
export const endStages = (clocks: readonly Clock[], at: string): Clock[] =>
  each(clocks, isStageClock, (clock) => endClock(clock, at))

export const endAll = (clocks: readonly Clock[], at: string): Clock[] =>
  each(
    clocks,
    () => true,
    (clock) => endClock(clock, at),
  )

export const pauseAll = (clocks: readonly Clock[], { at, rules }: Moment): Clock[] =>
  each(
    clocks,
    () => true,
    (clock) => pauseClock(clock, at, rules.calendar),
  )

export const resumeAll = (clocks: readonly Clock[], { at, rules }: Moment): Clock[] =>
  each(
    clocks,
    () => true,
    (clock) => resumeClock(clock, at, rules.calendar),
  )
