import type { AssetFault } from '../../assets/asset-fault.ts'
import type { Text } from '../../contract/layer.ts'

/** Something is refused, in words for the person at the keyboard, in both languages. */
class Refusal extends Error {
  readonly text: Text
  constructor(zh: string, en: string) {
    super(en)
    this.text = { zh, en }
  }
}

/** One row is not taken; the import goes on without it. */
export class RejectedRow extends Refusal {
  override name = 'RejectedRow'
  /** A stable word for programs and for counting reasons. */
  readonly code: string
  constructor(code: string, zh: string, en: string) {
    super(zh, en)
    this.code = code
  }
}

/** A row whose thing cannot stand, by the rule that holds for every thing however it comes. */
export const rejected = ({ code, text }: AssetFault): RejectedRow => new RejectedRow(code, text.zh, text.en)

/** The whole command stops; nothing was written. The words say what to do. */
export class ImportStopped extends Refusal {
  override name = 'ImportStopped'
}
