import type { NewSceneCall, SceneCall, SceneSet, Scenes } from '../server/contract/wall.ts'
import { WallRemote } from '../server/contract/wall.ts'
import { json } from './api.ts'
import { type Seen, seen } from './api-admin.ts'
import { newKey, send } from './api-send.ts'

/** The round as it stands, with what a change of it must name. */
export const getScenes = (signal?: AbortSignal): Promise<Seen<Scenes>> => seen('/api/wall/scenes', signal)

export const putScenes = async (set: SceneSet, ifMatch: string): Promise<Scenes> =>
  (await send<Scenes>('PUT', '/api/wall/scenes', set, { ifMatch, key: newKey() })).body

/** Goes back to the round that came with the city. */
export const resetScenes = async (ifMatch: string): Promise<Scenes> =>
  (await send<Scenes>('DELETE', '/api/wall/scenes', undefined, { ifMatch, key: newKey() })).body

export const getRemote = async (signal?: AbortSignal): Promise<WallRemote> =>
  WallRemote.parse(await json('/api/wall/remote', signal))

/** Makes a wall show a scene, or lets it go. */
export const callScene = async (screenId: string, call: NewSceneCall): Promise<SceneCall | null> =>
  (
    await send<{ remote: SceneCall | null }>('POST', `/api/screens/${encodeURIComponent(screenId)}/scene`, call, {
      key: newKey(),
    })
  ).body.remote
