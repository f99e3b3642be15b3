import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../server/store/canonical-json.ts'

/** The same value with the members of every object in the opposite order. */
const turnedRound = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turnedRound(member)]),
  )
}

test('the order of members does not matter', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: null }], c: '藏' } })).toBe(
    '{"a":{"c":"藏","d":[2,{"e":null,"f":3}]},"b":1}',
  )
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(turnedRound(value))).toBe(canonicalJson(value))
    }),
  )
})

test('it says what JSON.stringify says, and writing what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('what JSON cannot say is left out or null, as everywhere', () => {
  const value = { a: undefined, b: Number.NaN, c: new Date(0), d: [undefined], e: {} }
  expect(canonicalJson(value)).toBe('{"b":null,"c":"1970-01-01T00:00:00.000Z","d":[null],"e":{}}')
})
