import { OpenAPIHono } from '@hono/zod-openapi'
import { badParameter, Refusal, short, unknownParameter } from './refusals.ts'

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** The first thing wrong with a request, as a refusal that names the parameter. `whole`: the name of what has the parameters. */
export function refusalOf(issues: readonly Issue[], whole = 'query'): Refusal {
  const issue = issues[0]
  if (!issue) return new Refusal(400, 'bad-request', 'The request cannot be understood.')
  if (issue.code === 'unrecognized_keys') return unknownParameter(issue.keys?.[0] ?? '')
  const parameter = short(String(issue.path[0] ?? whole)).replace(/\.[a-z]+$/, '')
  if (whole === 'query' && issue.message.endsWith('received array')) {
    return badParameter(parameter, `"${parameter}" is given more than once.`, 'repeated-parameter')
  }
  if (issue.message.endsWith('received undefined')) {
    return badParameter(parameter, `"${parameter}" is missing.`, 'missing-parameter')
  }
  return badParameter(parameter, `"${parameter}": ${issue.message}`)
}

/** An empty set of routes, whose bad input is refused in one way. */
export const newRoutes = (): OpenAPIHono =>
  new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw refusalOf(result.error.issues, result.target === 'json' ? 'body' : 'query')
    },
  })
