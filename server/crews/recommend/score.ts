import type { CrewPosition } from '../../contract/crew.ts'
import type { Reason } from '../../contract/recommendation.ts'
import { minutesLeft } from '../../contract/shift.ts'
import { MINUTE_MS } from '../../contract/working-time.ts'
import type { Candidate, Task } from './recommend.ts'

/** A point is a minute that the case waits longer. A case in hand is dealt with in half an hour or so, but several lie near each other, and an
 *  urgent one goes first: of those minutes about four stand in the way of the next. */
const POINTS_PER_CASE = 4
/** Less of the shift is left behind the way: the case would be handed over half done. Each minute that is missing counts. */
const MINUTES_OF_WORK = 40
/** A place of so many minutes ago is so many minutes of driving off. */
const POINTS_PER_MINUTE_OF_AGE = 1
/** The company whose the thing is goes before the bureau's own crew where both are about as near. */
const POINTS_OF_THE_BUREAU = 4

/** What speaks against a crew that fits, in points: the fewer the better. `minutes`: of its way. */
export function scoreOf(
  task: Pick<Task, 'contractor'>,
  { crew, position, load }: Candidate & { position: CrewPosition },
  { minutes, by, nowMs }: { minutes: number; by: 'roads' | 'crow'; nowMs: number },
): Reason[] {
  const age = Math.max(0, (nowMs - Date.parse(position.at)) / MINUTE_MS)
  const missing = minutes + MINUTES_OF_WORK - minutesLeft(crew.shift, nowMs)
  const all: Reason[] = [
    { code: by === 'roads' ? 'way' : 'way-by-crow', points: minutes },
    { code: 'load', points: load * POINTS_PER_CASE },
    { code: 'shift-ends', points: Math.max(0, missing) },
    { code: 'place-age', points: age * POINTS_PER_MINUTE_OF_AGE },
    {
      code: 'not-the-contractor',
      points: task.contractor !== null && crew.contractor === null ? POINTS_OF_THE_BUREAU : 0,
    },
  ]
  return all.map(({ code, points }) => ({ code, points: tenths(points) })).filter(({ points }) => points > 0)
}

/** To a tenth, so that the sum of what is shown is what is shown as the sum. */
export const tenths = (value: number): number => Math.round(value * 10) / 10
