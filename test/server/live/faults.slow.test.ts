import { expect, test } from 'vitest'
import { listenUnderFaults } from './under-faults.ts'

test('through 400 faults of the network and 4 restarts of the server nothing is missed, nothing comes twice, nothing is left behind', async () => {
  const figures = await listenUnderFaults({ faults: 400, restarts: 4, clients: 8 })
  console.log(figures)
  expect(figures).toMatchObject({
    faults: 400,
    missed: 0,
    doubled: 0,
    displaced: 0,
    resyncs: 0,
    unreadable: 0,
    left: 0,
  })
  expect(figures.rows).toBeGreaterThan(100)
})
