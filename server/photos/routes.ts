import { hash } from 'node:crypto'
import type { Context } from 'hono'
import { caseById } from '../cases/case-store.ts'
import { actorOf } from '../http/acting.ts'
import { newRoutes } from '../http/new-routes.ts'
import { Refusal } from '../http/refusals.ts'
import { KeyReused, type Once } from '../store/answer-once.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import { addPhoto, type PhotoVerbNeeds, photoRefusalOf } from './add-photo.ts'
import { declareRoutes, type PhotoGate } from './declare-routes.ts'
import { makeDecodeTurns } from './decode-turns.ts'
import { type PhotoFault, PhotoRefused } from './photo-refused.ts'
import { type CopySize, copyOf } from './photo-store.ts'
import { readOriginal } from './read-original.ts'
import { redactPhoto } from './redact-photo.ts'
import { noSuchPhoto, seenPhoto } from './seen-photo.ts'

export type PhotoNeeds = PhotoGate & Omit<PhotoVerbNeeds, 'turns'>

/** Should a browser ever take a file for a page, that page can do nothing. */
const AS_NO_PAGE = "default-src 'none'; sandbox"

/** Photos of cases: what is shown of them, and their originals apart. */
export function photoRoutes(given: PhotoNeeds) {
  const needs: PhotoVerbNeeds = { ...given, turns: makeDecodeTurns() }
  const { area, store } = needs
  const { add, full, thumbnail, redact, original } = declareRoutes(given)

  const showCopy = async (c: Context, id: string, size: CopySize) => {
    const photo = await seenPhoto(store.db, area, id, actorOf(c)).catch(refuse)
    // Asked about each time: what was painted over since must not be shown out of somebody's cache.
    c.header('Cache-Control', 'private, no-cache')
    c.header('Content-Security-Policy', AS_NO_PAGE)
    const etag = `"${photo.id}-${size}-${photo.version}"`
    c.header('ETag', etag)
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
    const bytes = await copyOf(store.db, area, id, size)
    if (!bytes) return refuse(noSuchPhoto())
    c.header('Content-Type', 'image/jpeg')
    c.header('Content-Disposition', `inline; filename="${photo.id}.jpg"`)
    return c.body(new Uint8Array(bytes), 200)
  }

  return newRoutes()
    .openapi(add, async (c) => {
      const { id: caseId } = c.req.valid('param')
      const { phase } = c.req.valid('query')
      const actor = actorOf(c)
      // Before ten megabytes are read and decoded for nothing; the verb asks again.
      const refusal = photoRefusalOf(await caseById(store.db, area, caseId), phase, actor)
      if (refusal) return refuse(refusal)
      const bytes = Buffer.from(await c.req.arrayBuffer())
      const once = onceOf(c, bytes, actor.id, needs.now())
      const { seq, photo, again } = await addPhoto({ caseId, phase, bytes }, { actor, once }, needs).catch(refuse)
      if (again) c.header('Idempotency-Replayed', 'true')
      return c.json(photo, 201, { 'Log-Seq': String(seq), Location: `/api/photos/${photo.id}` })
    })
    .openapi(full, (c) => showCopy(c, c.req.valid('param').id, 'full'))
    .openapi(thumbnail, (c) => showCopy(c, c.req.valid('param').id, 'thumbnail'))
    .openapi(redact, async (c) => {
      const { id } = c.req.valid('param')
      const { boxes } = c.req.valid('json')
      const { seq, photo } = await redactPhoto({ id, boxes }, actorOf(c), needs).catch(refuse)
      return c.json(photo, 200, { 'Log-Seq': String(seq) })
    })
    .openapi(original, async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const { bytes, format } = await readOriginal({ id, reason }, actorOf(c), needs).catch(refuse)
      c.header('Cache-Control', 'no-store')
      c.header('Content-Security-Policy', AS_NO_PAGE)
      c.header('Content-Type', 'application/octet-stream')
      c.header('Content-Disposition', `attachment; filename="${id}.${format === 'jpeg' ? 'jpg' : format}"`)
      return c.body(new Uint8Array(bytes), 200)
    })
}

function onceOf(c: Context, bytes: Buffer, actor: string, now: Date): Once | undefined {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return undefined
  const asked = [c.req.method, c.req.path, c.req.query('phase'), hash('sha256', bytes)]
  return { actor, key, request: hash('sha256', canonicalJson(asked)), now }
}

const STATUS: Record<PhotoFault, Refusal['status']> = {
  type: 415,
  large: 413,
  state: 409,
  role: 403,
  absent: 404,
  busy: 503,
}

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof PhotoRefused)) throw error
  throw new Refusal(STATUS[error.why], error.code, error.message)
}
