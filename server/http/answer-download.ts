import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Context } from 'hono'
import { acceptsGzip } from './compress-answer.ts'

/** A file to keep, sent as it is made: a reader that is slow slows the maker down, one that goes away ends it. */
export function answerDownload(
  c: Context,
  { name, type }: { name: string; type: string },
  pieces: Iterable<Uint8Array>,
) {
  const zipped = acceptsGzip(c.req.header('Accept-Encoding'))
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Encoding')
  if (zipped) c.header('Content-Encoding', 'gzip')
  const plain = Readable.from(pieces, { highWaterMark: 1 })
  return c.body(Readable.toWeb(zipped ? packed(plain) : plain) as ReadableStream)
}

function packed(plain: Readable): Readable {
  const gzip = createGzip()
  plain.once('error', (error) => gzip.destroy(error))
  gzip.once('close', () => plain.destroy())
  return plain.pipe(gzip)
}
