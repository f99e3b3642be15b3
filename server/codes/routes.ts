import { createRoute, z } from '@hono/zod-openapi'
import { CodeKind, type CodeRegistry, TypeCode, typeOf } from '../contract/code-registry.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { notHere } from '../http/refusals.ts'

export interface CodeNeeds {
  codes: CodeRegistry
}

const one = createRoute({
  method: 'get',
  path: '/{kind}/{code}',
  tags: ['Codes'],
  summary: 'What a type code of GB/T 47678.5 or of the local extension names',
  request: {
    params: z.object({
      kind: CodeKind,
      code: z.string().regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' }),
    }),
    query: z.strictObject({}),
  },
  responses: { 200: json('The code', named('TypeCode', TypeCode)), ...refusals(400, 404) },
})

export const codeRoutes = ({ codes }: CodeNeeds) =>
  newRoutes().openapi(one, (c) => {
    const { kind, code } = c.req.valid('param')
    const found = typeOf(codes, kind, code)
    if (!found) throw notHere('code', `${kind} ${code}`)
    return c.json(found, 200)
  })
