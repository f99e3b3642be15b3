/** What the page of fences shows, as the address keeps it. */
export interface FenceSearch {
  /** Id of the one that is open, or `new`. */
  fence?: string
  /** Crossings of this day, of this crew, of this fence. */
  day?: string
  crew?: string
  of?: string
}

const ID = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,79}$/
const PATTERNS = { fence: ID, day: /^\d{4}-\d{2}-\d{2}$/, crew: ID, of: ID } as const

/** A bad part is dropped and the rest stands. */
export function readFenceSearch(raw: Record<string, unknown>): FenceSearch {
  const search: FenceSearch = {}
  for (const key of ['fence', 'day', 'crew', 'of'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && PATTERNS[key].test(value)) search[key] = value
  }
  return search
}
