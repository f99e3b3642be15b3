import { createRoute, z } from '@hono/zod-openapi'
import type { CityMemory } from '../city/city.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { Entity } from '../contract/log.ts'
import { AssetTrust } from '../contract/trust.ts'
import { actorOf, allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { etagOfSeq } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { AtParameter, countParameter } from '../http/parameters.ts'
import { badParameter, notHere } from '../http/refusals.ts'
import { refuseFuture } from '../http/refuse-future.ts'
import { historyOf, seqAt } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'
import { assetAt } from './asset-at.ts'
import { AssetCard, cardOf } from './asset-card.ts'
import { seenAsset } from './asset-store.ts'
import { assetTrust } from './asset-trust.ts'

export interface AssetNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  memory: CityMemory
  codes: CodeRegistry
  now: () => Date
}

const tags = ['Assets']
const params = z.object({ id: IdParameter })

const HistoryRow = z
  .object({
    city: z.string(),
    seq: z.number().int(),
    at: z.string(),
    actor: z.string(),
    kind: z.string(),
    entity: Entity,
    entityId: z.string(),
    after: z.unknown(),
    reason: z.string().nullable(),
    hash: z.string(),
  })
  .openapi('LogRow')

const one = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{id}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'One thing',
    request: { params, query: z.strictObject({ at: AtParameter.optional() }) },
    responses: {
      200: {
        ...json('The thing; its ETag is what a change of it sends as If-Match', AssetCard),
        headers: z.object({ ETag: z.string() }),
      },
      ...refusals(400, 401, 403, 404, 503),
    },
  })

const history = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{id}/history',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'What happened to a thing, newest first; also of one that is gone',
    request: {
      params,
      query: z.strictObject({
        limit: countParameter(1_000, 100),
        at: AtParameter.optional().openapi({ description: 'What had happened by this instant' }),
        before: z.string().optional().openapi({ description: '`next` of the page before' }),
      }),
    },
    responses: {
      200: json('Rows of the log', z.object({ rows: z.array(HistoryRow), next: z.string().nullable() })),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

const trust = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{id}/trust',
    tags,
    middleware: [allow(gate, 'read', 'asset')] as const,
    summary: 'What its data are worth: age, source, class of position, who saw it last',
    description: 'A contractor’s own people are not told names of others.',
    request: { params, query: z.strictObject({}) },
    responses: { 200: json('The four facts', named('AssetTrust', AssetTrust)), ...refusals(400, 401, 403, 404, 503) },
  })

export const assetRoutes = ({ gate, area, store, memory, codes, now }: AssetNeeds) =>
  newRoutes()
    .openapi(one(gate), async (c) => {
      const { id } = c.req.valid('param')
      const { at } = c.req.valid('query')
      if (at !== undefined) {
        refuseFuture(at, now())
        const asset = await assetAt(store.db, area, id, at)
        if (!asset) throw notHere('asset', id)
        return c.json(cardOf(asset, memory.layer(asset.layer)?.definition, codes), 200)
      }
      // From the store and not from memory: the state and its ETag must be of one reading, or a change of another could be written over.
      const seen = await seenAsset(store.db, area, id)
      const layer = seen && memory.layer(seen.asset.layer)
      if (!layer) throw notHere('asset', id)
      return c.json(cardOf(seen.asset, layer.definition, codes), 200, { ETag: etagOfSeq(seen.seq) })
    })
    .openapi(trust(gate), async (c) => {
      const { id } = c.req.valid('param')
      const { contractor, crewId } = actorOf(c).scope
      const seen = await seenAsset(store.db, area, id)
      if (!seen || !memory.layer(seen.asset.layer)) throw notHere('asset', id)
      const withNames = contractor === null && crewId === null
      return c.json(await assetTrust(seen.asset, { db: store.db, city: area, now: now(), withNames }), 200)
    })
    .openapi(history(gate), async (c) => {
      const { id } = c.req.valid('param')
      const { limit, before, at } = c.req.valid('query')
      if (at !== undefined) refuseFuture(at, now())
      const end = at === undefined ? Number.POSITIVE_INFINITY : (await seqAt(store.db, area, at)) + 1
      const last = Math.min(readBefore(before) ?? Number.POSITIVE_INFINITY, end)
      const rows = await historyOf(store.db, {
        ...{ city: area, entity: 'asset', entityId: id },
        ...{ before: Number.isFinite(last) ? last : undefined, limit: limit + 1 },
      })
      if (rows.length === 0 && before === undefined) throw notHere('asset', id)
      const page = rows.slice(0, limit)
      return c.json({ rows: page, next: rows.length > limit ? String(page.at(-1)?.seq) : null }, 200)
    })

function readBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw badParameter('before', '"before": give `next` of the page before')
}
