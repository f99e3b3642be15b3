/** A stream of chances that depends on nothing but the seed and its name. */
export interface Random {
  /** In [0, 1). */
  next(): number
  range(low: number, high: number): number
  /** A whole number, both ends included. */
  int(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
}

// FNV-1a, so that each stage has a stream of its own: a change in one stage does not shift the others.
const hashOf = (name: string, seed: number): number => {
  let hash = 2166136261 ^ seed
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
  return hash >>> 0
}

/** mulberry32. */
export function random(seed: number, name: string): Random {
  let state = hashOf(name, seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    int: (low, high) => Math.floor(low + (high - low + 1) * next()),
    pick: (items) => {
      const index = Math.floor(next() * items.length)
      if (items.length === 0) throw new Error('nothing to pick from')
      return items[index] as (typeof items)[number]
    },
    chance: (probability) => next() < probability,
  }
}

/** A shuffled copy. */
export const shuffled = <T>(items: readonly T[], chance: Random): T[] =>
  items
    .map((item) => ({ item, key: chance.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
