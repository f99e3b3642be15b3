import type { Context, Env, Hono, MiddlewareHandler } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { Refusal } from './refusals.ts'

/** A known address asked with another method: OPTIONS is told what there is, the rest is 405; both with Allow. */
export const answerOtherMethods = <E extends Env>(
  app: Hono<E>,
  answerError: (error: Error, c: Context) => Response,
): MiddlewareHandler<E> =>
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allow = [...new Set([...methods, 'OPTIONS'])].join(', ')
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allow })
      c.header('Allow', allow)
      return answerError(new Refusal(405, 'wrong-method', `This address takes ${allow}.`), c)
    },
  })
