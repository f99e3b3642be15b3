import { createRoute, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { NewPerson, Person, PersonPatch } from '../contract/person.ts'
import { actorOf, allow } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { etagOfSeq, IfMatchHeader, readIfMatch } from '../http/if-match.ts'
import { CursorParameter, IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { originOf } from '../http/origin-of.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter } from '../http/parameters.ts'
import { notHere } from '../http/refusals.ts'
import { addPerson, type Writer } from './add-person.ts'
import { changePerson } from './change-person.ts'
import { makeLink } from './make-link.ts'
import { listPeople, personById } from './person-store.ts'
import { refuse } from './refused-by-routes.ts'
import type { SessionNeeds } from './session-routes.ts'

const tags = ['People']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const PersonAnswer = named('Person', Person)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const etag = { headers: z.object({ ETag: z.string() }) }
const EnterLink = z.object({ url: z.string(), until: z.string() }).openapi('EnterLink')

function declareRoutes({ gate, publicUrl }: SessionNeeds) {
  const read: [MiddlewareHandler] = [allow(gate, 'read', 'person')]
  const write: [MiddlewareHandler, MiddlewareHandler] = [ownOriginOnly({ publicUrl }), allow(gate, 'write', 'person')]
  const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, summary: 'Everybody who may sign in, by login name', middleware: read },
      request: { query: z.strictObject({ limit: countParameter(500, 100), cursor: CursorParameter }) },
      responses: {
        200: json('A page', z.object({ people: z.array(PersonAnswer), next: z.string().nullable() })),
        ...bad,
      },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{id}', tags, summary: 'One person', middleware: read, request: { params, query } },
      responses: { 200: { ...json('The person', PersonAnswer), ...etag }, ...bad },
    }),
    add: createRoute({
      ...{ method: 'post', path: '/', tags, summary: 'Add a person', middleware: write },
      request: {
        headers: z.object({ 'idempotency-key': IdempotencyKeyHeader }),
        query,
        body: body(named('NewPerson', NewPerson)),
      },
      responses: { 201: { ...json('Give them a link next', PersonAnswer), ...etag }, ...bad },
    }),
    change: createRoute({
      ...{ method: 'patch', path: '/{id}', tags, summary: 'Change a person, or shut them out', middleware: write },
      request: {
        headers: z.object({ 'idempotency-key': IdempotencyKeyHeader, 'if-match': IfMatchHeader }),
        ...{ params, query, body: body(named('PersonPatch', PersonPatch)) },
      },
      responses: { 200: { ...json('As they are now', PersonAnswer), ...etag }, ...bad },
    }),
    invite: createRoute({
      ...{ method: 'post', path: '/{id}/links', tags, middleware: write },
      summary: 'Make a one-time link; who uses it begins anew, with a new password',
      request: { params, query, body: body(z.strictObject({})) },
      responses: { 201: json('Shown this once', EnterLink), ...bad },
    }),
  }
}

/** Who may sign in, and as what. */
export function peopleRoutes(needs: SessionNeeds) {
  const { gate, area, store, publicUrl, now } = needs
  const { list, one, add, change, invite } = declareRoutes(needs)
  const writerOf = (c: Context, asked: unknown): Writer => {
    const actor = actorOf(c).id
    return { actor, once: onceOf(c, actor, asked, now()) }
  }
  return newRoutes()
    .openapi(list, async (c) => {
      const { limit, cursor: after } = c.req.valid('query')
      return c.json(await listPeople(store.db, area, { after, limit }), 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const seen = await personById(store.db, area, id)
      if (!seen) throw notHere('person', id)
      return c.json(seen.person, 200, { ETag: etagOfSeq(seen.seq) })
    })
    .openapi(add, async (c) => {
      const given = c.req.valid('json')
      const { person, seq } = await addPerson(given, writerOf(c, given), needs).catch(refuse)
      return c.json(person, 201, { ETag: etagOfSeq(seq) })
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const patch = c.req.valid('json')
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const { person, seq } = await changePerson({ id, seen, patch }, writerOf(c, patch), needs).catch(refuse)
      gate.forget()
      return c.json(person, 200, { ETag: etagOfSeq(seq) })
    })
    .openapi(invite, async (c) => {
      const { token, until } = await makeLink(c.req.valid('param').id, actorOf(c).id, needs).catch(refuse)
      c.header('Cache-Control', 'no-store')
      return c.json({ url: `${originOf(c, publicUrl)}/enter/${token}`, until }, 201)
    })
}
