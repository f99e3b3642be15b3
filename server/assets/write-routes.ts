import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { CityMemory } from '../city/city.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { actorOf } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes } from '../http/new-routes.ts'
import type { Progress } from '../http/progress.ts'
import { Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Store } from '../store/store.ts'
import { addAsset } from './add-asset.ts'
import { cardOf } from './asset-card.ts'
import { AssetRefused, type Refused } from './asset-refused.ts'
import { changeAsset } from './change-asset.ts'
import { declareWriteRoutes, type WriteGate } from './declare-write-routes.ts'
import { removeAsset } from './remove-asset.ts'
import type { Outcome, WriteNeeds, Writer } from './run-write.ts'

export interface AssetWriteNeeds extends WriteGate {
  area: string
  store: Pick<Store, 'transaction'>
  memory: CityMemory
  codes: CodeRegistry
  progress: Progress
  now: () => Date
}

/** The write is on disk long before; past this it is answered though the picture here has it not yet. */
const PICTURE_MS = 5_000

/** Changes of single things, by people who may and by machines that have the key. An answer comes when this node's tiles, features, counts and search have it. */
export function assetWriteRoutes(needs: AssetWriteNeeds) {
  const { memory, codes, progress, now } = needs
  const write: WriteNeeds = { ...needs, registry: codes, layerOf: (id) => memory.layer(id)?.definition }
  const { add, change, remove } = declareWriteRoutes(needs)

  const done = async (c: Context, asked: unknown, work: (writer: Writer) => Promise<Outcome & { again: boolean }>) => {
    const { seq, asset, again } = await work(writerOf(c, asked, now())).catch(refuse)
    c.header('Log-Seq', String(seq))
    if (!(await progress.until(seq, PICTURE_MS))) c.header('Picture-Seq', String(progress.seq))
    if (again) c.header('Idempotency-Replayed', 'true')
    if (asset) c.header('ETag', etagOfSeq(seq))
    return asset
  }
  const card = (asset: Outcome['asset']) => {
    if (!asset) throw new TypeError('a thing that was written is there')
    return cardOf(asset, write.layerOf(asset.layer), codes)
  }

  const routes = newRoutes()
    .openapi(add, async (c) => {
      const given = c.req.valid('json')
      const added = card(await done(c, given, (writer) => addAsset(given, writer, write)))
      return c.json(added, 201, { Location: `/api/assets/${encodeURIComponent(added.id)}` })
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const patch = c.req.valid('json')
      return c.json(card(await done(c, patch, (writer) => changeAsset({ id, seen, patch }, writer, write))), 200)
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param')
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const { reason } = c.req.valid('query')
      await done(c, reason, (writer) => removeAsset({ id, seen, reason }, writer, write))
      return c.body(null, 204)
    })
  routes.openAPIRegistry.registerComponent('securitySchemes', 'writeKey', {
    ...{ type: 'http', scheme: 'bearer', description: 'The key of the setting WRITE_KEY' },
  })
  return routes
}

function writerOf(c: Context, asked: unknown, now: Date): Writer {
  const key = c.req.header('Idempotency-Key')
  const actor = actorOf(c).id
  if (key === undefined) return { actor, once: undefined }
  // Not of If-Match: who did not hear the answer may send the old one or the new one.
  const request = createHash('sha256')
    .update(canonicalJson([c.req.method, c.req.path, asked]))
    .digest('hex')
  return { actor, once: { actor, key, request, now } }
}

const STATUS: Record<Refused, Refusal['status']> = { bad: 400, absent: 404, taken: 409, stale: 412, busy: 503 }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof AssetRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, error.at, headers)
}
