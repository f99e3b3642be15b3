import type { OnFault } from './engine.ts'
import { followLog } from './follow-log.ts'
import { verifyChain } from './hash-chain.ts'
import { openPostgres } from './postgres.ts'
import { pagesOfLog, readHead, readLog } from './read-log.ts'
import { runTransaction } from './run-transaction.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
import { makeTurns } from './turns.ts'
import { makeWakes } from './wakes.ts'

/** Opens SQLite in `dataDir`, or PostgreSQL where a `databaseUrl` is given, and brings its schema up to date. Throws DataDirHeld when
 *  another process has the folder. */
export async function openStore({
  dataDir,
  databaseUrl,
  onFault = () => undefined,
}: {
  dataDir: string
  databaseUrl?: string | undefined
  onFault?: OnFault
}): Promise<Store> {
  const engine = databaseUrl ? await openPostgres(databaseUrl, onFault) : await openSqlite(dataDir)
  const wakes = makeWakes()
  const turns = makeTurns()
  const closing = new AbortController()
  await engine.listen(wakes.wake).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  const { reader } = engine

  const transaction: Store['transaction'] = async (city, work) => {
    if (closing.signal.aborted) throw new Error('The store is closed.')
    const { answer, grew } = await turns.take(city, () => runTransaction(engine, city, work))
    if (grew) {
      wakes.wake(city)
      engine.announce(city)
    }
    return answer
  }

  return {
    engine: engine.name,
    db: reader,
    transaction,
    readLog: (of) => readLog(reader, of),
    head: (city) => readHead(reader, city),
    follow: (city, after, onRows, signal) =>
      followLog(
        { read: (of) => readLog(reader, of), wakes, pollMs: engine.pollMs, onFault },
        { city, after, onRows },
        AbortSignal.any([signal, closing.signal]),
      ),
    async verify(city, onRows) {
      const head = await readHead(reader, city)
      return verifyChain(pagesOfLog(reader, city), head, () => readHead(reader, city), onRows)
    },
    async close() {
      if (closing.signal.aborted) return
      closing.abort()
      await turns.settled()
      await engine.close()
    },
  }
}
