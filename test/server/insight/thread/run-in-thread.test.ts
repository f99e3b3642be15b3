import { expect, test } from 'vitest'
import { runInThread, TaskStopped } from '../../../../server/insight/thread/run-in-thread.ts'

const COUNTING = { beside: import.meta.url, name: 'counting' }
const PATIENT = { timeout: 15_000 }

const begin = (answers: boolean, onStep: (step: number) => void = () => undefined) => {
  const count = new Int32Array(new SharedArrayBuffer(4))
  const task = runInThread<number, string>(COUNTING, { count, answers }, onStep)
  return { count: () => Atomics.load(count, 0), ...task }
}

/** Whether it still counts. */
async function lives({ count }: Pick<ReturnType<typeof begin>, 'count'>): Promise<boolean> {
  const before = count()
  await new Promise((resolve) => setTimeout(resolve, 60))
  return count() > before
}

test('a thread that is stopped counts no further, and says that it was stopped', PATIENT, async () => {
  const steps: number[] = []
  const first = new Promise<void>((resolve) => {
    const task = begin(false, (step) => {
      steps.push(step)
      if (step === 3) resolve()
    })
    Object.assign(running, task)
  })
  await first
  expect(await lives(running)).toBe(true)
  const over = running.done
  running.stop()
  const told = await Promise.race([over.catch((fault: unknown) => fault), pause(2_000)])
  expect(told).toBeInstanceOf(TaskStopped)
  expect(await lives(running)).toBe(false)
  expect(steps.slice(0, 3)).toEqual([1, 2, 3])
})

test('a thread ends with its answer', PATIENT, async () => {
  const task = begin(true)
  expect(await task.done).toBe('ten')
  await pause(100)
  expect(await lives(task)).toBe(false)
})

const running = { count: () => 0, done: Promise.resolve(''), stop: () => undefined } as ReturnType<typeof begin>
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
