import { dueByCase } from '../retention/due-by-case.ts'
import type { Retention } from '../retention/retention.ts'
import { forgetOriginals, originalsKeptBefore } from './photo-store.ts'

/** What the camera saw is kept for so many days after the end of the case; the copy that is shown stays with the case. */
export const originalRetention = (days: number): Retention => ({
  name: 'original-photos',
  days,
  due: dueByCase(originalsKeptBefore),
  purge: forgetOriginals,
})
