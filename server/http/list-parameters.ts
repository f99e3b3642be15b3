import { z } from '@hono/zod-openapi'
import { badParameter } from './refusals.ts'

/** What both engines of the store keep as text: PostgreSQL refuses NUL, and half a surrogate pair is no UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const STORABLE = /^[^\u0000-\u001f\p{Surrogate}]*$/u

/** An id out of a log or an import. */
export const IdParameter = z.string().min(1).max(80).regex(STORABLE, { error: 'an id has no control characters' })

/** `next` of the page before, opaque. */
export const CursorParameter = z.string().max(400).optional().openapi({ description: '`next` of the page before' })

/** Reads a cursor with the list's own reader; refuses one that nobody gave out. */
export function readCursor<C extends { id: string }>(
  text: string | undefined,
  decode: (text: string) => C | undefined,
): C | undefined {
  if (text === undefined) return undefined
  const cursor = decode(text)
  if (cursor && STORABLE.test(cursor.id)) return cursor
  throw badParameter('cursor', '"cursor": give `next` of the page before')
}

/** Two instants of which the first comes first. */
export function checkRange(from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && from >= to) {
    throw badParameter('to', '"to" comes after "from": the range is from its first instant up to, not including, "to"')
  }
}
