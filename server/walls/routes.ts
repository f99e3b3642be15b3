import type { Context } from 'hono'
import { may } from '../contract/permission.ts'
import type { SceneSet, Scenes } from '../contract/wall.ts'
import { actorOf, guestOrActor } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { CrewArrivals } from './crew-arrivals.ts'
import { declareCall, declareWallRoutes, type WallGate } from './declare-wall-routes.ts'
import type { KeptEvents } from './kept-events.ts'
import type { KeptFigures } from './kept-figures.ts'
import { listRemote } from './list-remote.ts'
import { callOfScreen, isHeld, ownScenes } from './scene-store.ts'
import { takeReport } from './take-report.ts'
import { type EmergencyNeeds, tellEmergency } from './tell-emergency.ts'
import { WallRefused } from './wall-refused.ts'
import { callScene, putScenes, type SceneNeeds } from './write-scenes.ts'

export interface WallRouteNeeds extends WallGate, SceneNeeds, Omit<EmergencyNeeds, 'arrivals' | 'store'> {
  figures: KeptFigures
  events: KeptEvents
}

/** What walls show, and how they are. */
export function wallRoutes(needs: WallRouteNeeds) {
  const { area, store, shipped, now, figures: kept, events: told } = needs
  const declared = declareWallRoutes(needs)
  const { figures, events, emergency, remote, scenes, putScenes: put, resetScenes: reset, report } = declared
  const arrivals = new CrewArrivals({ db: store.db, city: area })

  const round = async (c: Context): Promise<Scenes> => {
    const { set, seq: version } = await ownScenes(store.db, area)
    const screenId = screenOf(c)
    const call = screenId === undefined ? null : await callOfScreen(store.db, area, screenId)
    const remote = call && isHeld(call, now().getTime()) ? call : null
    c.header('ETag', etagOfSeq(version))
    return { scenes: [...(set?.scenes ?? shipped)], version, own: set !== null, remote }
  }
  const write = async (c: Context, set: SceneSet | null): Promise<Scenes> => {
    const [actor, seen] = [actorOf(c).id, readIfMatch(c.req.header('If-Match'))]
    await putScenes({ set, seen }, { actor, once: onceOf(c, actor, set, now()) }, needs).catch(refuse)
    return round(c)
  }

  return newRoutes()
    .openapi(figures, async (c) => {
      const actor = guestOrActor(c)
      const of = { scope: actor?.scope, mayEvaluate: actor !== undefined && may(actor, 'read', 'evaluation') }
      const { body, etag } = await kept.for(of, Number(c.req.header('wait-for-seq') ?? 0))
      c.header('ETag', etag)
      if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
      c.header('Content-Type', 'application/json')
      return c.body(body) as never
    })
    .openapi(emergency, async (c) => {
      const [{ id }, actor] = [c.req.valid('param'), guestOrActor(c)]
      const asker = { scope: actor?.scope, mayLocate: actor !== undefined && may(actor, 'read', 'position') }
      const told = await tellEmergency(id, asker, { ...needs, arrivals })
      if (!told) throw notHere('emergency', id)
      return c.json(told, 200)
    })
    .openapi(remote, async (c) => c.json(await listRemote(store.db, needs), 200))
    .openapi(events, (c) => c.json(told.for(guestOrActor(c)?.scope, Number(c.req.header('wait-for-seq') ?? 0)), 200))
    .openapi(scenes, async (c) => c.json(await round(c), 200))
    .openapi(put, async (c) => c.json(await write(c, c.req.valid('json')), 200))
    .openapi(reset, async (c) => c.json(await write(c, null), 200))
    .openapi(report, async (c) => {
      const screenId = screenOf(c)
      if (screenId === undefined) throw new Refusal(403, 'not-allowed', 'Only a wall tells how it is.')
      await takeReport(screenId, c.req.valid('json'), needs)
      return c.body(null, 204)
    })
}

/** The remote control, at the address of the screens. */
export const sceneCallRoutes = (needs: WallRouteNeeds) =>
  newRoutes().openapi(declareCall(needs), async (c) => {
    const [{ id }, asked, actor] = [c.req.valid('param'), c.req.valid('json'), actorOf(c).id]
    const writer = { actor, once: onceOf(c, actor, asked, needs.now()) }
    return c.json({ remote: await callScene({ screenId: id, ...asked }, writer, needs).catch(refuse) }, 200)
  })

/** Which wall asks; undefined for a person. */
function screenOf(c: Context): string | undefined {
  const [kind, id] = guestOrActor(c)?.id.split(':') ?? []
  return kind === 'screen' ? id : undefined
}

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof WallRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(error.status, error.code, error.message, undefined, headers)
}
