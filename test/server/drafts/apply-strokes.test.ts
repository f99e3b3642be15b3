import { expect, test } from 'vitest'
import { type DraftStroke, MOST_ITEMS } from '../../../server/contract/draft.ts'
import { applyStrokes, BadStroke } from '../../../server/drafts/apply-strokes.ts'

const add: DraftStroke = { do: 'add', layer: 'bins', at: [93.785, 31.886] }

test('a draft holds so many items and not one more', () => {
  let next = 0
  const needs = { thingOf: () => undefined, newId: () => `i${next++}`, hasLayer: () => true }
  const full = applyStrokes(
    [],
    Array.from({ length: MOST_ITEMS }, () => add),
    needs,
  )
  expect(full).toHaveLength(MOST_ITEMS)
  expect(() => applyStrokes(full, [add], needs)).toThrow(BadStroke)
  expect(applyStrokes(full, [{ do: 'remove', of: 'i0' }, add], needs)).toHaveLength(MOST_ITEMS)
})

test('a stroke that cannot be is named by its place among the strokes', () => {
  const needs = { thingOf: () => undefined, newId: () => 'i', hasLayer: (layer: string) => layer === 'bins' }
  const at = (strokes: DraftStroke[]): number => {
    try {
      applyStrokes([], strokes, needs)
      return -1
    } catch (error) {
      return error instanceof BadStroke ? error.at : -2
    }
  }
  expect(at([add, { ...add, layer: 'roads' }])).toBe(1)
  expect(at([add, add, { do: 'remove', of: 'nothing' }])).toBe(2)
})
