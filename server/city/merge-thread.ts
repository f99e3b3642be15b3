import { Worker } from 'node:worker_threads'
import type { IndexedRows } from './columns.ts'
import type { Part } from './merge-rows.ts'

/** Merges rows away from the event loop. */
export interface Merger {
  /** As `mergeRows`. Rejects when the thread fails or has been ended; one under way at the end never settles. */
  merge(parts: readonly Part[], lookCount: number): Promise<IndexedRows>
}

/** What is sent to the thread, and what comes back. */
export interface MergeTask {
  task: number
  parts: readonly Part[]
  lookCount: number
}
export interface MergeResult {
  task: number
  rows?: IndexedRows
  fault?: string
}

/** The bundle has the thread's program beside it; as it is written, it is TypeScript that has to be entered through JavaScript. */
const ENTRANCE = import.meta.url.endsWith('.ts') ? './merge-entrance.mjs' : './merge-worker.js'

interface Waiting {
  done: (rows: IndexedRows) => void
  failed: (error: Error) => void
}

/** One thread for all layers of a city, started with its first task; it keeps no process alive. */
export class MergeThread implements Merger {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #lastTask = 0
  #closed = false

  merge(parts: readonly Part[], lookCount: number): Promise<IndexedRows> {
    return new Promise((done, failed) => {
      if (this.#closed) return failed(new Error('the thread that merges has been ended'))
      const task = ++this.#lastTask
      this.#waiting.set(task, { done, failed })
      this.#worker ??= this.#start()
      this.#worker.postMessage({ task, parts, lookCount } satisfies MergeTask)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    // Who waits for a merge is ending too, and must not begin to make it itself.
    this.#waiting.clear()
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL(ENTRANCE, import.meta.url), { execArgv: [] })
    worker.unref()
    worker.on('message', ({ task, rows, fault }: MergeResult) => {
      const waiting = this.#waiting.get(task)
      this.#waiting.delete(task)
      if (rows) waiting?.done(rows)
      else waiting?.failed(new Error(`a merge failed: ${fault}`))
    })
    worker.on('error', (error) => {
      this.#worker = undefined
      this.#fail(error)
    })
    return worker
  }

  #fail(error: Error): void {
    for (const { failed } of this.#waiting.values()) failed(error)
    this.#waiting.clear()
  }
}
