import { expect, test } from 'vitest'
import { DeskBook } from '../../../web/dispatch/desk/desk-book.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { changed, deskCase, liveCase } from './desk-cases.ts'

const AT = '2026-11-20T13:36:00Z'
const ids = (book: DeskBook): string[] => book.cases.map(({ id }) => id).sort()
const statusOf = (book: DeskBook, id: string) => book.get(id)?.status
const picture = (seq: number): LiveNews => ({ event: 'picture', data: { seq, at: AT, topics: [] } })
const gone = (seq: number, entityId: string): LiveNews => ({
  event: 'gone',
  data: { seq, at: AT, entity: 'case', entityId, was: 'filed' },
})
const bookOf = (...numbers: number[]): DeskBook => {
  const book = new DeskBook()
  book.load({ seq: 10, at: AT, cases: numbers.map((n) => deskCase(n)) })
  return book
}

test('a case that comes is in it, one that ends or goes to others is not', () => {
  const book = bookOf(1, 2, 3)
  expect(book.hear(changed(11, liveCase(4)))).toBe('changed')
  expect(book.hear(changed(12, liveCase(1, { status: 'closed' })))).toBe('changed')
  expect(book.hear(gone(13, 'case-0002'))).toBe('changed')
  expect(ids(book)).toEqual(['case-0003', 'case-0004'])
})

test('a change that comes twice, or behind a later one, changes nothing', () => {
  const book = bookOf(1)
  book.hear(changed(12, liveCase(1, { status: 'filed' })))
  const list = book.cases
  expect(book.hear(changed(12, liveCase(1, { status: 'filed' })))).toBeUndefined()
  expect(book.hear(changed(11, liveCase(1, { status: 'accepted' })))).toBeUndefined()
  expect(book.cases).toBe(list)
  expect(statusOf(book, 'case-0001')).toBe('filed')
})

test('an older row does not bring back what is gone', () => {
  const book = bookOf(1)
  book.hear(gone(12, 'case-0001'))
  expect(book.hear(changed(11, liveCase(1)))).toBeUndefined()
  expect(ids(book)).toEqual([])
})

test('what was heard while the cases were on their way stays, and what they have already does not come again', () => {
  const book = new DeskBook()
  book.hear(changed(9, liveCase(1, { status: 'accepted' })))
  book.hear(changed(12, liveCase(2, { status: 'filed' })))
  book.hear(changed(13, liveCase(3, { status: 'closed' })))
  const cases = [deskCase(1, { status: 'filed' }), deskCase(2), deskCase(3)]
  expect(book.load({ seq: 10, at: AT, cases })).toBe('changed')
  expect(ids(book)).toEqual(['case-0001', 'case-0002'])
  expect([statusOf(book, 'case-0001'), statusOf(book, 'case-0002')]).toEqual(['filed', 'filed'])
})

test('everything is read anew where something may have been missed', () => {
  const book = bookOf(1)
  expect(book.hear({ event: 'resync', data: { seq: 40, why: 'flood' } })).toBe('reload')
  expect(book.hear({ event: 'unreadable', data: { name: 'change' } })).toBe('reload')
  expect(book.hear(picture(10))).toBeUndefined()
  expect(book.hear(picture(11))).toBe('reload')
  const slow = new DeskBook()
  slow.hear(picture(12))
  expect(slow.load({ seq: 10, at: AT, cases: [] })).toBe('reload')
  expect(slow.load({ seq: 12, at: AT, cases: [] })).toBe('changed')
})

test('a pulse tells how far everything was heard: a picture of that row leaves no gap', () => {
  const book = bookOf(1)
  book.hear({ event: 'pulse', data: { seq: 20, at: AT } })
  expect(book.hear(picture(20))).toBeUndefined()
})
