import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { LandfillCompared, LandfillOutlook, LandfillWhatIf, SurveyPair, SurveyVolume } from '../contract/landfill.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { limitBodyTo } from '../http/limits.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { badParameter, notHere, Refusal } from '../http/refusals.ts'
import { surveyVolume } from '../insight/landfill/survey-volume.ts'
import { compareLandfill, UnknownInput } from '../insight/landfill/what-if.ts'
import { type Gathered, gatherLandfill, type LandfillNeeds, landfillOutlook } from './gather-outlook.ts'

const tags = ['Landfills']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const bad = refusals(400, 401, 403, 404, 409, 413, 415, 503)

/** Two grids of 400 × 400 heights to the millimetre are 2.9 MB. */
const VOLUME_BYTES = 4 * 2 ** 20

function declare({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'upkeep')]
  const toTry: [MiddlewareHandler, MiddlewareHandler] = [ownOriginOnly({ publicUrl }), allow(gate, 'read', 'upkeep')]
  const toMeasure: [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] = [...toTry, limitBodyTo(VOLUME_BYTES)]
  return {
    list: createRoute({
      ...{
        method: 'get',
        path: '/',
        tags,
        middleware: toRead,
        summary: 'Every landfill that was surveyed, and when it is full',
      },
      request: { query },
      responses: {
        200: json('By name', z.object({ landfills: z.array(named('LandfillOutlook', LandfillOutlook)) })),
        ...bad,
      },
    }),
    volume: createRoute({
      ...{ method: 'post', path: '/volume', tags, middleware: toMeasure },
      summary: 'What was filled and cut between two surveys of one grid; nothing is kept',
      request: { query, body: body(named('SurveyPair', SurveyPair)) },
      responses: { 200: json('m³', named('SurveyVolume', SurveyVolume)), ...bad },
    }),
    whatIf: createRoute({
      ...{ method: 'post', path: '/{id}/what-if', tags, middleware: toTry },
      summary: 'When it is full if less comes in, or is packed or covered otherwise; nothing is changed',
      request: { params, query, body: body(named('LandfillWhatIf', LandfillWhatIf)) },
      responses: { 200: json('As it goes on, and as it would', named('LandfillCompared', LandfillCompared)), ...bad },
    }),
  }
}

/** The landfill: how full it is, when it will be, and what would change that. */
export function landfillRoutes(needs: LandfillNeeds & { gate: Gate; publicUrl: string | undefined }) {
  const { list, volume, whatIf } = declare(needs)
  const gathered = async (id: string): Promise<Gathered> => {
    const landfill = needs.memory.layer('landfills')?.get(id)
    if (!landfill) throw notHere('landfill', id)
    const found = await gatherLandfill(landfill, needs)
    if (!found) throw new Refusal(409, 'no-survey', 'It was never surveyed, or its capacity is not known.')
    return found
  }

  return newRoutes()
    .openapi(list, async (c) => {
      const landfills = [...(needs.memory.layer('landfills')?.all() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))
      const known = await Promise.all(landfills.map((landfill) => gatherLandfill(landfill, needs)))
      const outlooks = known.flatMap((one) => (one ? [landfillOutlook(one, needs)] : []))
      return c.json({ landfills: await Promise.all(outlooks) }, 200)
    })
    .openapi(volume, (c) => {
      const pair = c.req.valid('json')
      try {
        return c.json(surveyVolume(pair), 200)
      } catch (error) {
        if (error instanceof RangeError) throw badParameter('after', error.message)
        throw error
      }
    })
    .openapi(whatIf, async (c) => {
      const began = performance.now()
      const { state } = await gathered(c.req.valid('param').id)
      try {
        const compared = compareLandfill(state, c.req.valid('json'), needs.now().getTime())
        if (!compared)
          throw new Refusal(409, 'no-forecast', 'Too little is known to foretell anything: survey it again.')
        return c.json({ ...compared, tookMs: performance.now() - began }, 200)
      } catch (error) {
        if (error instanceof UnknownInput) throw new Refusal(409, 'unknown-input', error.message)
        throw error
      }
    })
}
