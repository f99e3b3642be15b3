import { expect, test } from 'vitest'
import { findSilence } from '../../../../server/insight/spots/find-silence.ts'
import { fitPoisson } from '../../../../server/insight/spots/fit-poisson.ts'

test('the dispersion is Pearson’s by the degrees of freedom: 1.2933 for Dobson’s example, as R’s quasipoisson says', () => {
  const design = Array.from({ length: 9 }, (_, at) => {
    const [outcome, treatment] = [at % 3, Math.floor(at / 3)]
    return [1, Number(outcome === 1), Number(outcome === 2), Number(treatment === 1), Number(treatment === 2)]
  })
  expect(fitPoisson(design, [18, 17, 15, 20, 10, 20, 25, 13, 12])?.dispersion).toBeCloseTo(1.2933, 4)
})

test('a deficit is told in standard errors of what comes by chance and of the mean together', () => {
  // All alike but for what was heard: the mean m of n cells has the variance m/n, and a count the variance m.
  const observed = [4, 8, 6, 7, 5, 6]
  const voices = observed.map((of, cell) => ({ cell, people: 100, assets: 4, observed: of }))
  const rule = { leastExpected: 1, leastCells: 3, leastComplaints: 10, falseDiscovery: 0.05 }
  const { model, cells } = findSilence(voices, rule)
  expect(model.dispersion).toBe(1)
  const silent = cells.find(({ cell }) => cell === 0)
  expect(silent?.expected).toBeCloseTo(6, 6)
  expect(silent?.z).toBeCloseTo(2 / Math.sqrt(6 + 6 / 6), 6)
})
