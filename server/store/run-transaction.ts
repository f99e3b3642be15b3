import { setTimeout } from 'node:timers/promises'
import { appendToLog, type Head } from './append-to-log.ts'
import type { Engine } from './engine.ts'
import { NO_HASH } from './hash-chain.ts'
import type { LogTable, WritableDb } from './schema.ts'
import type { Tx } from './store.ts'
import { writeRows } from './write-rows.ts'

// A server that restarted leaves dead connections in the pool, each of which fails one transaction before it is dropped.
const TRIES = 4
const PAUSE_MS = 50

/** Runs `work` alone in the city and says whether the log grew. Tried again when it failed before `work` began: nothing was done yet, so
 *  nothing can be done twice. */
export async function runTransaction<T>(engine: Engine, city: string, work: (tx: Tx) => Promise<T>) {
  for (let tries = 1; ; tries += 1) {
    let began = false
    try {
      return await tryTransaction(engine, city, (tx) => {
        began = true
        return work(tx)
      })
    } catch (error) {
      if (began || tries === TRIES || error instanceof RangeError || engine.name === 'sqlite') throw error
      await setTimeout(PAUSE_MS)
    }
  }
}

async function tryTransaction<T>(engine: Engine, city: string, work: (tx: Tx) => Promise<T>) {
  return engine.writer.transaction().execute(async (db) => {
    const start = await lockHead(engine, db, city)
    let head = start
    const write: Tx['write'] = (table, rows, onKey) => writeRows(db, engine.name, table, rows, onKey)
    const insert = (rows: LogTable[]) => write('log', rows, 'fail')
    // One behind the other, even where a verb does not wait for its first append before its second.
    let appended: Promise<unknown> = Promise.resolve()
    const append: Tx['append'] = (entries) => {
      const mine = appended.then(async () => {
        const first = head.seq + 1
        head = await appendToLog(insert, city, head, entries)
        return first
      })
      appended = mine.catch(() => undefined)
      return mine
    }
    const answer = await work({ city, db, append, write })
    const grew = head.seq > start.seq
    if (grew) await db.updateTable('city_heads').set(head).where('city', '=', city).execute()
    return { answer, grew }
  })
}

/** The lock of the city is its head's row, taken before anything else, so that no two transactions can wait for each other, and held to the
 *  commit, so that seq is in commit order. SQLite has one writer, and needs none. */
async function lockHead(engine: Engine, db: WritableDb, city: string): Promise<Head> {
  let row = db.selectFrom('city_heads').select(['seq', 'hash', 'at']).where('city', '=', city)
  if (engine.name === 'postgresql') row = row.forUpdate()
  const head = await row.executeTakeFirst()
  if (head) return head
  if (!/^\d{6}$/.test(city)) throw new RangeError(`${JSON.stringify(city)} is not a 6-digit area code`)
  await db
    .insertInto('city_heads')
    .values({ city, seq: 0, hash: NO_HASH, at: null, description: null })
    .onConflict((at) => at.doNothing())
    .execute()
  return row.executeTakeFirstOrThrow()
}
