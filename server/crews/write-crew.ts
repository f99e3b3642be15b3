import { randomUUID } from 'node:crypto'
import type { Crew, CrewPatch, NewCrew } from '../contract/crew.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Store, Tx } from '../store/store.ts'
import { CrewRefused } from './crew-refused.ts'
import { crewById, crewLoads, keepCrew, type SeenCrew } from './crew-store.ts'

/** What the verbs about crews work with. */
export interface CrewNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

export interface Writer {
  actor: string
  once: Once | undefined
}

/** Adds a crew, off duty. Throws KeyReused. */
export function addCrew(
  given: NewCrew & { demo?: boolean; id?: string },
  writer: Writer,
  needs: CrewNeeds,
): Promise<SeenCrew> {
  return once(writer, needs, async (tx) => {
    const at = needs.now().toISOString()
    const crew: Crew = {
      ...{ demo: false, ...given, id: given.id ?? randomUUID() },
      ...{ onDuty: false, dutySince: at, endedAt: null },
    }
    return { crew, seq: await keepCrew(tx, crew, { actor: writer.actor, at, kind: 'crew-added' }) }
  })
}

/** Changes a crew that is as the caller saw it (`seen`: seqs of log rows). One that still has open cases does not end. Throws CrewRefused,
 *  KeyReused. */
export function changeCrew(
  { id, seen, patch }: { id: string; seen: readonly number[] | '*'; patch: CrewPatch },
  writer: Writer,
  needs: CrewNeeds,
): Promise<SeenCrew> {
  return once(writer, needs, async (tx) => {
    const { crew, seq: present } = await thereIs(tx, id)
    if (seen !== '*' && !seen.includes(present))
      throw new CrewRefused('stale', 'changed-since', `${crew.name} was changed since.`, present)
    const at = needs.now().toISOString()
    const { ended, ...said } = patch
    if (ended) await checkIdle(tx, crew)
    const endedAt = ended === undefined ? crew.endedAt : ended ? (crew.endedAt ?? at) : null
    const off = ended ? { onDuty: false, dutySince: at } : {}
    const after: Crew = { ...crew, ...said, ...off, endedAt }
    return { crew: after, seq: await keepCrew(tx, after, { actor: writer.actor, at, kind: 'crew-changed' }) }
  })
}

/** Begins or ends a crew's duty; one that is as wanted writes nothing. Throws CrewRefused for one that works no longer, KeyReused. */
export function setDuty(
  { id, onDuty }: { id: string; onDuty: boolean },
  writer: Writer,
  needs: CrewNeeds,
): Promise<SeenCrew> {
  return once(writer, needs, async (tx) => {
    const seen = await thereIs(tx, id)
    if (seen.crew.endedAt !== null)
      throw new CrewRefused('conflict', 'crew-ended', `${seen.crew.name} works no longer.`)
    if (seen.crew.onDuty === onDuty) return seen
    const at = needs.now().toISOString()
    const after: Crew = { ...seen.crew, onDuty, dutySince: at }
    const kind = onDuty ? 'crew-on-duty' : 'crew-off-duty'
    return { crew: after, seq: await keepCrew(tx, after, { actor: writer.actor, at, kind }) }
  })
}

async function once(
  writer: Writer,
  { area, store }: CrewNeeds,
  work: (tx: Tx) => Promise<SeenCrew>,
): Promise<SeenCrew> {
  const { answer } = await store.transaction(area, (tx) => answerOnce(tx, writer.once, () => work(tx)))
  return answer
}

async function thereIs(tx: Tx, id: string): Promise<SeenCrew> {
  const seen = await crewById(tx.db, tx.city, id)
  if (!seen) throw new CrewRefused('absent', 'unknown-crew', `There is no crew "${id}".`)
  return seen
}

async function checkIdle(tx: Tx, { id, name }: Crew): Promise<void> {
  const load = (await crewLoads(tx.db, tx.city)).get(id) ?? 0
  if (load > 0)
    throw new CrewRefused('conflict', 'crew-busy', `${name} still has ${load} open cases; give them to others first.`)
}
