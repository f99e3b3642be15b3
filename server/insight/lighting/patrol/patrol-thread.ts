import { type RunningTask, runInThread } from '../../thread/run-in-thread.ts'
import type { Round } from './find-round.ts'
import type { Street } from './street-net.ts'

/** What is sent to the thread; it answers with rounds, once. */
export interface PatrolTask {
  joints: number
  streets: readonly Street[]
  required: readonly number[]
  start: number | null
}

const PROGRAM = { beside: import.meta.url, name: 'patrol' }

/** Looks for rounds away from the event loop: a town of 800 roads takes a second or more. @param onStep how much is done, 0 … 1 */
export const startPatrol = (task: PatrolTask, onStep: (share: number) => void): RunningTask<Round[]> =>
  runInThread(PROGRAM, task, onStep)
