import { actOnCase } from '../cases/act-on-case.ts'
import type { CaseNeeds } from '../cases/case-needs.ts'
import { seenCases } from '../cases/case-store.ts'
import { receiveReport } from '../cases/receive-report.ts'
import type { Actor } from '../contract/role.ts'
import type { SeenCrew } from '../crews/crew-store.ts'
import { setDuty } from '../crews/write-crew.ts'
import { addPhoto, type PhotoVerbNeeds } from '../photos/add-photo.ts'
import type { Store } from '../store/store.ts'
import { drawPhoto } from './draw-photo.ts'
import type { Deed, Doer, SimCase } from './simulated.ts'

export interface DeedNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
  cases: CaseNeeds
  photos: PhotoVerbNeeds
  actorOf: (by: Doer) => Actor | undefined
}

/** What a deed has made: a case or a crew as it stands now. */
export type Done = { case: Pick<SimCase, 'state' | 'seq'> } | { crew: SeenCrew }

/** Does one thing as the person that it is planned for, through the verb that the routes use. A case must still be as it was seen. Throws what
 *  the verb throws; `undefined` where the demo has nobody to do it. */
export async function doDeed(deed: Exclude<Deed, { do: 'tell' }>, needs: DeedNeeds): Promise<Done | undefined> {
  if (deed.do === 'duty') {
    const actor = needs.actorOf({ crewId: deed.crewId })
    const writer = { actor: actor?.id ?? 'system:demo', once: undefined }
    return { crew: await setDuty({ id: deed.crewId, onDuty: deed.onDuty }, writer, needs) }
  }
  const actor = needs.actorOf(deed.by)
  if (!actor) return undefined
  if (deed.do === 'photo') return addOne(deed.id, actor, needs)
  const { case: state, seq } =
    deed.do === 'report'
      ? await receiveReport(deed.report, { actor }, needs.cases)
      : await actOnCase({ id: deed.id, seen: [deed.seq], ...deed.ask }, { actor }, needs.cases)
  return { case: { state, seq } }
}

async function addOne(
  caseId: string,
  actor: Actor,
  { area, store, photos, now }: DeedNeeds,
): Promise<Done | undefined> {
  const before = (await seenCases(store.db, area, [caseId])).get(caseId)
  if (!before) return undefined
  const bytes = await drawPhoto(before.state, now().getTime())
  const { seq } = await addPhoto({ caseId, phase: 'after', bytes }, { actor, once: undefined }, photos)
  const after = (await seenCases(store.db, area, [caseId])).get(caseId)
  // Another step between the two reads was made by hand; the watch sees it by itself.
  return after?.seq === seq ? { case: after } : undefined
}
