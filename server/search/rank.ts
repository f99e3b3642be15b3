import { type Spelling, tight } from './spell.ts'

/** 0 is the name itself; −1 is no match. */
export type Rank = number

/** How well a name answers one word: the name, its beginning, its initials, a part of it, its sound, its road, a part of its sound. */
export function rankOfWord(word: string, { name, full, initials }: Spelling, where: string): Rank {
  const sound = tight(word)
  if (!sound) return -1
  if (name === word || full.includes(`|${sound}|`)) return 0
  if (name.startsWith(word)) return 1
  if (sound.length > 1 && initials.includes(`|${sound}`)) return 2
  if (name.includes(word)) return 3
  if (full.includes(`|${sound}`)) return 4
  if (where.includes(word)) return 5
  return full.includes(sound) || initials.includes(sound) ? 6 : -1
}

/** Several words must all fit, the worst counts; or they are syllables of one: `la sa lu`. */
export function rankOfWords(words: readonly string[], spelling: Spelling, where: string): Rank {
  const [first = ''] = words
  if (words.length === 1) return rankOfWord(first, spelling, where)
  const each = words.map((word) => rankOfWord(word, spelling, where))
  const all = each.includes(-1) ? -1 : Math.max(...each)
  const joined = rankOfWord(words.join(''), spelling, where)
  if (all < 0 || joined < 0) return Math.max(all, joined)
  return Math.min(all, joined)
}
