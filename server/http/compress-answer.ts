import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const gzipped = promisify(gzip)

/** Below this the gzip header and the work cost more than the bytes saved. */
const WORTH_BYTES = 1024
const TEXTUAL = /^(application\/(json|geo\+json|problem\+json|openmetrics-text|vnd\.gridkeeper)|text\/)/

/** Whether a request's Accept-Encoding lets the answer be packed by gzip. */
export const acceptsGzip = (accepted: string | string[] = ''): boolean =>
  /(^|[\s,])(gzip|\*)\s*(;\s*q=(0\.\d*[1-9]|1(\.0*)?))?\s*(,|$)/i.test(String(accepted))

/** Compresses what a handler made whole. Tiles and files come with an encoding of their own, downloads are streamed. */
export const compressAnswer: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('Content-Type') ?? ''
  if (!TEXTUAL.test(type) || c.res.headers.has('Content-Encoding') || c.res.headers.has('Content-Disposition')) return
  // c.header() would make a stream of the body, and copy it, though most answers leave as they are.
  c.res.headers.append('Vary', 'Accept-Encoding')
  if (!acceptsGzip(c.req.header('Accept-Encoding')) || c.req.method === 'HEAD' || !c.res.body) return
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const body = plain.length < WORTH_BYTES ? plain : new Uint8Array(await gzipped(plain))
  const headers = new Headers(c.res.headers)
  if (body !== plain) headers.set('Content-Encoding', 'gzip')
  headers.set('Content-Length', String(body.length))
  c.res = new Response(body, { status: c.res.status, headers })
}
