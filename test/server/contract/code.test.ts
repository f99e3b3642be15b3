import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { checkCode, findDuplicateCodes } from '../../../server/contract/code.ts'
import { registryOf } from '../../../server/contract/code-registry.ts'
import { DATA } from '../catalogue/catalogue-folder.ts'

const registry = registryOf(await loadCodes(join(DATA, 'codes')))
const check = (text: string) => checkCode(text, registry)

test('a 17-digit code of the new standard is taken apart', () => {
  expect(check('54062601037000042')).toMatchObject({
    ok: true,
    kind: 'component-17',
    parts: { area: '540626', type: { kind: 'component', code: '01037', name: { zh: '路灯' } }, sequence: '000042' },
  })
})

test('a local kind has L and four digits in the place of the type', () => {
  expect(check('540626L0601000001')).toMatchObject({
    kind: 'local-17',
    parts: { type: { name: { zh: '建筑垃圾场所' } } },
  })
  expect(check('540626L0701')).toMatchObject({ kind: 'local-11', parts: { type: { kind: 'matter' } } })
  expect(check('L0601')).toMatchObject({ kind: 'local-5' })
})

test('a 16-digit code tells which older editions know its major', () => {
  expect(check('5406260103000042')).toMatchObject({
    kind: 'component-16',
    parts: { major: '01', minor: '03', editions: ['GB/T 30428.2-2013', 'CJ/T 214'] },
  })
  expect(check('5406260703000042')).toMatchObject({ parts: { editions: ['CJ/T 214'] } })
})

test('a 15-digit code is a unit grid of a street and a community', () => {
  expect(check('540626100001007')).toMatchObject({
    kind: 'unit-grid-15',
    parts: { street: '100', community: '001', sequence: '007' },
  })
})

test('the same five digits name a component, a matter, or both', () => {
  const typesOf = (text: string) => {
    const found = check(text)
    return found.ok && found.kind === 'type-5' ? found.parts.types.map(({ kind, name }) => [kind, name.zh]) : []
  }
  expect(typesOf('01037')).toEqual([
    ['component', '路灯'],
    ['matter', '路灯异常'],
  ])
  expect(typesOf('06010')).toEqual([['matter', '暴露垃圾']])
})

test('a matter code does not name a component, nor a component code a matter only of its kind', () => {
  expect(check('54062606010000001')).toMatchObject({ ok: false, fault: 'major' })
  expect(check('540626L0601')).toMatchObject({ ok: false, fault: 'major' })
})

test('a county renumbered in 2017 stands in old codes and not in new ones', () => {
  expect(check('5424270103000042')).toMatchObject({ ok: true, kind: 'component-16' })
  expect(check('54242701037000042')).toMatchObject({
    fault: 'area',
    message: { zh: '区划 542427（索县）2017 年已停用' },
  })
})

test.each([
  ['540626010370000O1', 'digits', '第 16 位“O”不是数字'],
  ['５40626', 'digits', '第 1 位“５”不是数字'],
  ['540626', 'length', '有 6 位，应为 17、16、15、11 或 5 位'],
  ['99062601037000001', 'area', '区划 990626：没有省级代码 99'],
  ['54000001037000001', 'area', '区划 540000 是西藏自治区，不是县级区划'],
  ['41990001037000001', 'area', '区划 419900：河南省没有地级代码 99'],
  ['54063101037000001', 'area', '区划 540631 不在西藏自治区的县级区划表中'],
  ['540626600001001', 'street', '街道代码 600 不在 001–599 之内'],
  ['540626100000001', 'community', '社区代码 000 不在 001–599 之内'],
  ['54062611001', 'major', '没有大类 11'],
  ['54062601016', 'minor', '没有类别代码 01016'],
  ['54062601037000000', 'sequence', '顺序码 000000 应从 1 起'],
])('%s is refused in words: %s', (text, fault, zh) => {
  expect(check(text)).toMatchObject({ ok: false, fault, message: { zh } })
})

test('any text gets an answer, with a message in both languages when it is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9L]{0,20}$/)), (text) => {
      const found = check(text)
      return found.ok || (found.message.zh.length > 0 && found.message.en.length > 0)
    }),
    { numRuns: 2_000 },
  )
})

test('codes that stand twice in a set are told with their places', () => {
  expect(findDuplicateCodes(['a', 'b', 'a', 'c', 'b', 'a'])).toEqual([
    { code: 'a', at: [0, 2, 5] },
    { code: 'b', at: [1, 4] },
  ])
  expect(findDuplicateCodes(['a', 'b'])).toEqual([])
})
