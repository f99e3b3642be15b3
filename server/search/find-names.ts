import type { Named, NameGroup, NameGroups } from './name-groups.ts'
import { type Rank, rankOfWords } from './rank.ts'
import { type Shape, shapeOf } from './spell.ts'

/** What was found, best first; the city is asked for the rest. */
export interface Found {
  id: string
  kind: Named['kind']
  rank: Rank
  /** Sorts names of one rank: the short ones first. */
  shape: string
}

/** Whether the numbers that were looked for stand in the name whole; not only as beginnings of its numbers. */
export const isWhole = ({ rank }: Found): boolean => rank % 2 === 0

/** Enough to rank well, few enough to stay within some milliseconds. */
const GROUPS = 2_000
/** With numbers, so many are looked at before the best are taken. */
const HITS = 500
const KIND_ORDER: Record<Named['kind'], number> = { place: 0, road: 1, thing: 2 }

export const better = (a: Found, b: Found): number =>
  a.rank - b.rank ||
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
  a.shape.length - b.shape.length ||
  (a.shape < b.shape ? -1 : a.shape > b.shape ? 1 : 0)

/** Words of a query, in small letters, as what is looked for. */
export function wantedOf(words: readonly string[]): { shapes: string[]; numbers: string[] } {
  const parts: Shape[] = words.map(shapeOf)
  return { shapes: parts.map(({ shape }) => shape), numbers: parts.flatMap(({ numbers }) => numbers) }
}

/** Names that answer all words, best first. Without a group that `gone` knows. */
export function findNames(
  names: NameGroups,
  words: readonly string[],
  limit: number,
  gone: ReadonlyMap<string, unknown>,
) {
  const { shapes, numbers } = wantedOf(words)
  const fits = numbers.length > 0 ? names.numbers.fits(numbers) : undefined
  if (numbers.length > 0 && !fits) return []
  const ranked: (Found & { group: NameGroup })[] = []
  for (const index of candidatesOf(names, shapes)) {
    const group = names.groups[index]
    const rank = group ? rankOfWords(shapes, group.spelling, group.where) : -1
    if (group && rank >= 0) ranked.push({ id: '', kind: group.kind, rank, shape: group.spelling.name, group })
  }
  ranked.sort(better)
  const found: Found[] = []
  for (const { group, rank } of ranked) {
    if (found.length >= (fits ? HITS : limit)) break
    found.push(...membersOf(names, group, rank, { fits, limit, gone }))
  }
  // A number that fits whole goes before one that only begins so, whatever its group.
  return (fits ? found.sort(better) : found).slice(0, limit)
}

interface Choice {
  fits: Uint8Array | undefined
  limit: number
  gone: ReadonlyMap<string, unknown>
}

function membersOf(names: NameGroups, group: NameGroup, rank: Rank, { fits, limit, gone }: Choice): Found[] {
  const { kind, ids, numbers, spelling } = group
  const fitting = (member: number): number => (fits ? (fits[numbers[member] ?? 0] ?? 0) : 2)
  const chosen: number[] = []
  for (let member = 0; member < ids.length; member++) {
    if (fitting(member) > 0 && !gone.has(ids[member] ?? '')) chosen.push(member)
  }
  const order = (a: number, b: number): number =>
    fitting(b) - fitting(a) || names.numbers.inOrder(numbers[a] ?? 0, numbers[b] ?? 0)
  return first(chosen, limit, order).map((member) => ({
    ...{ id: ids[member] ?? '', kind, shape: spelling.name },
    rank: rank * 2 + (2 - fitting(member)),
  }))
}

/** The first `count` in order. A group can be all lamps of a city, of which ten are wanted. */
function first(members: number[], count: number, order: (a: number, b: number) => number): number[] {
  if (members.length <= 4 * count) return members.sort(order).slice(0, count)
  let best: number[] = []
  for (let from = 0; from < members.length; from += 4 * count) {
    best = [...best, ...members.slice(from, from + 4 * count)].sort(order).slice(0, count)
  }
  return best
}

function candidatesOf(names: NameGroups, shapes: string[]): Set<number> {
  const [only = ''] = shapes
  if (shapes.length === 1) return names.candidates(only, GROUPS)
  // Most of what has the one word lacks the other, so the rarer is looked for: the longer.
  const longest = shapes.reduce((long, shape) => (shape.length > long.length ? shape : long))
  return new Set([...names.candidates(shapes.join(''), GROUPS), ...names.candidates(longest, 2 * GROUPS)])
}
