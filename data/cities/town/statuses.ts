import type { Random } from './random.ts'

/** A status by chance: the shares of the rare ones in order, and what the rest is. */
export function statusBy(chance: Random, usual: string, rare: Record<string, number>): string {
  let r = chance.next()
  for (const [status, share] of Object.entries(rare)) {
    if (r < share) return status
    r -= share
  }
  return usual
}
