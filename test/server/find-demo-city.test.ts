import { expect, test } from 'vitest'
import { findDemoCity } from '../../server/find-demo-city.ts'

test('each demo city is kept in a folder of its own, and so is one with another number of things', () => {
  expect(findDemoCity('suo')).toMatchObject({ demo: { area: '540626' }, folder: './data-dir/demo-suo' })
  expect(findDemoCity('cangshan')).toMatchObject({ demo: { area: '350104' }, folder: './data-dir/demo-cangshan' })
  expect(findDemoCity('cangshan', '1000000')).toMatchObject({
    assets: 1_000_000,
    folder: './data-dir/demo-cangshan-1000000',
  })
})

test('a city that is not there is refused with the names of those that are', () => {
  expect(() => findDemoCity('atlantis')).toThrow('There is no demo city "atlantis", but: suo, cangshan.')
})

test('a number of things is refused where it cannot be', () => {
  expect(() => findDemoCity('suo', '1000000')).toThrow('--assets is for: cangshan.')
  for (const assets of ['5', '1e6', '-1', '3000000', '250000.5', ''])
    expect(() => findDemoCity('cangshan', assets), assets).toThrow('is not a whole number from 100000 to 2000000')
})
