import { drawWeighted } from './draw-weighted.ts'

/** Shares among the public's ways to complain, and among what other bodies hand over. Made up, in the order of size that
 *  county platforms publish: the hotline first, the phone snap second. */
const VOICES: readonly (readonly [source: string, share: number])[] = [
  ['hotline-12345', 0.5],
  ['citizen-snap', 0.29],
  ['mayor-hotline', 0.06],
  ['reception', 0.06],
  ['online-opinion', 0.05],
  ['county-mailbox', 0.04],
]
const OTHERS: readonly (readonly [source: string, share: number])[] = [
  ['transfer', 0.85],
  ['proposal', 0.15],
]

const drawn = (shares: readonly (readonly [string, number])[], chance: number): string =>
  shares[
    drawWeighted(
      shares.map(([, share]) => share),
      chance,
    )
  ]?.[0] ?? ''

/** `eyes`: shares of the public, patrols, cameras, sensors, other departments; both chances in 0 … 1. */
export function sourceOf(eyes: readonly number[], chance: number, second: number): string {
  const who = drawn(
    ['public', 'patrol', 'video', 'sensor', 'others'].map((name, i) => [name, eyes[i] ?? 0]),
    chance,
  )
  if (who === 'public') return drawn(VOICES, second)
  return who === 'others' ? drawn(OTHERS, second) : who
}
