import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import type { Role } from '../../server/contract/role.ts'
import { makeDemoCity } from '../../server/make-demo-city.ts'
import { openServer } from '../../server/open-server.ts'
import { serve } from '../../server/serve.ts'
import { readSettings } from '../../server/settings.ts'
import { openStore } from '../../server/store/open-store.ts'
import { findChromium } from '../support/browser.ts'
import { signedIn } from '../support/client.ts'
import { putCrewsOnDuty } from './crews-on-duty.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The demo city as a person meets it, on a port of this machine. */
    demoUrl: string
    /** Path of Chromium; null when there is none here. */
    chromium: string | null
    /** The evening that every picture is of, an ISO instant. */
    demoNow: string
    /** A wall that was let into the demo city, and who makes it show scenes: ids and cookies. */
    demoWall: { id: string; cookie: string; commander: string }
  }
}

const EVENING = '2026-11-20T21:36:00+08:00'

/** Once for all browser tests: the demo city, served by the real server with the built page. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  if (chromium) console.log(`Browser for the tests: ${chromium}`)
  else if (process.env.CI === 'true') throw new Error(MISSING)
  else console.warn(`\n!! ${MISSING}\n!! Every browser test is SKIPPED.\n`)
  project.provide('chromium', chromium ?? null)
  project.provide('demoNow', EVENING)

  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-e2e-'))
  const store = await openStore({ dataDir })
  const now = () => new Date(EVENING)
  if (chromium) await makeDemoCity(store, dataDir, { now, say: () => undefined })
  const sits = (role: Role) => signedIn({ store, now }, noFetch, [role])
  const log = pino({ level: 'silent' })
  const settings = { ...readSettings({ DATA_DIR: dataDir, GUESTS: 'map' }), city: undefined }
  /** Where the page was built to, if not to web/dist. */
  const webDir = process.env.TEST_WEB_DIR
  const server = await openServer({ settings, store, log, now, webDir, onBroken: (error) => console.error(error) })
  await server.load()
  const listening = await serve(server, { host: '127.0.0.1', port: 0 })
  project.provide('demoUrl', listening.url)
  if (chromium) {
    await putCrewsOnDuty({ origin: listening.url, store, now }, EVENING.slice(11, 16))
    const [wall, commander] = [await sits('screen'), await sits('commander')]
    project.provide('demoWall', {
      id: wall.id.slice('screen:'.length),
      cookie: wall.cookie,
      commander: commander.cookie,
    })
  }
  return async () => {
    await listening.close()
    await server.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const noFetch = (): never => {
  throw new Error('a browser asks, not the set-up')
}

const MISSING =
  'Chromium is not installed: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.'
