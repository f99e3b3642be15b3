import { createRoute, z } from '@hono/zod-openapi'
import type { CityMemory } from '../city/city.ts'
import { Asset } from '../contract/asset.ts'
import { type CodeRegistry, typeOf } from '../contract/code-registry.ts'
import { type Layer, Text } from '../contract/layer.ts'
import { Entity } from '../contract/log.ts'
import { State } from '../contract/state.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { badParameter, notHere } from '../http/refusals.ts'
import { layersOf } from '../layers/layers-of.ts'
import { historyOf } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'

export interface AssetNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: CityMemory
  codes: CodeRegistry
}

const tags = ['Assets']
const params = z.object({ id: IdParameter })

/** A thing with the names of what it is. */
const AssetCard = Asset.extend({
  state: State,
  layerName: Text,
  statusName: Text,
  /** null where the code is in no table. */
  codeName: Text.nullable(),
}).openapi('AssetCard')

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

const one = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'One thing',
  request: { params, query: z.strictObject({}) },
  responses: { 200: json('The thing', AssetCard), ...refusals(400, 404, 503) },
})

const history = createRoute({
  method: 'get',
  path: '/{id}/history',
  tags,
  summary: 'What happened to a thing, newest first; also of one that is gone',
  request: {
    params,
    query: z.strictObject({
      limit: countParameter(1_000, 100),
      before: z.string().optional().openapi({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: json('Rows of the log', z.object({ rows: z.array(HistoryRow), next: z.string().nullable() })),
    ...refusals(400, 404, 503),
  },
})

export const assetRoutes = ({ area, store, memory, codes }: AssetNeeds) =>
  newRoutes()
    .openapi(one, (c) => {
      const { id } = c.req.valid('param')
      for (const layer of layersOf(memory)) {
        const asset = layer.get(id)
        if (asset) return c.json(cardOf(asset, layer.definition, codes), 200)
      }
      throw notHere('asset', id)
    })
    .openapi(history, async (c) => {
      const { id } = c.req.valid('param')
      const { limit, before } = c.req.valid('query')
      const rows = await historyOf(store.db, {
        ...{ city: area, entity: 'asset', entityId: id },
        ...{ before: readBefore(before), limit: limit + 1 },
      })
      if (rows.length === 0 && before === undefined) throw notHere('asset', id)
      const page = rows.slice(0, limit)
      return c.json({ rows: page, next: rows.length > limit ? String(page.at(-1)?.seq) : null }, 200)
    })

function cardOf(asset: Asset, layer: Layer, codes: CodeRegistry): z.infer<typeof AssetCard> {
  const status = layer.statuses.find(({ id }) => id === asset.status)
  return {
    ...asset,
    state: status?.state ?? 'unknown',
    layerName: layer.name,
    statusName: status?.name ?? { zh: asset.status, en: asset.status },
    codeName: typeOf(codes, 'component', asset.code)?.name ?? null,
  }
}

function readBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw badParameter('before', '"before": give `next` of the page before')
}
