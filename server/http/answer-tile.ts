import type { Context } from 'hono'
import { acceptsGzip } from './compress-answer.ts'

export interface TileAnswer {
  etag: string
  /** As it is. */
  plain: () => Uint8Array<ArrayBuffer>
  /** Packed by gzip; absent where packing gains nothing. */
  packed?: () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
}

/** 304 for who has it, 204 where there is nothing, packed for who can unpack.
 *  `no-cache`: kept, and asked about every time, so that an edit shows in the next request. */
export async function answerTile(
  c: Context,
  tile: TileAnswer | undefined,
  type: string,
  caching = 'no-cache',
): Promise<Response> {
  c.header('Cache-Control', caching)
  if (!tile) return c.body(null, 204)
  c.header('ETag', tile.etag)
  c.header('Vary', 'Accept-Encoding')
  if (matches(c.req.header('If-None-Match'), tile.etag)) return c.body(null, 304)
  c.header('Content-Type', type)
  if (!tile.packed || !acceptsGzip(c.req.header('Accept-Encoding'))) return c.body(tile.plain())
  c.header('Content-Encoding', 'gzip')
  return c.body(await tile.packed())
}

export const matches = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' ||
    asked
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''))
      .includes(etag.replace(/^W\//, '')))
