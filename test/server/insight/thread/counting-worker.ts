import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadNews } from '../../../../server/insight/thread/run-in-thread.ts'

// Counts for as long as it lives, and answers at the tenth: what it is meanwhile its parent reads in the shared memory.
const { count, answers }: { count: Int32Array<SharedArrayBuffer>; answers: boolean } = workerData
const tell = (news: ThreadNews<number, string>): void => parentPort?.postMessage(news)
setInterval(() => {
  const now = Atomics.add(count, 0, 1) + 1
  tell({ kind: 'step', step: now })
  if (answers && now === 10) tell({ kind: 'answer', answer: 'ten' })
}, 1)
