import { writeSync } from 'node:fs'
import { writeAssets } from '../../server/assets/write-assets.ts'
import { DataDirHeld } from '../../server/store/data-dir-lock.ts'
import { openStore } from '../../server/store/open-store.ts'
import { by, entry, lamp, SUO } from './entries.ts'

/** A process of its own that opens a store and writes to it. TASK in the environment is JSON:
 *  `rows`: appends so many rows in transactions of ten and ends; `writers`: so many loops add, change and remove things until the process is
 *  killed, and each says `ack <actor>` when its transaction is acknowledged; neither: waits for SIGTERM. */
const task: { dataDir: string; databaseUrl?: string; rows?: number; writers?: number } = JSON.parse(
  process.env.TASK ?? '',
)
// Straight to the descriptor: what a stream has buffered dies with the process.
const say = (line: string) => writeSync(1, `${line}\n`)

try {
  const store = await openStore(task)
  process.once('SIGTERM', () => {
    void store.close().then(() => process.exit(0))
  })
  say('open')
  if (task.rows !== undefined) {
    for (let row = 0; row < task.rows; row += 10) {
      await store.transaction(SUO, (tx) => tx.append(Array.from({ length: 10 }, () => entry())))
    }
    await store.close()
  } else if (task.writers !== undefined) {
    await Promise.all(Array.from({ length: task.writers }, (_, writer) => write(writer)))
  } else setInterval(() => undefined, 60_000)

  async function write(writer: number): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      const actor = `person:${process.pid}-${writer}-${turn}`
      const thing = (turn: number, which: string) => lamp(0, { id: `${process.pid}-${writer}-${turn}-${which}` })
      await store.transaction(SUO, async (tx) => {
        const at = new Date().toISOString()
        await writeAssets(tx, { added: [thing(turn, 'a'), thing(turn, 'b')] }, by({ actor, at }))
        if (turn === 0) return
        const before = { ...thing(turn - 1, 'a'), status: 'fault', changedAt: at }
        await writeAssets(tx, { changed: [before], removed: [thing(turn - 1, 'b').id] }, by({ actor, at }))
      })
      say(`ack ${actor}`)
    }
  }
} catch (error) {
  say(error instanceof DataDirHeld ? error.message : String(error))
  process.exit(75)
}
