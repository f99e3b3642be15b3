import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { PULSE_MS } from '../../../server/contract/live.ts'
import type { Town } from './make-town.ts'

const TYPES: Record<string, string> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' },
  ...{ '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json', '.png': 'image/png' },
}
const TICK_MS = 20

export interface ServedPage {
  origin: string
  /** So many places of crews a second from now on. */
  rate(positions: number): void
  close(): void
}

/** The built page with the answers of a town and its stream, on a free port: without tiles, so that only what the desk draws is measured. */
export async function servePage(folder: string, town: Town): Promise<ServedPage> {
  const streams = new Set<ServerResponse>()
  let rate = 0
  const tell = (text: string): void => {
    for (const stream of streams) stream.write(text)
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    if (path === '/api/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(event('picture', { seq: 1, at: new Date().toISOString(), topics: ['cases', 'positions'] }))
      streams.add(response)
      return void response.on('close', () => streams.delete(response))
    }
    const answer = town.answers[path]
    if (answer) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    const bytes = town.bytes?.(path)
    if (bytes) return void response.end(bytes)
    if (path.startsWith('/api/') || path.startsWith('/tiles/')) return void response.writeHead(404).end()
    const file = extname(path) === '' ? 'index.html' : normalize(path).replace(/^[/.]+/, '')
    readFile(join(folder, file)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  const pulses = setInterval(() => tell(event('pulse', { seq: 1, at: new Date().toISOString() })), PULSE_MS)
  let [owed, last] = [0, performance.now()]
  const steps = setInterval(() => {
    const now = performance.now()
    owed += ((now - last) / 1_000) * rate
    last = now
    const count = Math.floor(owed)
    owed -= count
    if (count > 0) tell(Array.from({ length: count }, () => event('position', town.step())).join(''))
  }, TICK_MS)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rate(positions) {
      rate = positions
    },
    close() {
      clearInterval(pulses)
      clearInterval(steps)
      server.closeAllConnections()
      server.close()
    },
  }
}

const event = (name: string, data: { seq?: number; at: string; topics?: string[] }): string =>
  `event: ${name}\n${data.seq === undefined ? '' : `id: ${data.seq}\n`}data: ${JSON.stringify(data)}\n\n`
