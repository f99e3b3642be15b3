import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../../../server/root.ts'
import { type Client, client } from '../../support/client.ts'
import { freePort } from '../peers/free-port.ts'

/** A demo city as anybody starts it, with somebody who came in. */
export interface DemoServer {
  planner: Client
  /** Live events and pings need the address itself. */
  url: string
  /** Seconds from the start of the process until it said that it is ready. */
  readySeconds: number
  stop(): Promise<void>
}

/** Starts main.ts with a demo city in a folder of its own; nothing happens there by itself. */
export async function startDemo(city: 'suo' | 'cangshan'): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-demo-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', 'demo', '--city', city], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, PORT: new URL(url).port, HOST: '127.0.0.1', DEMO_SPEED: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let link = ''
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('planner ')) link = line.slice('planner '.length)
    if (line.includes('Ctrl+C')) break
  }
  const readySeconds = (performance.now() - begun) / 1_000
  child.stdout.resume()
  const fetchAt = (path: string, init: RequestInit) => fetch(`${url}${path}`, init)
  const { pathname } = new URL(link)
  const entered = await fetch(`${url}${pathname}`, { method: 'POST', redirect: 'manual' })
  if (entered.status !== 303) throw new Error(`the link answers ${entered.status}: ${await entered.text()}`)
  const cookie = (entered.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  return {
    ...{ planner: client(fetchAt, cookie), url, readySeconds },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
