import { expect, test } from 'vitest'
import { locateCase } from '../../../../server/cases/place/locate-case.ts'
import { ownerOfCase } from '../../../../server/cases/place/owner-of-case.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { Responsibility } from '../../../../server/contract/responsibility.ts'
import { gridCode, HOME, memoryOf, moved, polygon, RULES, square, unitGrid } from './made-ground.ts'

const unit = (id: string, kind = 'department') => ({ id, name: { zh: id, en: id }, kind })

const TABLE = Responsibility.parse({
  ...{ area: '540626', demo: true, source: 'test', otherwise: 'bureau' },
  units: [
    ...['bureau', 'lights', 'highway', 'order'].map((id) => unit(id)),
    unit('town', 'street'),
    unit('post', 'street'),
  ],
  owners: [
    { unit: 'highway', kind: 'component', codes: ['01037'], when: { field: 'roadClass', equals: 'national' } },
    { unit: 'lights', kind: 'component', codes: ['01037', '01060'] },
    { unit: 'order', kind: 'matter', codes: ['09'] },
  ],
  grounds: [
    { unit: 'town', unitGrids: '540626100' },
    { unit: 'post', unitGrids: '540626100001' },
    { unit: 'order', responsibilityGrid: '540626L0801000009' },
  ],
})

const at = (of: Partial<Parameters<typeof ownerOfCase>[0]>) =>
  ownerOfCase({ kind: 'component', code: '01037', unitGrid: '540626100002001', responsibilityGrid: null, ...of }, TABLE)

test('a component goes to its owner, and without one to the ground it stands on', () => {
  expect(at({})).toEqual({ unit: 'lights', by: 'asset-owner' })
  expect(at({ code: '01003' })).toEqual({ unit: 'town', by: 'area' })
})

test('a matter goes to the ground it is on, and off every ground to whose business it is', () => {
  expect(at({ kind: 'matter', code: '09006' })).toEqual({ unit: 'town', by: 'area' })
  expect(at({ kind: 'matter', code: '09006', unitGrid: null })).toEqual({ unit: 'order', by: 'asset-owner' })
})

test("a component's 异常 among the matters goes the component's way", () => {
  expect(at({ kind: 'matter', code: '01037' })).toEqual({ unit: 'lights', by: 'asset-owner' })
})

test('the first row of owners that fits the thing decides', () => {
  expect(at({ fields: { roadClass: 'national' } })?.unit).toBe('highway')
  expect(at({ fields: { roadClass: 'lane' } })?.unit).toBe('lights')
})

test('more digits go before fewer, and a responsibility grid by name before digits', () => {
  const matter = { kind: 'matter', code: '06010' } as const
  expect(at({ ...matter, unitGrid: '540626100001007' })?.unit).toBe('post')
  expect(at({ ...matter, unitGrid: '540626100001007', responsibilityGrid: '540626L0801000009' })?.unit).toBe('order')
})

test('without a table nobody is named', () => {
  expect(ownerOfCase({ kind: 'component', code: '01037', unitGrid: null, responsibilityGrid: null }, null)).toBeNull()
})

test('a place on an edge, in a hole or outside goes to the stated body', async () => {
  const [post, town] = [gridCode(1), '540626100002001']
  const memory = await memoryOf([
    unitGrid(town, polygon(square(100, 0, 100), square(140, 40, 20))),
    unitGrid(post, polygon(square(0, 0, 100))),
  ])
  const ownerAt = (place: LngLat) =>
    ownerOfCase({ kind: 'matter', code: '06010', ...locateCase(place, memory, RULES) }, TABLE)
  expect(ownerAt(moved(HOME, 100, 50))).toEqual({ unit: 'post', by: 'area' })
  expect(ownerAt(moved(HOME, 101, 50))).toEqual({ unit: 'town', by: 'area' })
  expect(ownerAt(moved(HOME, 150, 50))).toEqual({ unit: 'bureau', by: 'none' })
  expect(ownerAt(moved(HOME, -5, 50))).toEqual({ unit: 'bureau', by: 'none' })
})

test('a table that names a unit it does not have is refused with the row', () => {
  const fault = Responsibility.safeParse({ ...TABLE, grounds: [{ unit: 'nobody', unitGrids: '540626' }] }).error
    ?.issues[0]
  expect(fault).toMatchObject({ path: ['grounds', 0, 'unit'], message: 'there is no unit "nobody"' })
})
