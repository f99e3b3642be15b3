import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadNews } from '../../thread/run-in-thread.ts'
import { findRounds, type Round } from './find-round.ts'
import type { PatrolTask } from './patrol-thread.ts'
import { streetNet } from './street-net.ts'

// The other end of startPatrol: like main.ts an entrance, and so it acts when it is loaded.
const { joints, streets, required, start }: PatrolTask = workerData
const tell = (news: ThreadNews<number, Round[]>): void => parentPort?.postMessage(news)

/** Nobody looks more often than that. */
const LEAST_STEP = 0.02
let told = 0
const rounds = findRounds(streetNet(joints, streets), required, start, (share) => {
  if (share - told < LEAST_STEP) return
  told = share
  tell({ kind: 'step', step: share })
})
tell({ kind: 'answer', answer: rounds })
