import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'

/** One request that was answered: the route is the pattern, so that its kinds are few. */
export interface AnsweredRequest {
  method: string
  route: string
  status: number
  seconds: number
}

/** Tells the log and the metrics of every answer. Query strings stay out of the log: what a person searches for is theirs. */
export const watchRequests =
  (log: Logger, observe: (request: AnsweredRequest) => void): MiddlewareHandler =>
  async (c, next) => {
    const begun = performance.now()
    await next()
    const ms = performance.now() - begun
    const { status } = c.res
    const route = routePath(c) === '/*' ? 'other' : routePath(c)
    observe({ method: c.req.method, route, status, seconds: ms / 1000 })
    const level = status >= 500 ? 'warn' : c.req.path.startsWith('/api/') ? 'info' : 'debug'
    log[level]({ method: c.req.method, path: c.req.path, status, ms: Math.round(ms * 10) / 10 }, 'answered')
  }
