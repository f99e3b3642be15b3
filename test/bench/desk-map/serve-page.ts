import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
}
const CITY = {
  ...{ area: '540626', name: { zh: '索县', en: 'Suo' }, centre: [93.7858, 31.8892], zoom: 14.6, bounds: null },
  ...{ demo: true, mapApproval: null, basemap: false, relief: false, seq: 1, dataAt: null, assetCount: 0 },
}
const ANSWERS: Record<string, unknown> = {
  '/api/city': CITY,
  '/api/layers': { layers: [] },
  '/api/crews': { crews: [] },
}

/** The built page and the few answers that its map asks for, on a free port: without tiles, so that only what the desk draws is measured. */
export async function servePage(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const answer = ANSWERS[path]
    if (answer) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    const file = path === '/' ? 'index.html' : normalize(path).replace(/^[/.]+/, '')
    readFile(join(folder, file)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}
