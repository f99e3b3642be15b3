import { expect, test } from 'vitest'
import { CoverageJobs, JobRunning } from '../../../server/coverage/coverage-jobs.ts'
import { TaskStopped } from '../../../server/insight/thread/run-in-thread.ts'

interface Begun {
  asked: string
  step: (share: number) => void
  answer: (found: string) => Promise<void>
  fail: (error: Error) => Promise<void>
  isStopped: boolean
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Jobs whose threads are played by the test, with a clock that it turns. */
function played() {
  const begun: Begun[] = []
  let ms = 1_000
  const jobs = new CoverageJobs<string, string, string>(
    ({ asked }, onStep) => {
      let [resolve, reject] = [(_: string): void => undefined, (_: Error): void => undefined]
      const done = new Promise<string>((yes, no) => {
        resolve = yes
        reject = no
      })
      const one: Begun = {
        ...{ asked, isStopped: false, step: (share) => onStep({ share, step: 'roads' }) },
        answer(found) {
          resolve(found)
          return settled()
        },
        fail(error) {
          reject(error)
          return settled()
        },
      }
      begun.push(one)
      const stop = (): void => {
        one.isStopped = true
        reject(new TaskStopped('stopped'))
      }
      return { done, stop }
    },
    () => ms,
  )
  const start = (by: string, asked = by) =>
    jobs.start(asked, { by, byName: by, at: '2026-05-01T04:00:00Z' }, `kept ${asked}`)
  const pass = (more: number): void => {
    ms += more
  }
  return { jobs, begun, start, pass }
}

test('one is done at a time in all, in the order in which they were asked for', async () => {
  const { begun, start } = played()
  const [first, second, third] = [start('a'), start('b'), start('c')]
  expect(begun.map(({ asked }) => asked)).toEqual(['a'])
  expect([first.state, second.state, third.state]).toEqual(['running', 'waiting', 'waiting'])
  await begun[0]?.answer('found a')
  expect(begun.map(({ asked }) => asked)).toEqual(['a', 'b'])
  expect([first.state, first.found, second.state, third.state]).toEqual(['done', 'found a', 'running', 'waiting'])
  await begun[1]?.fail(new Error('no memory'))
  expect([second.state, second.found, second.fault, third.state]).toEqual(['failed', null, 'no memory', 'running'])
})

test('nobody has two at once, and nobody reads what is another’s', async () => {
  const { jobs, begun, start } = played()
  const { id } = start('a')
  expect(() => start('a', 'again')).toThrow(JobRunning)
  expect([jobs.isBusy('a'), jobs.isBusy('b')]).toEqual([true, false])
  expect([jobs.of(id, 'a')?.id, jobs.of(id, 'b')]).toEqual([id, undefined])
  await begun[0]?.answer('found')
  expect(jobs.isBusy('a')).toBe(false)
  expect(start('a', 'again').state).toBe('running')
})

test('one that is ended frees its place at once, and one that only waited is never begun', async () => {
  const { jobs, begun, start } = played()
  const [first, second, third] = [start('a'), start('b'), start('c')]
  jobs.cancel(second)
  jobs.cancel(first)
  expect([first.state, second.state, begun[0]?.isStopped]).toEqual(['cancelled', 'cancelled', true])
  expect(jobs.isBusy('a')).toBe(false)
  await settled()
  expect(begun.map(({ asked }) => asked)).toEqual(['a', 'c'])
  expect(third.state).toBe('running')
  // What is over stays as it ended.
  jobs.cancel(first)
  await begun[1]?.answer('found')
  jobs.cancel(third)
  expect([third.state, third.found]).toEqual(['done', 'found'])
})

test('an answer that comes after the end is not kept', async () => {
  const { jobs, begun, start } = played()
  const job = start('a')
  const answered = begun[0]?.answer('too late')
  jobs.cancel(job)
  await answered
  expect([job.state, job.found]).toEqual(['cancelled', null])
})

test('it tells how far it is and for how long, and stands still once it is over', async () => {
  const { jobs, begun, start, pass } = played()
  const job = start('a')
  begun[0]?.step(0.4)
  pass(250)
  expect(jobs.progressOf(job)).toEqual({ share: 0.4, step: 'roads', elapsedMs: 250 })
  begun[0]?.step(1.2)
  expect(jobs.progressOf(job).share).toBe(1)
  begun[0]?.step(0.9)
  await begun[0]?.answer('found')
  pass(5_000)
  expect(jobs.progressOf(job)).toEqual({ share: 1, step: 'roads', elapsedMs: 250 })
})

test('what is over is kept for an hour, and no more than six of them; what runs is never forgotten', async () => {
  const { jobs, begun, start, pass } = played()
  const first = start('a')
  pass(4_000_000)
  expect(jobs.of(first.id, 'a')?.state).toBe('running')
  await begun[0]?.answer('found')
  pass(3_600_000)
  expect(jobs.of(first.id, 'a')?.found).toBe('found')
  pass(1)
  expect(jobs.of(first.id, 'a')).toBeUndefined()
  const ids: string[] = []
  for (let i = 0; i < 8; i++) {
    ids.push(start('b', `${i}`).id)
    await begun.at(-1)?.answer(`${i}`)
  }
  expect(ids.map((id) => jobs.of(id, 'b')?.found)).toEqual([undefined, undefined, '2', '3', '4', '5', '6', '7'])
})

test('once it is closed nothing more is begun', async () => {
  const { jobs, begun, start } = played()
  start('a')
  const second = start('b')
  jobs.close()
  await settled()
  expect([begun.length, begun[0]?.isStopped, second.state]).toEqual([1, true, 'waiting'])
})
