import { createRoute, z } from '@hono/zod-openapi'
import { CasePhoto } from '../contract/case.ts'
import { RevealReason } from '../contract/complainant.ts'
import { Photo, PhotoPhase, Redaction } from '../contract/photo.ts'
import { allow, type Gate } from '../http/acting.ts'
import { bytes, json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { limitBodyTo } from '../http/limits.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { type BodyTypes, ownOriginOnly } from '../http/own-origin-only.ts'

export interface PhotoGate {
  gate: Gate
  publicUrl: string | undefined
}

export const PHOTO_BYTES = 10 * 1024 * 1024

/** No form sends these by itself; what a file truly is its bytes say. */
const AS_IMAGE: BodyTypes = {
  pattern: /^image\/(jpeg|png|webp)\s*(;|$)/i,
  words: 'Send the picture itself as the body, with Content-Type image/jpeg, image/png or image/webp.',
}
const binary = { schema: { type: 'string' as const, format: 'binary' } }

const tags = ['Photos']
const params = z.object({ id: IdParameter })
const query = z.strictObject({})
/** Says nothing to the server: a page that has painted over a photo asks for it by a new address, or its browser shows what it has. */
const copyQuery = z.strictObject({ version: z.coerce.number().int().positive().optional() })
const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** The addresses of photos, what they take and how they refuse. */
export function declareRoutes({ gate, publicUrl }: PhotoGate) {
  const ownOrigin = ownOriginOnly({ publicUrl })
  const readCase = allow(gate, 'read', 'case')
  return {
    add: createRoute({
      ...{ method: 'post', path: '/cases/{id}/photos', tags, summary: 'Add a photo to a case: the file itself' },
      middleware: [
        ownOriginOnly({ publicUrl }, AS_IMAGE),
        allow(gate, 'write', 'case'),
        limitBodyTo(PHOTO_BYTES),
      ] as const,
      request: {
        ...{ params, query: z.strictObject({ phase: PhotoPhase }) },
        headers: z.object({ 'idempotency-key': IdempotencyKeyHeader }),
        body: { required: true, content: { 'image/jpeg': binary, 'image/png': binary, 'image/webp': binary } },
      },
      responses: {
        201: json('It is with the case; `warnings` say what EXIF has against it', named('CasePhoto', CasePhoto)),
        ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
      },
    }),
    full: createRoute({
      ...{ method: 'get', path: '/photos/{id}', tags, summary: 'A photo, up to 2048 pixels long, redacted' },
      middleware: [readCase] as const,
      request: { params, query: copyQuery },
      responses: {
        200: bytes('The picture', 'image/jpeg'),
        304: { description: 'As you have it' },
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
    thumbnail: createRoute({
      ...{ method: 'get', path: '/photos/{id}/thumbnail', tags, summary: 'A photo, up to 320 pixels long, redacted' },
      middleware: [readCase] as const,
      request: { params, query: copyQuery },
      responses: {
        200: bytes('The picture', 'image/jpeg'),
        304: { description: 'As you have it' },
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
    redact: createRoute({
      ...{ method: 'post', path: '/photos/{id}/redactions', tags, summary: 'Paint over parts of a photo; not undone' },
      middleware: [ownOrigin, allow(gate, 'write', 'case')] as const,
      request: { params, query, body: jsonBody(z.strictObject({ boxes: z.array(Redaction).min(1).max(50) })) },
      responses: {
        200: json('As it is shown from now on', named('Photo', Photo)),
        ...refusals(400, 401, 403, 404, 409, 413, 415, 503),
      },
    }),
    original: createRoute({
      ...{ method: 'post', path: '/photos/{id}/original', tags },
      summary: 'Read a photo as the camera made it; that you did is written down with your reason',
      middleware: [ownOrigin, allow(gate, 'read', 'original-photo')] as const,
      request: { params, query, body: jsonBody(z.strictObject({ reason: RevealReason })) },
      responses: {
        200: bytes('The file, to keep', 'application/octet-stream'),
        ...refusals(400, 401, 403, 404, 413, 415, 503),
      },
    }),
  }
}
