import { SearchHit } from '../../../server/contract/search.ts'

const KEY = 'gridkeeper.recent'
const KEPT = 6

/** What this browser looked for last. Storage may be refused (private windows); then there is no past, and no fault. */
export function readRecent(): SearchHit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isHit).slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function keepRecent(hit: SearchHit): void {
  try {
    const others = readRecent().filter(({ id }) => id !== hit.id)
    localStorage.setItem(KEY, JSON.stringify([hit, ...others].slice(0, KEPT)))
  } catch {
    // Nothing to do: the search worked, only its memory did not.
  }
}

/** What an older page wrote may have another shape. */
const isHit = (value: unknown): value is SearchHit => SearchHit.safeParse(value).success
