import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import type { Problem } from '../contract/problem.ts'
import { Refusal } from './refusals.ts'

const PROBLEM_MIME = 'application/problem+json; charset=utf-8'

interface Fault {
  status: ContentfulStatusCode
  code: string
  detail: string
  parameter?: string
  last?: Problem['last']
}

/** Codes for what the framework itself refuses. */
const CODE_OF: Record<number, string> = { 400: 'bad-request', 413: 'too-large', 415: 'bad-type', 504: 'timed-out' }

/** What may be told of an error: a refusal speaks for itself, everything else is only an id that is in the log. */
export function faultOf(error: Error, id: string): Fault {
  if (error instanceof Refusal) {
    return {
      status: error.status,
      code: error.code,
      detail: error.message,
      parameter: error.parameter,
      last: error.last,
    }
  }
  if (error instanceof HTTPException && CODE_OF[error.status]) {
    return {
      status: error.status,
      code: CODE_OF[error.status] ?? 'refused',
      detail: error.message || 'The request is refused.',
    }
  }
  return { status: 500, code: 'fault', detail: `Something broke here. The server's log tells more under ${id}.` }
}

export const problemOf = ({ status, code, detail, parameter, last }: Fault, id: string): Problem => ({
  type: `/docs#problem-${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
  ...(parameter === undefined ? {} : { parameter }),
  ...(last === undefined ? {} : { last }),
  id,
})

/** The one place where an error becomes an answer. */
export const answerError =
  (log: Logger) =>
  (error: Error, c: Context): Response => {
    const id = randomUUID()
    const fault = faultOf(error, id)
    if (fault.status >= 500 && !(error instanceof Refusal)) log.error({ err: error, id, path: c.req.path }, 'fault')
    if (fault.status === 503) c.header('Retry-After', '2')
    c.header('Cache-Control', 'no-store')
    if (error instanceof Refusal) for (const [name, value] of Object.entries(error.headers)) c.header(name, value)
    return c.body(JSON.stringify(problemOf(fault, id)), fault.status, { 'Content-Type': PROBLEM_MIME })
  }
