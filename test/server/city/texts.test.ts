import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeRareTexts, encodeTexts, mergeTexts, readText } from '../../../server/city/texts.ts'

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer({ min: 100, max: 140 }).map((length) => 'a'.repeat(length)),
  fc.integer({ min: 16_370, max: 16_390 }).map((length) => '灯'.repeat(length / 3)),
)

test('texts of any length are read as they were written, before and after they are put in another order', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.boolean(), (texts, rare) => {
      const encoded = (rare ? encodeRareTexts : encodeTexts)(texts)
      expect(texts.map((_, row) => readText(encoded, row))).toEqual(texts)
      const backwards = Uint32Array.from(texts, (_, at) => texts.length - 1 - at)
      const merged = mergeTexts([encoded], new Uint16Array(texts.length), backwards)
      expect(texts.map((_, row) => readText(merged, row))).toEqual(texts.toReversed())
    }),
  )
})
