import { Refused } from '../store/refused.ts'

/** Why something about a person or a screen is not done. `bad`: what was sent; `absent`: no such one; `taken`: something stands in the way;
 *  `stale`: not as the caller saw it. */
export type PersonRefusal = 'bad' | 'absent' | 'taken' | 'stale'

export class PersonRefused extends Refused<PersonRefusal> {}
