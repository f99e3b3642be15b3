import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Scene, type Scenes, ScreenReport } from '../../../server/contract/wall.ts'
import { makeDemoCity } from '../../../server/make-demo-city.ts'
import { type OpenServer, openServer } from '../../../server/open-server.ts'
import { type Listening, serve } from '../../../server/serve.ts'
import { readSettings } from '../../../server/settings.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { signedIn } from '../../support/client.ts'

export interface WallTown {
  origin: string
  store: Store
  /** The one that runs now. */
  server(): OpenServer
  /** Of the wall's cookie. */
  cookie: { name: string; value: string; url: string }
  /** Figures that were given out with something new in them. */
  refreshes(): number
  /** Figures that were given out at all. */
  answers(): number
  /** How often the wall told of another scene than the time before. */
  scenesShown(): number
  /** What it told last; undefined before. */
  lastReport(): ScreenReport | undefined
  /** Of the round. */
  scenes(): Promise<Scene[]>
  /** An admin puts another round in the place of it. */
  putScenes(scenes: readonly Scene[]): Promise<void>
  /** The wall shows one scene until it is let go with null. */
  hold(scene: string | null): Promise<void>
  /** Takes the port away, and opens a server anew there, with other pages where a folder is named. */
  stop(): Promise<void>
  start(webDir?: string): Promise<void>
  close(): Promise<void>
}

const DAY_MS = 86_400_000

/** The demo town with a real server on a free port, and a wall that is paired. `now`: its clock; what was left open is a day old. */
export async function openWallTown({ now, webDir }: { now: () => Date; webDir: string }): Promise<WallTown> {
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-wall-'))
  const store = await openStore({ dataDir: folder })
  const begun = now().getTime()
  // What is open is late from the begin: nothing grows by growing old.
  await makeDemoCity(store, folder, { now: () => new Date(begun - DAY_MS), say: () => undefined })
  const settings = readSettings({ DATA_DIR: folder, GUESTS: 'map' })
  let [refreshes, answers, scenes] = [0, 0, 0]
  let told: ScreenReport | undefined
  const open = async (port: number, pages: string): Promise<{ server: OpenServer; listening: Listening }> => {
    const server = await openServer({
      ...{ settings, store, now, webDir: pages, log: pino({ level: process.env.BENCH_LOG ?? 'silent' }) },
      onBroken: (error) => console.error(error),
    })
    await server.load()
    let last: string | null = null
    const fetch = async (request: Request, env: object): Promise<Response> => {
      const { pathname } = new URL(request.url)
      if (pathname === '/api/wall/reports') {
        const report = ScreenReport.parse(await request.clone().json())
        if (told?.scene !== report.scene) scenes += 1
        told = report
      }
      const answer = await server.fetch(request, env)
      if (pathname === '/api/wall/figures' && answer.status < 400) answers += 1
      if (pathname !== '/api/wall/figures' || answer.status !== 200) return answer
      const tag = answer.headers.get('ETag')
      if (tag !== last) refreshes += 1
      last = tag
      return answer
    }
    const listening = await serve({ ...server, fetch }, { host: '127.0.0.1', port })
    return { server, listening }
  }
  let node = await open(0, webDir)
  const { url: origin, port } = node.listening
  const ask = (path: string, init: RequestInit) => fetch(origin + path, init)
  const wall = await signedIn({ store, now }, ask, ['screen'])
  const [name = '', value = ''] = wall.cookie.split('=')
  const [, screenId = ''] = wall.id.split(':')
  const stop = async (): Promise<void> => {
    await node.listening.close()
    await node.server.close()
  }
  return {
    ...{ origin, store, cookie: { name, value, url: origin }, stop },
    server: () => node.server,
    refreshes: () => refreshes,
    answers: () => answers,
    scenesShown: () => scenes,
    lastReport: () => told,
    async scenes() {
      const said = await wall.get('/api/wall/scenes')
      return ((await said.json()) as Scenes).scenes
    },
    async putScenes(scenes) {
      const admin = await signedIn({ store, now }, ask, ['admin'])
      const said = await admin.put('/api/wall/scenes', { scenes }, { 'If-Match': '*' })
      if (said.status !== 200) throw new Error(`the scenes are answered ${said.status}: ${await said.text()}`)
    },
    async hold(scene) {
      // Signed in anew each time: by a clock that goes fast a person's session is soon over.
      const commander = await signedIn({ store, now }, ask, ['commander'])
      const said = await commander.post(`/api/screens/${screenId}/scene`, { scene })
      if (said.status !== 200) throw new Error(`the remote answers ${said.status}: ${await said.text()}`)
    },
    async start(pages = webDir) {
      node = await open(port, pages)
    },
    async close() {
      await stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
