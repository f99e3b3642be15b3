import { createRoute, z } from '@hono/zod-openapi'
import { bytes, json, refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { starting } from '../http/refusals.ts'
import type { Metrics } from './metrics.ts'
import type { Readiness } from './readiness.ts'
import type { Version } from './version.ts'

export interface HealthNeeds {
  readiness: Readiness
  metrics: Metrics
  version: Version
}

const tags = ['Health']
const query = z.strictObject({})
const Well = z.object({ status: z.literal('ok') })

const alive = createRoute({
  method: 'get',
  path: '/healthz',
  tags,
  summary: 'The process answers',
  request: { query },
  responses: { 200: json('It does', Well), ...refusals(400) },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  tags,
  summary: 'The city is in memory and requests are welcome',
  request: { query },
  responses: { 200: json('It is', Well), ...refusals(400, 503) },
})

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  tags,
  summary: 'Figures for Prometheus',
  request: { query },
  responses: { 200: bytes('Text exposition format', 'text/plain'), ...refusals(400) },
})

const versionRoute = createRoute({
  method: 'get',
  path: '/version',
  tags,
  summary: 'What is running',
  request: { query },
  responses: {
    200: json('Version', z.object({ name: z.string(), version: z.string(), node: z.string(), startedAt: z.string() })),
    ...refusals(400),
  },
})

export const healthRoutes = ({ readiness, metrics, version }: HealthNeeds) =>
  newRoutes()
    .openapi(alive, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, (c) => {
      if (readiness.state !== 'ready') throw starting()
      return c.json({ status: 'ok' as const }, 200)
    })
    .openapi(metricsRoute, async (c) =>
      c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
    )
    .openapi(versionRoute, (c) => c.json(version, 200))
