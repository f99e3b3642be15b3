import { createRoute, z } from '@hono/zod-openapi'
import { AskProgress, AskWord } from '../contract/ask.ts'
import { allowOwn, type Gate } from './acting.ts'
import { json, refusals } from './answers.ts'
import { type AskBook, askProgress } from './ask-book.ts'
import { named } from './named-schema.ts'
import { newRoutes } from './new-routes.ts'

const one = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/{word}', tags: ['Asks'], summary: 'How far an answer is that somebody waits for' },
    description:
      'A request that takes a while is sent with `Ask-Word`: 16 to 64 letters, digits or -, by chance. Its answer ends when whoever asked goes away.',
    middleware: [allowOwn(gate)] as const,
    request: { params: z.object({ word: AskWord }) },
    responses: {
      200: json(
        'Null when it is over, never came, or is answered by another node',
        z.object({ progress: named('AskProgress', AskProgress).nullable() }),
      ),
      ...refusals(400, 401, 403, 503),
    },
  })

/** What is being answered, and how far it is. */
export const askRoutes = ({ gate, asks }: { gate: Gate; asks: AskBook }) =>
  newRoutes().openapi(one(gate), (c) => c.json({ progress: askProgress(asks, c.req.valid('param').word) }, 200))
