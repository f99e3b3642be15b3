import { createRoute, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { CityMemory } from '../city/city.ts'
import { UNCLASSIFIED } from '../contract/case.ts'
import { CircuitFault } from '../contract/circuit-fault.ts'
import { CodeKind, type CodeRegistry, typeOf } from '../contract/code-registry.ts'
import { DuplicateSuggestion, Placement, RepeatSite } from '../contract/placement.ts'
import { ResponsibleUnit } from '../contract/responsibility.ts'
import type { Scope } from '../contract/role.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { instantParameter, LngLatParameter } from '../http/parameters.ts'
import { badParameter } from '../http/refusals.ts'
import type { Store } from '../store/store.ts'
import { listCircuitFaults } from './place/list-circuit-faults.ts'
import { listRepeats } from './place/list-repeats.ts'
import type { LoadedPlacement } from './place/load-placement.ts'
import { placeReport } from './place/place-report.ts'
import type { RepeatMemory } from './place/repeat-memory.ts'
import { snapAsset } from './place/snap-asset.ts'

export interface PlacementRouteNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: CityMemory
  codes: CodeRegistry
  placement: LoadedPlacement
  repeats: RepeatMemory
  gate: Gate
  now: () => Date
}

const tags = ['Placement']
const Code = z.string().regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' })
const classAt = { at: LngLatParameter, kind: CodeKind, code: Code }
const report = {
  at: LngLatParameter,
  kind: CodeKind.default(UNCLASSIFIED.kind),
  code: Code.default(UNCLASSIFIED.code),
  assetId: IdParameter.optional().openapi({ description: 'The thing that was chosen; else the nearest is looked for' }),
  thing: z.literal('none').optional().openapi({ description: 'It is about no thing: none is looked for' }),
  receivedAt: instantParameter('When it came; now when absent').optional(),
}
const until = instantParameter('As of then; now when absent').optional()
const failures = refusals(400, 401, 403, 503)

export const placementRoutes = (of: PlacementRouteNeeds) => {
  const { area: city, store, memory, codes, placement, repeats: repeated, gate, now } = of
  const middleware: [MiddlewareHandler] = [allow(gate, 'read', 'case')]
  const whole = createRoute({
    ...{ method: 'get', path: '/', tags, middleware, request: { query: z.strictObject(report) } },
    summary: 'Where a report belongs: grids, road, thing, owner, repeats, duplicates',
    responses: { 200: json('Its place', named('Placement', Placement)), ...failures },
  })
  const assets = createRoute({
    ...{ method: 'get', path: '/assets', tags, middleware, request: { query: z.strictObject(classAt) } },
    summary: 'The thing of a class under a tap, or those to choose from',
    responses: { 200: json('One, several or none', Placement.pick({ assetId: true, choices: true })), ...failures },
  })
  const duplicates = createRoute({
    ...{ method: 'get', path: '/duplicates', tags, middleware, request: { query: z.strictObject(report) } },
    summary: 'Earlier cases that a report may be about too, the likeliest first',
    responses: {
      200: json('Suggestions', z.object({ duplicates: z.array(named('DuplicateSuggestion', DuplicateSuggestion)) })),
      ...failures,
    },
  })
  const repeats = createRoute({
    ...{ method: 'get', path: '/repeats', tags, middleware },
    summary: 'Places at which the same came again within the days of the rule, the most frequent first',
    request: { query: z.strictObject({ code: Code.optional(), until }) },
    responses: {
      200: json(
        'Flagged from `flagged` cases on, 重点 from `key` on',
        z.object({
          ...{ days: z.number(), flagged: z.number(), key: z.number() },
          sites: z.array(named('RepeatSite', RepeatSite)),
        }),
      ),
      ...failures,
    },
  })
  const circuits = createRoute({
    ...{ method: 'get', path: '/circuits', tags, middleware, request: { query: z.strictObject({ until }) } },
    summary: 'Lamp circuits that are out by the reports of their lamps',
    responses: {
      200: json('Those with most lamps first', z.object({ circuits: z.array(named('CircuitFault', CircuitFault)) })),
      ...failures,
    },
  })

  const units = createRoute({
    ...{ method: 'get', path: '/units', tags, middleware, request: { query: z.strictObject({}) } },
    summary: 'Who can answer for a case: the units of the table of responsibility',
    responses: {
      200: json('None where the city has no table', z.object({ units: z.array(named('Unit', ResponsibleUnit)) })),
      ...failures,
    },
  })

  const needs = { ...placement, memory, city, db: store.db }
  const place = (c: Context, { at: location, thing, receivedAt = now().toISOString(), ...rest }: ReportQuery) => {
    checkCode(codes, rest)
    return placeReport({ location, receivedAt, ...rest, noThing: thing === 'none' }, { ...needs, ...seenBy(c) })
  }
  return newRoutes()
    .openapi(units, (c) => c.json({ units: [...(placement.responsibility?.units ?? [])] }, 200))
    .openapi(whole, async (c) => c.json(await place(c, c.req.valid('query')), 200))
    .openapi(assets, (c) => {
      const { at: location, ...of } = c.req.valid('query')
      checkCode(codes, of)
      return c.json(snapAsset({ location, code: of.code }, memory, placement.rules), 200)
    })
    .openapi(duplicates, async (c) => {
      const { duplicates: found } = await place(c, c.req.valid('query'))
      return c.json({ duplicates: found }, 200)
    })
    .openapi(repeats, async (c) => {
      const { code, until } = c.req.valid('query')
      const { scope } = seenBy(c)
      const sites =
        until === undefined
          ? await repeated.list(now().getTime(), code, scope)
          : await listRepeats({ at: until, code }, { ...needs, scope })
      return c.json({ ...placement.rules.repeats, sites }, 200)
    })
    .openapi(circuits, async (c) => {
      const { until: at = now().toISOString() } = c.req.valid('query')
      return c.json({ circuits: await listCircuitFaults(at, { ...needs, ...seenBy(c) }) }, 200)
    })
}

type ReportQuery = z.output<z.ZodObject<typeof report>>

/** A guest, where guests may read, sees the whole city; who has a post sees what is theirs. */
const seenBy = (c: Context): { scope: Scope | undefined } => ({ scope: guestOrActor(c)?.scope })

function checkCode(codes: CodeRegistry, { kind, code }: { kind: CodeKind; code: string }): void {
  if (!typeOf(codes, kind, code))
    throw badParameter('code', `"code": there is no ${kind} ${code}; GET /api/codes lists them`)
}
