import { expect, test } from 'vitest'
import { isForAtlas } from '../../../web/atlas/use-live-city.ts'

const at = '2026-11-22T08:00:00.000Z'

test('the atlas looks again for a thing that changed, not for every case', () => {
  const fact = { seq: 8, at, kind: 'changed', entityId: 'x' }
  expect(isForAtlas({ event: 'change', data: { ...fact, entity: 'asset', state: null } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'change', data: { ...fact, entity: 'crew' } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'gone', data: { ...fact, entity: 'case', was: 'filed' } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'resync', data: { seq: 8, why: 'flood' } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'unreadable', data: { name: 'change' } }, 7)).toBe(true)
})

test('a pulse makes it look only where the log went on, and not before anything was read', () => {
  expect(isForAtlas({ event: 'pulse', data: { seq: 8, at } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'pulse', data: { seq: 7, at } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'pulse', data: { seq: 7, at } }, undefined)).toBe(false)
})
