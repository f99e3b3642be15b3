import type { HeatPoints } from '../contract/heat.ts'

/** Something that happened at a place, with what it is drawn by. */
export interface HeatEvent {
  lng: number
  lat: number
  /** Unix milliseconds. */
  ms: number
  class: string
  source: string
}

/** A class and a source are one byte each in the binary; the rarest beyond that are told together. */
const MOST_CLASSES = 255
const OTHERS = 'other'

/** Columns out of events, sorted by time. */
export function gatherHeat(events: readonly HeatEvent[]): Omit<HeatPoints, 'subject' | 'from' | 'to' | 'seq'> {
  const sorted = isSorted(events) ? events : [...events].sort((a, b) => a.ms - b.ms)
  const classes = dictionaryOf(sorted.map((event) => event.class))
  const sources = dictionaryOf(sorted.map((event) => event.source))
  return {
    classes: classes.words,
    sources: sources.words,
    lng: sorted.map(({ lng }) => lng),
    lat: sorted.map(({ lat }) => lat),
    at: sorted.map(({ ms }) => Math.floor(ms / 1000)),
    classOf: classes.indexes,
    sourceOf: sources.indexes,
  }
}

const isSorted = (events: readonly HeatEvent[]): boolean =>
  events.every(({ ms }, index) => index === 0 || (events[index - 1]?.ms ?? 0) <= ms)

/** Words, the most frequent first, and of each text the index of its word. */
function dictionaryOf(texts: readonly string[]): { words: string[]; indexes: number[] } {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word)
  const words = byCount.length > MOST_CLASSES ? [...byCount.slice(0, MOST_CLASSES), OTHERS] : byCount
  const index = new Map(words.map((word, at) => [word, at]))
  return { words, indexes: texts.map((text) => index.get(text) ?? MOST_CLASSES) }
}
