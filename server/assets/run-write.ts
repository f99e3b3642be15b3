import type { Asset } from '../contract/asset.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { Layer } from '../contract/layer.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Store, Tx } from '../store/store.ts'
import { AssetRefused } from './asset-refused.ts'

/** What a change of one thing works with. */
export interface WriteNeeds {
  /** 6-digit area code of the city. */
  area: string
  store: Pick<Store, 'transaction'>
  registry: CodeRegistry
  layerOf: (id: string) => Layer | undefined
  now: () => Date
}

/** Who writes, and the key under which the same request may come again. */
export interface Writer {
  actor: string
  once: Once | undefined
}

/** What stands now, null when it is gone, and the log row that made it so. */
export interface Outcome {
  seq: number
  asset: Asset | null
}

/** Whoever asked has been told by then that it took too long (http/limits.ts); a change that nobody expects any more is not to be made. */
const LONGEST_WAIT_MS = 10_000

/** Does a write in the city's transaction, once per key. `again`: it was done before, under this key. Throws AssetRefused when the city
 *  was busy for too long, KeyReused, and what `work` throws; then nothing was written. */
export async function runWrite(
  { area, store }: WriteNeeds,
  { once }: Writer,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome & { again: boolean }> {
  const asked = performance.now()
  const { answer, again } = await store.transaction(area, (tx) => {
    if (performance.now() - asked > LONGEST_WAIT_MS)
      throw new AssetRefused('busy', 'busy', 'The city is being written to; nothing was changed, try again.')
    return answerOnce(tx, once, () => work(tx))
  })
  return { ...answer, again }
}
