import { expect, test } from 'vitest'
import { listenUnderFaults } from './under-faults.ts'

test('through 300 faults of the network and 3 restarts of the server nothing is missed, nothing comes twice, nothing is left behind', async () => {
  const figures = await listenUnderFaults({ faults: 300, restarts: 3, clients: 8 })
  console.log(figures)
  expect(figures).toMatchObject({
    faults: 300,
    missed: 0,
    doubled: 0,
    displaced: 0,
    resyncs: 0,
    unreadable: 0,
    left: 0,
  })
  expect(figures.rows).toBeGreaterThan(100)
})
