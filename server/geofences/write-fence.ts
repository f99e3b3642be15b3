import { randomUUID } from 'node:crypto'
import type { Geofence, GeofencePatch, NewGeofence } from '../contract/geofence.ts'
import { allCrews } from '../crews/crew-store.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Store, Tx } from '../store/store.ts'
import { crossingOf } from './cross-fences.ts'
import { FenceRefused } from './fence-refused.ts'
import { fenceById, keepFence, type SeenFence } from './fence-store.ts'
import { allInside, keepStays } from './stay-store.ts'
import { tellCrossings } from './take-crossings.ts'

/** What the verbs about fences work with. */
export interface FenceNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

export interface FenceWriter {
  actor: string
  once: Once | undefined
}

/** Draws a fence. A crew that stands in it comes in with its next place. Throws KeyReused. */
export function addFence(
  given: NewGeofence & { demo?: boolean },
  writer: FenceWriter,
  needs: FenceNeeds,
): Promise<SeenFence> {
  return once(writer, needs, async (tx) => {
    const at = needs.now().toISOString()
    const fence: Geofence = { demo: false, ...given, id: randomUUID(), madeAt: at, endedAt: null }
    return { fence, seq: await keepFence(tx, fence, { actor: writer.actor, at, kind: 'geofence-added' }) }
  })
}

/** Changes a fence that is as the caller saw it (`seen`: seqs of log rows). One that ends is left by all who are in it. Throws FenceRefused,
 *  KeyReused. */
export function changeFence(
  { id, seen, patch }: { id: string; seen: readonly number[] | '*'; patch: GeofencePatch },
  writer: FenceWriter,
  needs: FenceNeeds,
): Promise<SeenFence> {
  return once(writer, needs, async (tx) => {
    const there = await fenceById(tx.db, tx.city, id)
    if (!there) throw new FenceRefused('absent', 'unknown-geofence', `There is no geofence "${id}".`)
    const { fence, seq: present } = there
    if (seen !== '*' && !seen.includes(present))
      throw new FenceRefused('stale', 'changed-since', `${fence.name} was changed since.`, present)
    const at = needs.now().toISOString()
    const { ended, ...said } = patch
    const endedAt = ended === undefined ? fence.endedAt : ended ? (fence.endedAt ?? at) : null
    const after: Geofence = { ...fence, ...said, endedAt }
    const seq = await keepFence(tx, after, { actor: writer.actor, at, kind: 'geofence-changed' })
    if (endedAt !== null && fence.endedAt === null) await leaveAll(tx, id, at)
    return { fence: after, seq }
  })
}

async function leaveAll(tx: Tx, fenceId: string, at: string): Promise<void> {
  const stays = (await allInside(tx.db, tx.city)).filter(({ inside }) => inside.has(fenceId))
  if (stays.length === 0) return
  const crews = new Map((await allCrews(tx.db, tx.city)).map(({ crew }) => [crew.id, crew]))
  const crossings = stays.flatMap(({ crewId }) => {
    const crew = crews.get(crewId)
    return crew ? crossingOf(crew, fenceId, Date.parse(at), 'fence-ended') : []
  })
  await tellCrossings(tx, crossings, at)
  await keepStays(
    tx,
    stays.map((stay) => ({ ...stay, inside: new Map([...stay.inside].filter(([id]) => id !== fenceId)) })),
  )
}

async function once(
  writer: FenceWriter,
  { area, store }: FenceNeeds,
  work: (tx: Tx) => Promise<SeenFence>,
): Promise<SeenFence> {
  const { answer } = await store.transaction(area, (tx) => answerOnce(tx, writer.once, () => work(tx)))
  return answer
}
