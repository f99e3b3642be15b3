import { openThread, type Program } from './open-thread.ts'

/** What a program tells: how far it is, and in the end its answer. */
export type ThreadNews<Step, Answer> = { kind: 'step'; step: Step } | { kind: 'answer'; answer: Answer }

export interface RunningTask<Answer> {
  /** Rejects when the thread fails, and with TaskStopped when it was stopped. */
  done: Promise<Answer>
  stop(): void
}

export class TaskStopped extends Error {}

/** Does a task away from the event loop, in a thread of its own that ends with it. */
export function runInThread<Step, Answer>(
  program: Program,
  task: unknown,
  onStep: (step: Step) => void,
): RunningTask<Answer> {
  const worker = openThread(program, task)
  let stopped = false
  const done = new Promise<Answer>((resolve, reject) => {
    worker.on('message', (news: ThreadNews<Step, Answer>) => {
      if (news.kind === 'step') onStep(news.step)
      else {
        resolve(news.answer)
        void worker.terminate()
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(stopped ? new TaskStopped('stopped') : new Error('the thread ended early')))
  })
  return {
    done,
    stop() {
      stopped = true
      void worker.terminate()
    },
  }
}
