import type { CityMemory } from '../city/city.ts'
import type { CityPicture } from '../city/city-picture.ts'
import { TooManyPasts } from '../city/keep-pasts.ts'
import { Refusal } from '../http/refusals.ts'
import { refuseFuture } from '../http/refuse-future.ts'
import { seqAt } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'

export interface PictureNeeds {
  area: string
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  now: () => Date
}

/** The city at an instant. */
export interface PictureAt {
  picture: CityPicture
  /** No row can come any more that is of that instant or before it: what is answered of it stays true. */
  settled: boolean
}

/** How long a browser shows a settled picture without asking; the catalogue may give a status another state meanwhile. */
export const SETTLED = 'private, max-age=300'

const MOST_KNOWN = 1_000

/** Finds the city at instants (ISO in UTC), and as it is now where none is given. Refuses the future, and one past more than the city can make at once. */
export function pictureFinder({
  area,
  store,
  memory,
  now,
}: PictureNeeds): (at: string | undefined) => Promise<PictureAt> {
  // Every tile of a map asks for the same instant. The log's time never goes back, so an instant with a row behind it keeps its row.
  const known = new Map<string, number>()
  const find = async (at: string): Promise<{ seq: number; settled: boolean }> => {
    const seq = known.get(at)
    if (seq !== undefined) return { seq, settled: true }
    refuseFuture(at, now())
    const [found, head] = [await seqAt(store.db, area, at), await store.head(area)]
    if (head.seq === found) return { seq: found, settled: false }
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(at, found)
    return { seq: found, settled: true }
  }
  return async (at) => {
    if (at === undefined) return { picture: memory, settled: false }
    const { seq, settled } = await find(at)
    try {
      return { picture: await memory.past(seq), settled }
    } catch (error) {
      if (error instanceof TooManyPasts) throw busy()
      throw error
    }
  }
}

const busy = (): Refusal =>
  new Refusal(503, 'busy', 'Several past moments of the city are being read from the log; try again in a moment.')
