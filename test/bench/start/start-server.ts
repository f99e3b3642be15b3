import { readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { openServer } from '../../../server/open-server.ts'
import { readSettings } from '../../../server/settings.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { answerParent } from '../measure/answer-parent.ts'
import { profile } from '../measure/profile.ts'

/** What a start took, from its first line of code to the first tile that can be asked, in seconds. */
export interface Start {
  wall: number
  cpu: number
  /** Of it, until the store was open: the same for an empty city. */
  cpuBefore: number
  things: number
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [dataDir = '', databaseUrl, profiled] = process.argv.slice(2)
if (profiled) await profile()
const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' })
const store = await openStore(settings)
const cpuBefore = cpuSeconds()
const log = pino({ level: 'silent' })
const onBroken = (error: unknown) => {
  throw error
}
const server = await openServer({ settings, store, log, now: () => new Date(), onBroken })
await server.load()
const ready: Start = {
  ...{ wall: performance.now() / 1000, cpu: cpuSeconds(), cpuBefore },
  things: server.memory.layers().reduce((sum, { id }) => sum + (server.memory.layer(id)?.count ?? 0), 0),
}
/** What a later start finds; a city too small for one has none. */
async function snapshotKept(): Promise<void> {
  const isThere = () => readdirSync(dataDir).some((name) => name.endsWith('.snapshot'))
  for (let waited = 0; ready.things >= 20_000 && !isThere() && waited < 60_000; waited += 100) await setTimeout(100)
}

answerParent(ready, {
  close: async () => {
    await snapshotKept()
    await server.close()
    await store.close()
  },
})
