import type { Scene, WallRemote } from '../contract/wall.ts'
import { listScreens } from '../screens/screen-store.ts'
import type { Db } from '../store/schema.ts'
import { healthOf } from './health-of.ts'
import { keptReports } from './report-store.ts'
import { callsOfScreens, isHeld, ownScenes } from './scene-store.ts'

/** A bureau has a handful of walls. */
const MOST = 500

/** The walls that are let in, with what each was made to show and how it is. */
export async function listRemote(
  db: Db,
  { area, shipped, now }: { area: string; shipped: readonly Scene[]; now: () => Date },
): Promise<WallRemote> {
  const [{ screens }, { set }] = [
    await listScreens(db, area, { after: undefined, limit: MOST }),
    await ownScenes(db, area),
  ]
  const told = new Map((await keptReports(db, area)).map((kept) => [kept.screenId, kept]))
  const calls = await callsOfScreens(db, area)
  const nowMs = now().getTime()
  return {
    at: now().toISOString(),
    scenes: [...(set?.scenes ?? shipped)],
    screens: screens
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, name }) => {
        const [kept, call] = [told.get(id), calls.get(id)]
        return {
          id,
          name,
          health: kept ? healthOf(kept, nowMs) : null,
          remote: call && isHeld(call, nowMs) ? call : null,
        }
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  }
}
