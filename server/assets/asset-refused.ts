import type { AssetFault } from './asset-fault.ts'

/** Why a change of one thing is not made; nothing of it was written.
 *  `bad`: it cannot stand so. `absent`: there is no such thing. `taken`: there is one with this id, or no id is left, or no city.
 *  `stale`: it is no longer as the caller saw it. `busy`: its turn did not come in time. */
export type Refused = 'bad' | 'absent' | 'taken' | 'stale' | 'busy'

export class AssetRefused extends Error {
  readonly why: Refused
  /** A stable word for programs. */
  readonly code: string
  /** The member at fault. */
  readonly at: string | undefined
  /** Of a stale one: the log row that brought what stands now. */
  readonly present: number | undefined

  constructor(why: Refused, code: string, message: string, { at, present }: { at?: string; present?: number } = {}) {
    super(message)
    this.name = 'AssetRefused'
    this.why = why
    this.code = code
    this.at = at
    this.present = present
  }
}

/** Throws the first fault there is. */
export function refuseAny(...faults: (AssetFault | undefined)[]): void {
  const fault = faults.find((one) => one !== undefined)
  if (fault) throw new AssetRefused('bad', fault.code, `"${fault.at}": ${fault.text.en}`, { at: fault.at })
}
