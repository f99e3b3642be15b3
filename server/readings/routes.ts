import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '../cases/action-routes.ts'
import { AlarmState, NewReadings, Quantity, ReadingSeries, ReadingsTaken } from '../contract/reading.ts'
import type { Actor } from '../contract/role.ts'
import { allow, allowOr, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { instantParameter } from '../http/parameters.ts'
import { writeKeyCheck } from '../http/write-key-check.ts'
import type { Store } from '../store/store.ts'
import { alarmOf, keptAlarms, readingsOf } from './reading-store.ts'
import { limitOf, type ReadingNeeds, takeReadings } from './take-readings.ts'

export interface ReadingGate extends ReadingNeeds {
  gate: Gate
  store: Pick<Store, 'db'>
  now: () => Date
  writeKey: string | undefined
  publicUrl: string | undefined
}

const tags = ['Readings']
const query = z.strictObject({})
const MACHINE: Actor = {
  ...{ id: 'system:write-key', name: 'WRITE_KEY', roles: [] },
  scope: { areas: ['000000'], contractor: null, crewId: null },
}
const DAYS_90_MS = 90 * 86_400_000

const declare = ({ gate, writeKey, publicUrl }: Pick<ReadingGate, 'gate' | 'writeKey' | 'publicUrl'>) => ({
  take: createRoute({
    ...{ method: 'post', path: '/', tags, summary: 'What a gateway measured; a value above its limit becomes a case' },
    middleware: [
      ownOriginOnly({ publicUrl }),
      allowOr(gate, { deed: 'write', subject: 'reading' }, { machine: MACHINE, checkKey: writeKeyCheck(writeKey) }),
    ] as const,
    security: [{ writeKey: [] as string[] }],
    request: {
      query,
      body: { required: true, content: { 'application/json': { schema: named('NewReadings', NewReadings) } } },
    },
    responses: {
      200: json('What became of them', named('ReadingsTaken', ReadingsTaken)),
      ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
    },
  }),
  alarms: createRoute({
    ...{ method: 'get', path: '/alarms', tags, summary: 'Every sensor that has a limit, and how it stands to it' },
    middleware: [allow(gate, 'read', 'reading')] as const,
    request: { query },
    responses: {
      200: json('By thing', z.object({ alarms: z.array(named('AlarmState', AlarmState)) })),
      ...refusals(400, 401, 403, 503),
    },
  }),
  series: createRoute({
    ...{ method: 'get', path: '/', tags, summary: 'What was measured at a thing, sensor by sensor' },
    middleware: [allow(gate, 'read', 'reading')] as const,
    request: {
      query: z.strictObject({
        ...{ thing: IdParameter, quantity: Quantity },
        from: instantParameter('At or after; 90 days back when absent').optional(),
      }),
    },
    responses: {
      200: json('In the order of time', z.object({ series: z.array(named('ReadingSeries', ReadingSeries)) })),
      ...refusals(400, 401, 403, 503),
    },
  }),
})

/** What gateways measure, and the alarms of it. */
export function readingRoutes(needs: ReadingGate) {
  const { take, alarms, series } = declare(needs)
  const { area, store, memory, now } = needs
  return newRoutes()
    .openapi(take, async (c) => c.json(await takeReadings(c.req.valid('json').readings, needs).catch(refuse), 200))
    .openapi(alarms, async (c) => c.json({ alarms: (await keptAlarms(store.db, area)).map(alarmOf) }, 200))
    .openapi(series, async (c) => {
      const { thing, quantity, from } = c.req.valid('query')
      const sinceMs = from === undefined ? now().getTime() - DAYS_90_MS : Date.parse(from)
      const measured = await readingsOf(store.db, area, { things: [thing], quantity, sinceMs })
      const rule = needs.alarms.rules.find((one) => one.quantity === quantity)
      const asset = memory.layers().flatMap(({ id }) => memory.layer(id)?.get(thing) ?? [])[0]
      const limit = rule && asset ? limitOf(rule, asset) : null
      const channels = [...new Set(measured.map(({ channel }) => channel))].sort()
      const pointsOf = (channel: string) =>
        measured
          .filter((one) => one.channel === channel)
          .map(({ atMs, value }) => ({ at: new Date(atMs).toISOString(), value }))
      const told = channels.map((channel) => ({ thingId: thing, quantity, channel, limit, points: pointsOf(channel) }))
      return c.json({ series: told }, 200)
    })
}
