import { randomUUID } from 'node:crypto'
import {
  covers,
  type Handover,
  type HandoverPatch,
  type HandoverRefusalCode,
  type HandoverSign,
  type NewHandover,
  refusalOfSigning,
  type Signature,
} from '../contract/handover.ts'
import type { Actor } from '../contract/role.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Store, Tx } from '../store/store.ts'
import { HandoverRefused } from './handover-refused.ts'
import { handoverById, keepHandover, type SeenHandover } from './handover-store.ts'
import { pictureOfShift } from './picture-of-shift.ts'

/** What the verbs about handovers work with. */
export interface HandoverNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

export interface HandoverWriter {
  actor: Actor
  once: Once | undefined
}

/** Opens a handover of what is the actor's, with the picture of this moment. Throws KeyReused. */
export function openHandover(given: NewHandover, writer: HandoverWriter, needs: HandoverNeeds): Promise<SeenHandover> {
  return once(writer, needs, async (tx) => {
    const { actor } = writer
    const now = needs.now()
    const handover: Handover = {
      ...{ id: randomUUID(), openedAt: now.toISOString(), openedBy: actor.id, openedByName: actor.name },
      ...{ scope: actor.scope, picture: await pictureOfShift(tx.db, tx.city, actor.scope, now) },
      ...{ ...given, giver: null, taker: null },
    }
    return { handover, seq: await keep(tx, handover, writer, needs, 'handover-opened') }
  })
}

/** Changes a handover that nobody has signed and that is as the caller saw it. Throws HandoverRefused, KeyReused. */
export function changeHandover(
  { id, seen, patch }: { id: string; seen: readonly number[] | '*'; patch: HandoverPatch },
  writer: HandoverWriter,
  needs: HandoverNeeds,
): Promise<SeenHandover> {
  return once(writer, needs, async (tx) => {
    const { handover, seq: present } = await thereIs(tx, id, writer.actor)
    if (handover.giver) throw refused(409, 'signed', handover.giver)
    checkSeen(seen, present)
    const { refresh, ...said } = patch
    const picture = refresh ? await pictureOfShift(tx.db, tx.city, handover.scope, needs.now()) : handover.picture
    const after: Handover = { ...handover, ...said, picture }
    return { handover: after, seq: await keep(tx, after, writer, needs, 'handover-changed') }
  })
}

/** Signs a handover that is as the caller saw it, as the shift that leaves or the one that comes. Throws HandoverRefused, KeyReused. */
export function signHandover(
  { id, seen, as, remark }: { id: string; seen: readonly number[] | '*' } & HandoverSign,
  writer: HandoverWriter,
  needs: HandoverNeeds,
): Promise<SeenHandover> {
  return once(writer, needs, async (tx) => {
    const { actor } = writer
    const { handover, seq: present } = await thereIs(tx, id, actor)
    const refusal = refusalOfSigning(as, actor.id, handover)
    if (refusal) throw refused(refusal.status, refusal.code, handover[as] ?? undefined)
    checkSeen(seen, present)
    const signature: Signature = { by: actor.id, byName: actor.name, at: needs.now().toISOString(), remark }
    const after: Handover = { ...handover, [as]: signature }
    const kind = as === 'giver' ? 'handover-given' : 'handover-taken'
    return { handover: after, seq: await keep(tx, after, writer, needs, kind) }
  })
}

const keep = (tx: Tx, of: Handover, { actor }: HandoverWriter, { now }: HandoverNeeds, kind: string): Promise<number> =>
  keepHandover(tx, of, { actor: actor.id, at: now().toISOString(), kind })

async function once(
  writer: HandoverWriter,
  { area, store }: HandoverNeeds,
  work: (tx: Tx) => Promise<SeenHandover>,
): Promise<SeenHandover> {
  const { answer } = await store.transaction(area, (tx) => answerOnce(tx, writer.once, () => work(tx)))
  return answer
}

async function thereIs(tx: Tx, id: string, { scope }: Actor): Promise<SeenHandover> {
  const seen = await handoverById(tx.db, tx.city, id)
  if (!seen || !covers(scope, seen.handover.scope))
    throw new HandoverRefused(404, 'unknown-handover', `There is no handover "${id}".`)
  return seen
}

function checkSeen(seen: readonly number[] | '*', present: number): void {
  if (seen !== '*' && !seen.includes(present))
    throw new HandoverRefused(412, 'changed-since', 'The handover was changed since.', { present })
}

const WORDS: Record<HandoverRefusalCode, string> = {
  signed: 'It is signed.',
  'not-given': 'The shift that leaves has not signed yet.',
  'own-handover': 'Nobody takes over from themselves: somebody of the next shift signs.',
}

function refused(status: 403 | 409, code: HandoverRefusalCode, by: Signature | undefined): HandoverRefused {
  const said = by ? ` Signed by ${by.byName} at ${by.at}.` : ''
  const last = by && { name: by.byName, at: by.at, kind: 'handover-signed' }
  return new HandoverRefused(status, code, `${WORDS[code]}${said}`, { last })
}
