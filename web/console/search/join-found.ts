import type { SearchHit } from '../../../server/contract/search.ts'
import type { FoundCase } from './desk-search.ts'

const MOST = 6

/** The first few of several lists, each case once. */
export const firstOf = (lists: readonly (readonly FoundCase[])[]): FoundCase[] =>
  [...new Map(lists.flat().map((one) => [one.number, one])).values()].slice(0, MOST)

/** Open cases that the text is about: it stands in their place or problem; else in that of a road or place that it spells in pinyin. */
export function casesAbout(
  text: string,
  places: readonly SearchHit[],
  find: (text: string) => readonly FoundCase[],
): FoundCase[] {
  const named = find(text)
  if (named.length > 0) return firstOf([named])
  const names = new Set(places.flatMap(({ kind, name }) => (kind === 'thing' ? [] : name)))
  return firstOf([...names].map(find))
}
