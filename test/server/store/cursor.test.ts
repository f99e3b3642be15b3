import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from '../../../server/store/cursor.ts'

test('a cursor comes back as it was given out, and holds only what a URL may', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }), (ms, id) => {
      const text = encodeCursor({ ms, id })
      expect(text).toMatch(/^[\w-]+$/)
      expect(decodeCursor(text)).toEqual({ ms: ms + 0, id })
    }),
  )
})

test('any other text is no cursor', () => {
  for (const text of ['', 'x', '!!', encodeCursor({ ms: 1.5, id: 'a' }), Buffer.from('[1,2]').toString('base64url')]) {
    expect(decodeCursor(text)).toBeUndefined()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeCursor(text)).not.toThrow()
    }),
  )
})
