import { ENDED } from '../../server/contract/case.ts'
import type { LiveCase, LiveChange, LiveGone, LivePicture, LivePulse } from '../../server/contract/live.ts'
import type { LiveNews } from './live-news.ts'

type Counts = NonNullable<LivePicture['cases']>

/** The last good picture after an event. */
export function keepPicture(picture: LivePicture | undefined, news: LiveNews): LivePicture | undefined {
  if (news.event === 'picture') return news.data
  if (!picture) return picture
  if (news.event === 'pulse') return litAnew(picture, news.data)
  return news.event === 'change' || news.event === 'gone' ? pictureAfter(picture, news.data) : picture
}

/** Lights change with time alone; the server counts them with each pulse. */
function litAnew(picture: LivePicture, { at, lights }: LivePulse): LivePicture {
  return picture.cases && lights ? { ...picture, at, cases: { ...picture.cases, lights } } : picture
}

/** The picture after an event: cases counted and emergencies listed as they are now. What only the server can tell stays as it was: the versions
 *  of layers until the next picture, lights until the next pulse. */
function pictureAfter(picture: LivePicture, change: LiveChange | LiveGone): LivePicture {
  const { seq } = change
  if (change.entity !== 'case') return { ...picture, seq }
  const state = 'state' in change ? change.state : undefined
  return {
    ...picture,
    seq,
    ...(picture.cases ? { cases: countsAfter(picture.cases, change.was ?? undefined, state?.status) } : {}),
    ...(picture.emergencies ? { emergencies: listAfter(picture.emergencies, change.entityId, state) } : {}),
  }
}

const isOpen = (status: LiveCase['status'] | undefined): status is LiveCase['status'] =>
  status !== undefined && !ENDED.includes(status)

function countsAfter(counts: Counts, was: LiveCase['status'] | undefined, is: LiveCase['status'] | undefined): Counts {
  const statuses = { ...counts.statuses }
  if (isOpen(was)) statuses[was] = Math.max(0, (statuses[was] ?? 0) - 1)
  if (isOpen(is)) statuses[is] = (statuses[is] ?? 0) + 1
  const open = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  return { ...counts, statuses, open }
}

function listAfter(list: readonly LiveCase[], id: string, state: LiveCase | undefined): LiveCase[] {
  const stays = state && isOpen(state.status) && state.urgency === 'emergency'
  if (list.some((one) => one.id === id)) return list.flatMap((one) => (one.id !== id ? one : stays ? state : []))
  return stays ? [state, ...list] : [...list]
}
