import { createRoute, z } from '@hono/zod-openapi'
import { CodeKind, type CodeRegistry, TypeCode, typeOf } from '../contract/code-registry.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { notHere } from '../http/refusals.ts'

export interface CodeNeeds {
  gate: Gate
  codes: CodeRegistry
}

const one = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{kind}/{code}',
    tags: ['Codes'],
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'What a type code of GB/T 47678.5 or of the local extension names',
    request: {
      params: z.object({
        kind: CodeKind,
        code: z.string().regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' }),
      }),
      query: z.strictObject({}),
    },
    responses: { 200: json('The code', named('TypeCode', TypeCode)), ...refusals(400, 401, 403, 404) },
  })

const list = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/',
    tags: ['Codes'],
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'Every type code of GB/T 47678.5 and of the local extension, to choose from',
    request: { query: z.strictObject({ kind: CodeKind.optional() }) },
    responses: {
      200: json('By kind and code', z.object({ codes: z.array(named('TypeCode', TypeCode)) })),
      ...refusals(400, 401, 403),
    },
  })

export const codeRoutes = ({ gate, codes }: CodeNeeds) =>
  newRoutes()
    .openapi(list(gate), (c) => {
      const { kind } = c.req.valid('query')
      const all = [...codes.types.values()].filter((type) => kind === undefined || type.kind === kind)
      return c.json({ codes: all }, 200)
    })
    .openapi(one(gate), (c) => {
      const { kind, code } = c.req.valid('param')
      const found = typeOf(codes, kind, code)
      if (!found) throw notHere('code', `${kind} ${code}`)
      return c.json(found, 200)
    })
