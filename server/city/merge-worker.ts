import { parentPort } from 'node:worker_threads'
import { mergeRows } from './merge-rows.ts'
import type { MergeResult, MergeTask } from './merge-thread.ts'

// The other end of MergeThread: like main.ts an entrance, and so it acts when it is loaded.
parentPort?.on('message', ({ task, parts, lookCount }: MergeTask) => {
  parentPort?.postMessage(answerOf(task, parts, lookCount))
})

function answerOf(task: number, parts: MergeTask['parts'], lookCount: number): MergeResult {
  try {
    return { task, rows: mergeRows(parts, lookCount) }
  } catch (error) {
    return { task, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
