import type { Post } from './condition.ts'

/** Which bit of a case's `postsDone` and `postsLate` is whose; `handle` is the crew's: every stage of the filing condition. */
export const POST_BITS: Record<Post | 'handle', number> = {
  accept: 1,
  check: 2,
  file: 4,
  dispatch: 8,
  verify: 16,
  close: 32,
  handle: 64,
}
