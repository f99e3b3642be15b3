import { z } from '@hono/zod-openapi'
import { Problem } from '../contract/problem.ts'
import { named } from './named-schema.ts'

const ProblemAnswer = named('Problem', Problem)

const WORDS: Record<number, string> = {
  400: 'A parameter cannot be understood; `code` and `parameter` name it.',
  401: 'The key is missing or wrong; WWW-Authenticate says how to give it.',
  403: 'A page of another origin asks, or this server takes no writes.',
  404: 'There is no such thing.',
  409: 'Something stands in the way; `code` names it.',
  412: 'It is no longer as If-Match says; ETag is what it is now.',
  413: 'The body is too large.',
  415: 'The body is not JSON by its Content-Type.',
  422: 'The Idempotency-Key stands for another request.',
  428: 'If-Match is missing.',
  429: 'Too many came at once; Retry-After says how many seconds to wait.',
  503: 'The city is still being read from the store, or is behind what is asked for; Retry-After says when to try again.',
}

/** The refusals of a route, for the OpenAPI document. */
export const refusals = <S extends 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503>(
  ...statuses: S[]
) =>
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
