import { isOpen } from '../../../server/contract/case.ts'
import type { LiveCase } from '../../../server/contract/live.ts'

/** The emergencies beside one that nobody has acknowledged either, the newest first. */
export const otherAlarms = (emergencies: readonly LiveCase[], id: string): LiveCase[] =>
  emergencies.filter((one) => one.id !== id && one.acknowledgedAt === null && isOpen(one))
