import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CityMemory } from './city/city.ts'
import { readSnapshot, type SnapshotOf, writeSnapshot } from './city/snapshot-file.ts'
import type { LogRow } from './contract/log.ts'
import { ROOT } from './root.ts'
import { readHead, readLog } from './store/read-log.ts'
import type { Store } from './store/store.ts'

/** Rows behind the snapshot that a start reads again, some second, before a new one is worth its writing. */
const ROWS_BEHIND = 20_000

/** Not more often than this, however fast the log grows: a city of a million is 120 MB. */
const KEEP_EVERY_MS = 10 * 60_000

/** Fewer things than this are read from the store as fast as from a file. */
const WORTH = 20_000

export interface SnapshotNeeds {
  dataDir: string
  area: string
  memory: CityMemory
  store: Pick<Store, 'db'>
  /** How many things are worth a file. */
  worth?: number
}

/** The city in memory as a file in the data folder: what a start reads in place of the store, and then the log from there. It is a copy that
 *  may be deleted at any time; one of another city, log, catalogue or program is not used. */
export interface Snapshot {
  /** Puts what was kept, and the log behind it, into the memory. The seq that it has then, or undefined where nothing fits. */
  restore(): Promise<number | undefined>
  /** Keeps the city as it is now, where it is worth it: call it when rows have been applied, as often as you like. Never rejects. */
  keep(onFault: (error: unknown) => void): Promise<void>
}

export function openSnapshot({ dataDir, area, memory, store, worth = WORTH }: SnapshotNeeds): Snapshot {
  const path = join(dataDir, `city-${area}.snapshot`)
  const meaning = hashOfMeaning(memory)
  let kept = 0
  let keeping = false
  let lastTry = Number.NEGATIVE_INFINITY
  const isDue = (): boolean =>
    !keeping &&
    memory.seq - kept >= (kept === 0 ? 1 : ROWS_BEHIND) &&
    performance.now() - lastTry >= KEEP_EVERY_MS &&
    thingsIn(memory) >= worth
  const isOfThisLog = async ({ seq, hash }: SnapshotOf): Promise<boolean> => {
    const [row] = await readLog(store.db, { city: area, after: seq - 1, limit: 1 })
    return row?.seq === seq && row.hash === hash
  }
  return {
    async restore() {
      const found = await readSnapshot(
        path,
        async (of) => of.area === area && of.meaning === meaning && (await isOfThisLog(of)),
      )
      if (!found) return undefined
      memory.thaw(found.of.seq, found.layers)
      kept = found.of.seq
      for (let rows = await behind(); rows.length > 0; rows = await behind()) memory.apply(rows)
      return memory.seq
    },
    async keep(onFault) {
      if (!isDue()) return
      keeping = true
      try {
        // What was read from the store may be ahead of its own row until the log has caught up with it.
        if ((await readHead(store.db, area)).seq > memory.seq) return
        lastTry = performance.now()
        const { seq, layers } = memory.freeze()
        const frozen = await layers
        const [row] = await readLog(store.db, { city: area, after: seq - 1, limit: 1 })
        await mkdir(dataDir, { recursive: true })
        if (row) await writeSnapshot(path, { area, seq, hash: row.hash, meaning }, frozen)
        kept = seq
      } catch (error) {
        onFault(error)
      } finally {
        keeping = false
      }
    },
  }

  function behind(): Promise<LogRow[]> {
    return readLog(store.db, { city: area, after: memory.seq })
  }
}

const CITY_FOLDER = join(ROOT, 'server/city')

/** What the arrays mean is said by the catalogue and by the program that made them: any change of either makes a snapshot another's. */
function hashOfMeaning(memory: CityMemory): string {
  const hash = createHash('sha256').update(JSON.stringify(memory.layers()))
  for (const file of readdirSync(CITY_FOLDER).sort()) hash.update(readFileSync(join(CITY_FOLDER, file)))
  return hash.digest('hex')
}

const thingsIn = (memory: CityMemory): number =>
  memory.layers().reduce((sum, { id }) => sum + (memory.layer(id)?.count ?? 0), 0)
