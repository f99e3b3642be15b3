import type { Context } from 'hono'
import { isCrewInScope, isStale } from '../contract/crew.ts'
import { may } from '../contract/permission.ts'
import { actorOf, type Gate, guestOrActor } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { checkRange } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import type { CrewPlaces } from './crew-places.ts'
import { type CrewRefusal, CrewRefused } from './crew-refused.ts'
import { allCrews, crewById, crewLoads, type SeenCrew } from './crew-store.ts'
import { type CrewCard, declareCrewRoutes } from './declare-crew-routes.ts'
import { trackOf } from './position-store.ts'
import { PositionIntake } from './take-positions.ts'
import { addCrew, type CrewNeeds, changeCrew, setDuty } from './write-crew.ts'

export interface CrewRouteNeeds extends CrewNeeds {
  gate: Gate
  publicUrl: string | undefined
  places: CrewPlaces
}

/** 班组: who they are, what they have in hand, where they are. */
export function crewRoutes(needs: CrewRouteNeeds) {
  const { area, store, places, now } = needs
  const { list, one, add, change, duty, tell, track } = declareCrewRoutes(needs)
  const intake = new PositionIntake(needs)

  const cardOf = (c: Context, { crew }: SeenCrew, openCases: number): CrewCard => {
    const actor = guestOrActor(c)
    const known = actor && may(actor, 'read', 'position') && crew.onDuty ? places.of(crew.id) : undefined
    return {
      ...crew,
      openCases,
      position: known ?? null,
      stale: known !== undefined && isStale(known, now().getTime()),
    }
  }
  const answer = async (c: Context, seen: SeenCrew): Promise<CrewCard> => {
    c.header('ETag', etagOfSeq(seen.seq))
    return cardOf(c, seen, (await crewLoads(store.db, area)).get(seen.crew.id) ?? 0)
  }
  /** Refuses a crew that is not the actor's as one that is not there (X15). */
  const mine = async (c: Context, id: string): Promise<SeenCrew> => {
    const seen = await crewById(store.db, area, id)
    const scope = guestOrActor(c)?.scope
    if (!seen || (scope && !isCrewInScope(scope, seen.crew))) throw notHere('crew', id)
    return seen
  }
  const writerOf = (c: Context, asked: unknown) => {
    const actor = actorOf(c).id
    return { actor, once: onceOf(c, actor, asked, now()) }
  }

  return newRoutes()
    .openapi(list, async (c) => {
      const withEnded = c.req.valid('query').ended === 'true'
      const scope = guestOrActor(c)?.scope
      const [crews, loads] = [await allCrews(store.db, area), await crewLoads(store.db, area)]
      const shown = crews
        .filter(({ crew }) => (withEnded || crew.endedAt === null) && (!scope || isCrewInScope(scope, crew)))
        .sort((a, b) => Number(b.crew.onDuty) - Number(a.crew.onDuty) || (a.crew.name < b.crew.name ? -1 : 1))
      return c.json({ crews: shown.map((seen) => cardOf(c, seen, loads.get(seen.crew.id) ?? 0)) }, 200)
    })
    .openapi(one, async (c) => c.json(await answer(c, await mine(c, c.req.valid('param').id)), 200))
    .openapi(add, async (c) => {
      const given = c.req.valid('json')
      const seen = await addCrew(given, writerOf(c, given), needs).catch(refuse)
      return c.json(await answer(c, seen), 201)
    })
    .openapi(change, async (c) => {
      const [{ id }, patch] = [c.req.valid('param'), c.req.valid('json')]
      await mine(c, id)
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      return c.json(
        await answer(c, await changeCrew({ id, seen, patch }, writerOf(c, patch), needs).catch(refuse)),
        200,
      )
    })
    .openapi(duty, async (c) => {
      const [{ id }, asked] = [c.req.valid('param'), c.req.valid('json')]
      await mine(c, id)
      const actor = actorOf(c)
      if (!may(actor, 'write', 'crew') && actor.scope.crewId !== id)
        throw new Refusal(403, 'not-allowed', 'Its own people or a supervisor put a crew on duty.')
      return c.json(await answer(c, await setDuty({ id, ...asked }, writerOf(c, asked), needs).catch(refuse)), 200)
    })
    .openapi(tell, async (c) => {
      const { id } = c.req.valid('param')
      await mine(c, id)
      if (actorOf(c).scope.crewId !== id) throw new Refusal(403, 'not-allowed', 'A crew tells only where it is itself.')
      await intake.take(id, c.req.valid('json').positions).catch(refuse)
      return c.body(null, 204)
    })
    .openapi(track, async (c) => {
      const { id } = c.req.valid('param')
      await mine(c, id)
      const { from, to, limit } = c.req.valid('query')
      checkRange(from, to)
      const span = { crewId: id, from: Date.parse(from), to: Date.parse(to), limit }
      return c.json({ positions: await trackOf(store.db, area, span) }, 200)
    })
}

const STATUS: Record<CrewRefusal, Refusal['status']> = { absent: 404, stale: 412, conflict: 409, bad: 400 }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof CrewRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, undefined, headers)
}
