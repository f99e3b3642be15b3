import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { serverAccount } from './find-postgres.ts'

/** A PostgreSQL of our own in a temporary folder, on a free port of the loopback, with fsync on as in production. */
export interface Cluster {
  url: string
  /** Stops it and removes its folder. */
  stop(): Promise<void>
  /** Kills the server and every backend with SIGKILL, as a crash would end them. */
  kill(): Promise<void>
  /** Starts it again after `kill`. */
  start(): Promise<void>
}

export async function startCluster(bin: string): Promise<Cluster> {
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-postgres-'))
  if (account) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'gridkeeper', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: folder, stdio: 'pipe' },
  )
  const port = await freePort()
  const url = `postgres://gridkeeper@127.0.0.1:${port}/postgres`
  let server: ChildProcess | undefined

  const start = async () => {
    // A process group of its own, so that `kill` reaches the backends too.
    const args = [
      '-D',
      data,
      '-p',
      `${port}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ]
    server = spawn(join(bin, 'postgres'), [...args, '-c', 'max_connections=200'], {
      ...account,
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    server.stderr?.on('data', (text) => {
      said = `${said}${text}`.slice(-4_000)
    })
    await answering(url, server, () => said)
  }
  const gone = async () => {
    if (server && server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  }
  // Whatever ends this process, the server must not outlive it. SIGINT: fast shutdown.
  const onExit = () => {
    server?.kill('SIGINT')
  }
  process.once('exit', onExit)
  await start()
  return {
    url,
    start,
    async stop() {
      process.off('exit', onExit)
      server?.kill('SIGINT')
      await gone()
      rmSync(folder, { recursive: true, force: true })
    },
    async kill() {
      if (server?.pid) process.kill(-server.pid, 'SIGKILL')
      await gone()
    },
  }
}

async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said()}`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await setTimeout(100)
    }
  }
  throw new Error(`PostgreSQL does not answer after 30 s:\n${said()}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
