import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

/** What stands before a server as its port and its pages, and can be taken away and changed while the server, which others need too, goes on. */
export interface BeforeServer {
  origin: string
  /** How often the figures of a wall were given out. */
  figures(): number
  /** Cuts every connection and takes the port away, as a server that is stopped does. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** Empties the folder of the pages and puts others there, as an update does. */
  deploy(webDir: string): Promise<void>
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  ...{ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' },
  ...{ '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' },
}

export async function beforeServer(url: string, webDir: string): Promise<BeforeServer> {
  const pages = await mkdtemp(join(tmpdir(), 'gridkeeper-pages-'))
  await cp(webDir, pages, { recursive: true })
  let figures = 0
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', url)
    const file = join(pages, pathname === '/wall' ? 'index.html' : pathname)
    if (pathname === '/wall' || existsSync(file) || pathname.startsWith('/assets/')) {
      const isNamedByContent = pathname.startsWith('/assets/')
      readFile(file).then(
        (content) => {
          const caching = isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache'
          answer.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? '', 'Cache-Control': caching }).end(content)
        },
        () => answer.writeHead(404).end(),
      )
      return
    }
    const { method, headers } = asked
    const passed = request(new URL(asked.url ?? '/', url), { method, headers }, (told) => {
      if (pathname === '/api/wall/figures' && told.statusCode === 200) figures += 1
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const goAway = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return {
    ...{ origin: `http://127.0.0.1:${port}`, figures: () => figures, goAway },
    comeBack: () => listen(port),
    async deploy(next) {
      for (const name of await readdir(pages)) await rm(join(pages, name), { recursive: true })
      await cp(next, pages, { recursive: true })
    },
    async close() {
      await goAway()
      await rm(pages, { recursive: true, force: true })
    },
  }
}
