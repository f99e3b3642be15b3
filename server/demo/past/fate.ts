import { random } from '../../../data/cities/town/random.ts'
import type { Case } from '../../contract/case.ts'

export const SEED = 60_913

/** One case in so many is handled late: a day has one or two. Told by its number and not by chance alone, so that a desk always has a few
 *  late ones and never a dozen. */
const ONE_IN = 11

/** Whether the handling of a case takes too long. */
export function isSlow({ id, number, urgency }: Pick<Case, 'id' | 'number' | 'urgency'>): boolean {
  if (urgency === 'emergency') return random(SEED, `slow ${id}`).chance(0.03)
  const [day = '', count = '0'] = number.split('-')
  return Number(count) % ONE_IN === random(SEED, `slow ${day}`).int(0, ONE_IN - 1)
}

/** Shares of the posts' steps that were late. Made up, in the order of size that county platforms publish. */
export const LATE = { accept: 0.02, check: 0.07, file: 0.04, dispatch: 0.05, verify: 0.05, close: 0.02 }
