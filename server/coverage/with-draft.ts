import type { DraftItem } from '../contract/draft.ts'
import type { LngLat } from '../contract/geo.ts'
import type { CoverageRule } from '../contract/rule.ts'
import type { Things, Words } from '../insight/coverage/things.ts'
import type { Gathered } from './gather-ground.ts'

/** Things, and how each is named. */
export interface NamedThings {
  things: Things
  /** The id of a thing, or `draft:` and that of a draft's item. */
  idOf(thing: number): string
}

/** The things as a draft would have them: of a kind that its rules count, new and sure. */
export function withDraft(
  { things, columns }: Gathered,
  items: readonly DraftItem[],
  { rules, nowMs }: { rules: readonly Pick<CoverageRule, 'only'>[]; nowMs: number },
): NamedThings {
  const own = items.filter(({ layer }) => layer === things.layer)
  if (own.length === 0) return { things, idOf: columns.idOf }
  const gone = new Set(own.flatMap((item) => (item.kind === 'new' ? [] : [item.assetId])))
  const kept: number[] = []
  for (let thing = 0; thing < things.count; thing++)
    if (gone.size === 0 || !gone.has(columns.idOf(thing))) kept.push(thing)
  const added = own.flatMap((item): { id: string; at: LngLat }[] => (item.kind === 'removed' ? [] : [item]))
  const kindOf = (field: string): string => rules.find(({ only }) => only?.field === field)?.only?.in[0] ?? ''
  const numbers = (from: Float64Array, of: (item: { at: LngLat }) => number): Float64Array =>
    Float64Array.from([...kept.map((thing) => from[thing] as number), ...added.map(of)])
  const words = (from: Words, word: string): Words => {
    const known = from.words.indexOf(word)
    const at = known < 0 ? from.words.length : known
    const list = known < 0 ? [...from.words, word] : from.words
    return {
      words: list,
      of: Uint16Array.from([...kept.map((thing) => from.of[thing] as number), ...added.map(() => at)]),
    }
  }
  return {
    things: {
      layer: things.layer,
      count: kept.length + added.length,
      lng: numbers(things.lng, ({ at }) => at[0]),
      lat: numbers(things.lat, ({ at }) => at[1]),
      changedMs: numbers(things.changedMs, () => nowMs),
      status: words(things.status, ''),
      source: words(things.source, DRAFT),
      accuracy: words(things.accuracy, 'A'),
      fields: Object.fromEntries(Object.entries(things.fields).map(([key, of]) => [key, words(of, kindOf(key))])),
    },
    idOf: (thing) =>
      thing < kept.length ? columns.idOf(kept[thing] ?? 0) : `${DRAFT}${added[thing - kept.length]?.id}`,
  }
}

/** No quality that is asked for leaves out what is only drawn. */
const DRAFT = 'draft:'
