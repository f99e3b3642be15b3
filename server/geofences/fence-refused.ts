import { Refused } from '../store/refused.ts'

/** Why a fence was not changed. */
export type FenceRefusal = 'absent' | 'stale'

export class FenceRefused extends Refused<FenceRefusal> {}
