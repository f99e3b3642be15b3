import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import { matches } from './answer-tile.ts'
import { acceptsGzip } from './compress-answer.ts'
import type { WebFile } from './read-web-files.ts'

const gzipped = promisify(gzip)
/** Fonts and pictures are packed already. */
const PACKABLE = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/

/** Answers with a file; texts are packed once and kept. */
export function serveWebFiles() {
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  /** A page keeps its path over builds, and has another tag. */
  const pack = (file: WebFile): Promise<Uint8Array<ArrayBuffer>> => {
    const key = file.etag + file.path
    const known = packed.get(key)
    if (known) return known
    const packing = readFile(file.path)
      .then((content) => gzipped(content, { level: 9 }))
      .then((content) => new Uint8Array(content))
    packed.set(key, packing)
    packing.catch(() => packed.delete(key))
    return packing
  }
  return async (c: Context, file: WebFile): Promise<Response> => {
    c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('ETag', file.etag)
    c.header('Vary', 'Accept-Encoding')
    if (matches(c.req.header('If-None-Match'), file.etag)) return c.body(null, 304)
    c.header('Content-Type', file.type)
    if (!PACKABLE.test(file.type) || file.bytes < 1024 || !acceptsGzip(c.req.header('Accept-Encoding'))) {
      return c.body(new Uint8Array(await readFile(file.path)))
    }
    c.header('Content-Encoding', 'gzip')
    return c.body(await pack(file))
  }
}
