import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, compareBackwards, tabulateCodes } from '../../../server/search/code-table.ts'

const NOBODY = new Map<string, unknown>()
const turned = (text: string): string => [...text].reverse().join('')
/** Few different characters, so that many codes begin and end alike. */
const code = fc.string({ unit: fc.constantFrom('0', '1', 'L'), minLength: 1, maxLength: 8 })

test('what begins or ends so is found as by looking at every code, whatever the codes are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(code, { maxLength: 60 }), code, fc.nat(9), async (codes, text, most) => {
      const ids = codes.map((_, index) => `id-${index}`)
      const gone = new Map(ids.filter((_, index) => index % 5 === 0).map((id) => [id, true]))
      const table = await tabulateCodes([...codes], ids)
      const left = codes.filter((_, index) => index % 5 !== 0)
      const begun = left.filter((one) => one.startsWith(text)).sort(compare)
      const ended = left.filter((one) => one.endsWith(text)).sort((a, b) => compare(turned(a), turned(b)))
      expect(table.beginning(text, most, gone).map((found) => found.code)).toEqual(begun.slice(0, most))
      expect(table.ending(text, most, gone).map((found) => found.code)).toEqual(ended.slice(0, most))
      for (const found of table.ending(text, most, gone)) expect(codes[Number(found.id.slice(3))]).toBe(found.code)
    }),
  )
})

test('a code is found in whichever run it stands', async () => {
  const ids = Array.from({ length: 25_000 }, (_, index) => `5406260103${String((index * 7) % 25_000).padStart(7, '0')}`)
  const table = await tabulateCodes([...ids])
  expect(table.ending('00123', 10, NOBODY)).toEqual([{ code: '54062601030000123', id: '54062601030000123' }])
  expect(table.ending('123', 99, NOBODY)).toHaveLength(25)
  expect(table.ending('4123', 3, NOBODY).map(({ id }) => id.slice(-5))).toEqual(['04123', '14123', '24123'])
  expect(table.beginning('540626010300123', 3, NOBODY).map(({ id }) => id.slice(-5))).toEqual([
    '12300',
    '12301',
    '12302',
  ])
})

test('texts are ordered from their ends, the shorter first', () => {
  expect(['100123', '000124', '123', '000123', ''].sort(compareBackwards)).toEqual([
    ...['', '123', '000123', '100123', '000124'],
  ])
})
