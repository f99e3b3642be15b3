import type { DeskCase } from '../../contract/desk-case.ts'
import { State, urgencyOf } from '../../contract/state.ts'
import type { WallFigures } from '../../contract/wall.ts'

/** What is counted of the open cases. */
export interface OpenFigures
  extends Pick<
    WallFigures,
    'open' | 'working' | 'due' | 'late' | 'emergency' | 'worstLateMinutes' | 'dueWithin2h' | 'turnsAt'
  > {
  byArea: Map<string, { marks: State[]; open: number }>
  byClass: Map<string, { open: number; late: number }>
  loads: Map<string, number>
}

export interface OpenNeeds {
  nowMs: number
  isMine: (of: DeskCase) => boolean
  /** By the clocks alone, kept for as long as the case stands as it is. */
  lightAt: (of: DeskCase, nowMs: number) => State
  /** When that light is another, Unix ms; infinity: never. */
  nextLight: (of: DeskCase, nowMs: number) => number
}

const MOST_MARKS = 24
const TWO_HOURS_MS = 7_200_000
/** A case is the same object until it changes, and so are its deadlines: read once. */
const dueKnown = new WeakMap<object, number>()

/** When the first of the clocks that have not ended is due, Unix ms; infinity where none runs. */
export function dueOf(of: Pick<DeskCase, 'clocks'>): number {
  const known = dueKnown.get(of)
  if (known !== undefined) return known
  const due = of.clocks.reduce(
    (least, { endedAt, dueAt }) => (endedAt === null && dueAt !== null ? Math.min(least, Date.parse(dueAt)) : least),
    Number.POSITIVE_INFINITY,
  )
  dueKnown.set(of, due)
  return due
}

export function countOpen(cases: Iterable<DeskCase>, { nowMs, isMine, lightAt, nextLight }: OpenNeeds): OpenFigures {
  const sums = { open: 0, working: 0, due: 0, late: 0, emergency: 0, dueWithin2h: 0 }
  const areas = new Map<string, { byUrgency: number[]; open: number }>()
  const byClass: OpenFigures['byClass'] = new Map()
  const loads = new Map<string, number>()
  let [earliest, turnsMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const one of cases) {
    if (!isMine(one)) continue
    const light = lightAt(one, nowMs)
    const due = dueOf(one)
    turnsMs = Math.min(turnsMs, nextLight(one, nowMs))
    if (due - TWO_HOURS_MS > nowMs) turnsMs = Math.min(turnsMs, due - TWO_HOURS_MS)
    sums.open += 1
    if (light === 'working' || light === 'due' || light === 'late') sums[light] += 1
    if (light === 'late') earliest = Math.min(earliest, due)
    else if (due >= nowMs && due <= nowMs + TWO_HOURS_MS) sums.dueWithin2h += 1
    if (one.urgency === 'emergency') sums.emergency += 1
    if (one.crewId !== null) loads.set(one.crewId, (loads.get(one.crewId) ?? 0) + 1)
    const area = entry(areas, one.responsibilityGrid ?? '', () => ({ byUrgency: [], open: 0 }))
    area.open += 1
    const mark = urgencyOf(one.urgency === 'emergency' ? 'emergency' : light)
    area.byUrgency[mark] = (area.byUrgency[mark] ?? 0) + 1
    const ofClass = entry(byClass, `${one.kind}:${one.code}`, () => ({ open: 0, late: 0 }))
    ofClass.open += 1
    if (light === 'late') ofClass.late += 1
  }
  const byArea = new Map([...areas].map(([id, { byUrgency, open }]) => [id, { marks: worstFirst(byUrgency), open }]))
  const worstLateMinutes = sums.late === 0 ? null : Math.max(0, Math.floor((nowMs - earliest) / 60_000))
  const turnsAt = turnsMs === Number.POSITIVE_INFINITY ? null : new Date(turnsMs).toISOString()
  return { ...sums, worstLateMinutes, turnsAt, byArea, byClass, loads }
}

/** @param byUrgency how many of each state, by urgencyOf */
const worstFirst = (byUrgency: readonly number[]): State[] =>
  State.options
    .flatMap((state, urgency) => new Array<State>(Math.min(MOST_MARKS, byUrgency[urgency] ?? 0)).fill(state))
    .reverse()
    .slice(0, MOST_MARKS)

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
