import { Refused } from '../store/refused.ts'

/** Why a crew was not changed, or its places not taken. */
export type CrewRefusal = 'absent' | 'stale' | 'conflict' | 'bad'

export class CrewRefused extends Refused<CrewRefusal> {}
