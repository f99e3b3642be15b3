import { expect, test } from 'vitest'
import { type CallDraft, callDraftOf, patchOf } from '../../../web/dispatch/handover/draft.ts'

const call = (of: Partial<CallDraft> = {}): CallDraft => ({
  ...{ key: 1, caseNumber: '20260501-0003', due: '2026-05-01T18:30', words: '告知到场时间', ...of },
})

test('a draft is saved in business time, without the lines that nobody filled in', () => {
  const empty = call({ caseNumber: ' ', due: '', words: '' })
  expect(patchOf('东段未完', [call(), empty])).toEqual({
    patch: {
      notes: '东段未完',
      promised: [{ caseNumber: '20260501-0003', dueAt: '2026-05-01T18:30:00+08:00', words: '告知到场时间' }],
    },
  })
  const [promised] = [{ caseNumber: null, dueAt: '2026-05-01T10:30:00.000Z', words: '回电' }]
  expect(callDraftOf(promised, 4)).toEqual({ key: 4, caseNumber: '', due: '2026-05-01T18:30', words: '回电' })
})

test('what cannot be kept is named', () => {
  for (const [notes, of, fault] of [
    ['打 13800001111', {}, 'notes-phone'],
    ['字'.repeat(4_001), {}, 'notes'],
    ['', { caseNumber: '3 号' }, 'call-number'],
    ['', { words: '' }, 'call-words'],
    ['', { words: '打 0896-1234567' }, 'call-words-phone'],
    ['', { due: '2026-05' }, 'call-due'],
  ] as const)
    expect(patchOf(notes, [call(of)])).toEqual({ fault })
})
