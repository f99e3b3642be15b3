import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Context } from 'hono'
import { acceptsGzip } from './compress-answer.ts'

/** A file to keep, sent as it is made: a reader that is slow slows the maker down, one that goes away ends it. */
export function answerDownload(c: Context, { name, type }: { name: string; type: string }, pieces: Iterable<string>) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Accept-Encoding')
  const plain = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
  const zipped = acceptsGzip(c)
  if (zipped) c.header('Content-Encoding', 'gzip')
  const gzip = createGzip()
  plain.once('error', (error) => gzip.destroy(error))
  gzip.once('close', () => plain.destroy())
  const stream = Readable.toWeb(zipped ? plain.pipe(gzip) : Readable.from(encode(plain)))
  return c.body(stream as ReadableStream)
}

async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
