import { dueByCase } from '../retention/due-by-case.ts'
import type { Retention } from '../retention/retention.ts'
import { forgetComplainants, reportsKeptBefore } from './complainant-store.ts'

/** Who reported is kept for so many days after the end of the case (个人信息保护法 art. 19: no longer than needed). */
export const complainantRetention = (days: number): Retention => ({
  name: 'complainants',
  days,
  due: dueByCase(reportsKeptBefore),
  purge: forgetComplainants,
})
