import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dictionary } from '../../../server/city/dictionary.ts'
import { encodeInstants, readInstant } from '../../../server/city/instants.ts'

const zone = fc.constantFrom('Z', '+08:00', '-03:30', '+00:00', '+05:45')
const digits = fc.constantFrom(0, 1, 2, 3)
const instant = fc
  .tuple(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), zone, digits)
  .map(([date, zone, digits]) => date.toISOString().slice(0, digits === 0 ? 19 : 20 + digits) + zone)
const strange = fc.constantFrom('2026-02-30T10:00:00Z', '2026-01-01T24:00:00Z', '', '2026', '=x', '2026-01-01T10:00Z')

test('every instant is read as it was written, and what is none as well', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(instant, strange)), (texts) => {
      const forms = new Dictionary()
      const instants = encodeInstants(texts, forms)
      expect(texts.map((_, row) => readInstant(instants, row, forms))).toEqual(texts)
    }),
  )
})

test('different instants written alike have one form', () => {
  const forms = new Dictionary()
  encodeInstants(
    Array.from({ length: 1000 }, (_, at) => new Date(1e12 + at * 997).toISOString()),
    forms,
  )
  expect(forms.values).toEqual(['3Z'])
})
