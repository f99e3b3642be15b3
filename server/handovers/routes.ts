import type { Context } from 'hono'
import { covers, type Handover } from '../contract/handover.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { readCursor } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { type Cursor, decodeCursor, encodeCursor } from '../store/cursor.ts'
import { declareHandoverRoutes } from './declare-handover-routes.ts'
import { HandoverRefused } from './handover-refused.ts'
import { handoverById, handoversBehind, type SeenHandover } from './handover-store.ts'
import { changeHandover, type HandoverNeeds, openHandover, signHandover } from './write-handover.ts'

/** 交接班: what one shift leaves to the next. */
export function handoverRoutes(needs: HandoverNeeds & { gate: Gate; publicUrl: string | undefined }) {
  const { area, store, now } = needs
  const { list, one, open, change, sign } = declareHandoverRoutes(needs)
  const answer = (c: Context, { handover, seq }: SeenHandover): Handover => {
    c.header('ETag', etagOfSeq(seq))
    return handover
  }
  const writerOf = (c: Context, asked: unknown) => {
    const actor = actorOf(c)
    return { actor, once: onceOf(c, actor.id, asked, now()) }
  }

  return newRoutes()
    .openapi(list, async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const { scope } = actorOf(c)
      const shown: Handover[] = []
      let after = readCursor(cursor, decodeCursor)
      for (let more = true; more && shown.length <= limit; ) {
        const page = await handoversBehind(store.db, area, after, PAGE)
        const mine = page.map(({ handover }) => handover).filter((of) => covers(scope, of.scope))
        shown.push(...mine)
        more = page.length === PAGE
        after = cursorOf(page.at(-1)?.handover)
      }
      const last = shown.length > limit ? cursorOf(shown[limit - 1]) : undefined
      return c.json({ handovers: shown.slice(0, limit), next: last ? encodeCursor(last) : null }, 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const seen = await handoverById(store.db, area, id)
      if (!seen || !covers(actorOf(c).scope, seen.handover.scope)) throw notHere('handover', id)
      return c.json(answer(c, seen), 200)
    })
    .openapi(open, async (c) => {
      const given = c.req.valid('json')
      return c.json(answer(c, await openHandover(given, writerOf(c, given), needs).catch(refuse)), 201)
    })
    .openapi(change, async (c) => {
      const [{ id }, patch] = [c.req.valid('param'), c.req.valid('json')]
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const changed = await changeHandover({ id, seen, patch }, writerOf(c, patch), needs).catch(refuse)
      return c.json(answer(c, changed), 200)
    })
    .openapi(sign, async (c) => {
      const [{ id }, asked] = [c.req.valid('param'), c.req.valid('json')]
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const signed = await signHandover({ id, seen, ...asked }, writerOf(c, asked), needs).catch(refuse)
      return c.json(answer(c, signed), 200)
    })
}

const PAGE = 100

const cursorOf = (of: Handover | undefined): Cursor | undefined => of && { ms: Date.parse(of.openedAt), id: of.id }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof HandoverRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(error.status, error.code, error.message, undefined, headers, error.last)
}
