import type { Vh } from './wall-frame-insets.ts'
import { wordsWidth } from './words-width.ts'

/** Of a line; more is not read from across a room. */
const WIDEST_EM = 17

const fits = (words: string): boolean => wordsWidth(words, 1) <= WIDEST_EM

/** Where and what, in as few words as it takes: the whole of it where that is short, else the street alone, whose case lies at the end of the line
 *  anyway; else each on a line of its own. Nothing is broken off in the middle where it can end at a comma. */
export function calloutWords({ address, problem }: { address: string; problem: string }): string[] {
  const [street = ''] = address.trim().split(/\s+/)
  const [clause = ''] = problem.trim().split(/[，。；、,;]|\.\s/)
  for (const what of [problem.trim(), clause])
    for (const where of [address.trim(), street]) {
      const line = `${where} ${what}`.trim()
      if (fits(line)) return [line]
    }
  return [street, clause].filter((line) => line !== '').map(cut)
}

function cut(line: string): string {
  if (fits(line)) return line
  const letters = [...line]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Of the widest of them, at a size. */
export const widthOf = (lines: readonly string[], size: Vh): Vh =>
  Math.max(0, ...lines.map((line) => wordsWidth(line, size)))
