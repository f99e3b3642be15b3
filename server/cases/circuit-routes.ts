import { createRoute, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { CityMemory } from '../city/city.ts'
import { cardOf } from '../contract/case-card.ts'
import { CaseWords } from '../contract/case-input.ts'
import { CircuitJoin } from '../contract/circuit-fault.ts'
import { actorOf, allow } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import type { CaseWriter } from './act-on-case.ts'
import { refuse } from './action-routes.ts'
import type { CaseNeeds } from './case-needs.ts'
import type { CaseGate } from './declare-action-routes.ts'
import { CaseCardAnswer } from './declare-case-routes.ts'
import { type CircuitOutcome, joinCircuit } from './place/join-circuit.ts'
import type { LoadedPlacement } from './place/load-placement.ts'
import { splitCircuit } from './place/split-circuit.ts'

export interface CircuitNeeds extends CaseGate {
  memory: CityMemory
  placement: LoadedPlacement
  needs: CaseNeeds
}

const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const request = { headers: z.object({ 'idempotency-key': IdempotencyKeyHeader }), query: z.strictObject({}) }
const Joined = z.object({ circuit: CaseCardAnswer, lamps: z.array(CaseCardAnswer) })

/** One case for a dark circuit, and back. GET /api/placement/circuits finds them. */
export function circuitRoutes({ gate, publicUrl, memory, placement, needs }: CircuitNeeds) {
  const middleware: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allow(gate, 'write', 'case'),
  ]
  const route = { method: 'post' as const, tags: ['Cases'], middleware }
  const join = createRoute({
    ...{ ...route, path: '/', summary: 'Make one case of the cases of lamps on one circuit' },
    request: { ...request, body: body(named('CircuitJoin', CircuitJoin)) },
    responses: {
      201: json('The case of the circuit, and those of the lamps, which are its children', Joined),
      ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
    },
  })
  const split = createRoute({
    ...{ ...route, path: '/{id}/split', summary: 'Let the cases of the lamps go again; that of the circuit is void' },
    request: {
      ...{ ...request, params: z.object({ id: IdParameter }) },
      body: body(z.strictObject({ reason: CaseWords })),
    },
    responses: {
      200: json('As they stand now', Joined),
      ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
    },
  })

  const writerOf = (c: Context, asked: unknown): CaseWriter => {
    const actor = actorOf(c)
    return { actor, once: onceOf(c, actor.id, asked, needs.now()) }
  }
  const cards = (c: Context, { seq, circuit, lamps, again }: CircuitOutcome & { again: boolean }) => {
    c.header('Log-Seq', String(seq))
    if (again) c.header('Idempotency-Replayed', 'true')
    const [actor, now] = [actorOf(c), needs.now()]
    return { circuit: cardOf(circuit, actor, now), lamps: lamps.map((lamp) => cardOf(lamp, actor, now)) }
  }

  return newRoutes()
    .openapi(join, async (c) => {
      const asked = c.req.valid('json')
      const done = await joinCircuit(asked, writerOf(c, asked), { ...needs, memory, placement: placement.rules }).catch(
        refuse,
      )
      return c.json(cards(c, done), 201)
    })
    .openapi(split, async (c) => {
      const asked = { ...c.req.valid('json'), ...c.req.valid('param') }
      return c.json(cards(c, await splitCircuit(asked, writerOf(c, asked), needs).catch(refuse)), 200)
    })
}
