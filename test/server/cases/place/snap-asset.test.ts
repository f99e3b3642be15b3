import { expect, test } from 'vitest'
import { snapAsset } from '../../../../server/cases/place/snap-asset.ts'
import { binAt, cabinetAt, HOME, lampAt, memoryOf, moved, RULES } from './made-ground.ts'

const LAMP = '54062601037000001'

test('a tap within 10 m of the one lamp there is that lamp', async () => {
  const memory = await memoryOf([lampAt(1, HOME), lampAt(2, moved(HOME, 27))])
  const tap = (metres: number) => snapAsset({ location: moved(HOME, 0, metres), code: '01037' }, memory, RULES)
  expect(tap(9.9)).toEqual({ assetId: LAMP, choices: [] })
  expect(tap(10.1)).toEqual({ assetId: null, choices: [] })
})

test('two lamps within reach are to be chosen from, the nearest first, with their distances', async () => {
  const memory = await memoryOf([lampAt(1, HOME), lampAt(2, moved(HOME, 8))])
  const { assetId, choices } = snapAsset({ location: moved(HOME, 5), code: '01037' }, memory, RULES)
  expect(assetId).toBeNull()
  expect(choices).toMatchObject([
    { id: '54062601037000002', layer: 'streetlights', name: '路灯 2', metres: 3 },
    { id: LAMP, metres: 5 },
  ])
})

test('only things of the class count', async () => {
  const memory = await memoryOf([lampAt(1, HOME), binAt(1, moved(HOME, 1)), cabinetAt(1, moved(HOME, 2), 'C001')])
  const at = moved(HOME, 1.5)
  expect(snapAsset({ location: at, code: '01037' }, memory, RULES).assetId).toBe(LAMP)
  expect(snapAsset({ location: at, code: '01060' }, memory, RULES).assetId).toBe('54062601060000001')
})

test('a matter finds the things that it is about, and one about nothing finds none', async () => {
  const memory = await memoryOf([binAt(1, HOME), lampAt(1, moved(HOME, 1))])
  expect(snapAsset({ location: HOME, code: '06042' }, memory, RULES).assetId).toBe('54062603005000001')
  expect(snapAsset({ location: HOME, code: '09006' }, memory, RULES)).toEqual({ assetId: null, choices: [] })
})

test('a drain is of its own class, though another class stands in the same layer', async () => {
  const drain = (number: number, code: string, east: number) => ({
    ...lampAt(number, moved(HOME, east), { kind: code === '01004' ? 'inlet' : 'storm-manhole' }),
    ...{ id: `540626${code}000001`, layer: 'drains', code, status: 'normal' },
  })
  const memory = await memoryOf([drain(1, '01004', 0), drain(2, '01003', 2)])
  expect(snapAsset({ location: HOME, code: '01003' }, memory, RULES).assetId).toBe('54062601003000001')
})
