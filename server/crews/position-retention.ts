import type { Retention } from '../retention/retention.ts'
import { forgetPositions, positionsBefore } from './position-store.ts'

/** Where crews went is kept for so many days; it is telemetry, and watches work, not people. */
export const positionRetention = (days: number): Retention => ({
  name: 'positions',
  days,
  due: positionsBefore,
  purge: forgetPositions,
})
