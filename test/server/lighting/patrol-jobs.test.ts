import { expect, test } from 'vitest'
import { TaskStopped } from '../../../server/insight/thread/run-in-thread.ts'
import { PatrolJobs, PatrolRunning } from '../../../server/lighting/patrol-jobs.ts'

type Begin = NonNullable<ConstructorParameters<typeof PatrolJobs>[0]>
type Work = Parameters<PatrolJobs['start']>[2]

const ASKED = { vehicle: 'foot', of: 'all' } as const
const WORK = { lamps: 40, offRoad: 2, task: {} } as unknown as Work

/** Patrols that are laid out for as long as nobody stops them. */
function bench() {
  const [stopped, shares]: [number[], ((share: number) => void)[]] = [[], []]
  const begin: Begin = (_, onStep) => {
    const own = shares.push(onStep) - 1
    let fail = (_fault: Error): void => undefined
    const done = new Promise<never>((_resolve, reject) => {
      fail = reject
    })
    return {
      done,
      stop() {
        stopped.push(own)
        fail(new TaskStopped('stopped'))
      },
    }
  }
  return { jobs: new PatrolJobs(begin), stopped, shares }
}

test('a patrol that is cancelled is stopped in its thread, and its person may ask for another', async () => {
  const { jobs, stopped, shares } = bench()
  const patrol = jobs.start(ASKED, 'person:1', WORK)
  shares[0]?.(0.4)
  expect(patrol).toMatchObject({ state: 'running', progress: 0.4, lamps: 40 })
  expect(() => jobs.start(ASKED, 'person:1', WORK)).toThrow(PatrolRunning)
  jobs.cancel(patrol.id)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect([stopped, patrol.state, patrol.fault]).toEqual([[0], 'cancelled', null])
  // What it told on its way out is of no interest any more.
  shares[0]?.(0.9)
  expect(patrol.progress).toBe(0.4)
  jobs.cancel(patrol.id)
  expect([stopped, jobs.start(ASKED, 'person:1', WORK).state]).toEqual([[0], 'running'])
})

test('a patrol is its asker’s alone, and all of them end with the server', async () => {
  const { jobs, stopped } = bench()
  const { id } = jobs.start(ASKED, 'person:1', WORK)
  jobs.start(ASKED, 'person:2', WORK)
  expect([jobs.of(id, 'person:1')?.id, jobs.of(id, 'person:2')]).toEqual([id, undefined])
  jobs.close()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(stopped).toEqual([0, 1])
})
