import { expect, test } from 'vitest'
import { queryOf, readAuditSearch } from '../../../../web/admin/audit/audit-search.ts'
import { changedMembers } from '../../../../web/admin/audit/changed-members.ts'

test('the last day asked for is shown to its end', () => {
  expect(queryOf({ from: '2026-05-01', to: '2026-05-01' })).toMatchObject({
    from: '2026-05-01',
    to: '2026-05-01T16:00:00.000Z',
  })
  expect(queryOf({ actor: 'person:1', to: '2026-99-99' })).toMatchObject({ actor: 'person:1', to: undefined })
})

test('a bad part of the address is dropped and the rest stands', () => {
  const raw = {
    entity: 'case',
    id: 'case-1',
    actor: '\u0000',
    kind: 'DROP',
    from: 'yesterday',
    to: '2026-05-02',
    x: '1',
  }
  expect(readAuditSearch(raw)).toEqual({ entity: 'case', id: 'case-1', to: '2026-05-02' })
})

test('a row shows the members that are not as they were, and those that came or went', () => {
  expect(changedMembers({ a: 1, b: [1], c: 'x' }, { a: 1, b: [1, 2], d: null })).toEqual([
    { name: 'b', before: [1], after: [1, 2] },
    { name: 'c', before: 'x', after: undefined },
    { name: 'd', before: undefined, after: null },
  ])
  expect(changedMembers(null, { a: 1 })).toEqual([{ name: 'a', before: undefined, after: 1 }])
})
