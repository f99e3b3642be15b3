import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCodes } from '../../server/codes/load-codes.ts'
import { DATA } from '../server/catalogue/catalogue-folder.ts'

const { types, majors, areas } = await loadCodes(join(DATA, 'codes'))
const count = (kind: string, edition: string) =>
  types.filter((type) => type.kind === kind && type.edition === edition).length

test('the national table has 153 components and 250 matters', () => {
  expect(count('component', 'GB/T 47678.5-2026')).toBe(153)
  expect(count('matter', 'GB/T 47678.5-2026')).toBe(250)
})

test('every component has a matter of the same digits, its 异常', () => {
  const mirrored = types.filter(({ kind, edition }) => kind === 'component' && edition !== 'local')
  const missing = mirrored.filter(
    ({ code, name }) =>
      !types.some(
        (type) => type.kind === 'matter' && type.code === code && type.name.zh.startsWith(name.zh.slice(0, 3)),
      ),
  )
  expect(missing).toEqual([])
})

test('every type has a name in each language, and no two components share one', () => {
  const components = types.filter(({ kind }) => kind === 'component')
  expect(types.filter(({ name }) => !/\p{sc=Han}/u.test(name.zh) || /\p{sc=Han}/u.test(name.en))).toEqual([])
  expect(new Set(components.map(({ name }) => name.en)).size).toBe(components.length)
})

test('local codes and national codes never meet', () => {
  expect(types.filter(({ code, edition }) => code.startsWith('L') !== (edition === 'local'))).toEqual([])
})

test('a row of the national table stands under the major that its digits name', () => {
  const rows = readFileSync(join(DATA, 'codes/gbt47678.5-2026.csv'), 'utf8').trim().split('\n').slice(1)
  const strays = rows.filter((row) => {
    const [kind, code = '', name] = row.split(',')
    const major = majors.find(
      (one) => one.edition === 'GB/T 47678.5-2026' && one.kind === kind && one.major === code.slice(0, 2),
    )
    return major?.name.zh !== name
  })
  expect(strays).toEqual([])
})

test('there are 34 provinces, 333 prefectures in force, and the 74 counties of Tibet', () => {
  const inForce = areas.filter(({ until }) => !until)
  expect(inForce.filter(({ level }) => level === 'province')).toHaveLength(34)
  expect(inForce.filter(({ level }) => level === 'prefecture')).toHaveLength(333)
  expect(inForce.filter(({ level, code }) => level === 'county' && code.startsWith('54'))).toHaveLength(74)
})

test('every area lies in a province of the list', () => {
  const provinces = new Set(areas.filter(({ level }) => level === 'province').map(({ code }) => code.slice(0, 2)))
  expect(areas.filter(({ code }) => !provinces.has(code.slice(0, 2)))).toEqual([])
})

test('the bureaus whose figures are used have their areas', () => {
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name.zh
  expect(['540626', '350104', '410823', '610600', '512000', '522700'].map(nameOf)).toEqual([
    '索县',
    '仓山区',
    '武陟县',
    '延安市',
    '资阳市',
    '黔南布依族苗族自治州',
  ])
})
