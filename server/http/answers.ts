import { z } from '@hono/zod-openapi'
import { Problem } from '../contract/problem.ts'
import { named } from './named-schema.ts'

const ProblemAnswer = named('Problem', Problem)

const WORDS: Record<number, string> = {
  400: 'A parameter cannot be understood; `code` and `parameter` name it.',
  404: 'There is no such thing.',
  503: 'The city is still being read from the store.',
}

/** The refusals of a route, for the OpenAPI document. */
export const refusals = <S extends 400 | 404 | 503>(...statuses: S[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: WORDS[status] ?? '', content: { 'application/problem+json': { schema: ProblemAnswer } } },
    ]),
  ) as Record<S, { description: string; content: { 'application/problem+json': { schema: typeof ProblemAnswer } } }>

export const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
})

/** An answer whose shape a schema does not tell: bytes, or a text in another format. */
export const bytes = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: z.string() }])),
})
