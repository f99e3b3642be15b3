import { expect, test } from 'vitest'
import { codeOfThing } from '../../../server/contract/code-of-thing.ts'

const byKind = (equals: string, code: string) => ({ code, when: { field: 'kind', equals } })

test('a condition that fits comes before the plain code, in whatever order they stand', () => {
  const layer = { codes: [{ code: '01003' }, byKind('inlet', '01004')] }
  expect(codeOfThing(layer, { kind: 'inlet' })).toBe('01004')
  expect(codeOfThing(layer, { kind: 'other' })).toBe('01003')
})

test('a thing that no condition fits has no code where there is no plain one', () => {
  expect(codeOfThing({ codes: [byKind('inlet', '01004')] }, { kind: null })).toBeUndefined()
})
