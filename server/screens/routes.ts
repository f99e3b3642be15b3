import { createRoute, z } from '@hono/zod-openapi'
import { FaultReport, type ScreenFault } from '../contract/screen.ts'
import { refusals } from '../http/answers.ts'
import { limitRate } from '../http/limit-rate.ts'
import { limitBodyTo } from '../http/limits.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

export interface ScreenNeeds {
  metrics: { countFault(fault: ScreenFault): void }
  publicUrl: string | undefined
  now: () => Date
}

const REPORT_BYTES = 1024
/** All walls of a bureau may lose their maps at once; who goes on beyond that is no screen. */
const REPORTS = { burst: 60, perSecond: 1 }

const faults = ({ publicUrl, now }: ScreenNeeds) =>
  createRoute({
    method: 'post',
    path: '/faults',
    tags: ['Screens'],
    summary: 'A screen tells what went wrong on it; counted in /metrics, kept nowhere',
    middleware: [ownOriginOnly({ publicUrl }), limitRate({ ...REPORTS, now }), limitBodyTo(REPORT_BYTES)] as const,
    request: {
      query: z.strictObject({}),
      body: { required: true, content: { 'application/json': { schema: named('FaultReport', FaultReport) } } },
    },
    responses: { 204: { description: 'It is counted' }, ...refusals(400, 403, 413, 415, 429, 503) },
  })

export const screenRoutes = (needs: ScreenNeeds) =>
  newRoutes().openapi(faults(needs), (c) => {
    needs.metrics.countFault(c.req.valid('json').fault)
    return c.body(null, 204)
  })
