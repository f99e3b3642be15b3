import { expect, test } from 'vitest'
import type { LandfillOutlook } from '../../../../server/contract/landfill.ts'
import { compareLandfill, type LandfillState } from '../../../../server/insight/landfill/what-if.ts'
import { roomUntil } from '../../../../web/plan/landfill/curve-of.ts'
import {
  askedOf,
  isTried,
  moved,
  rangesOf,
  readTried,
  type Tried,
  tryOut,
  writeTried,
} from '../../../../web/plan/landfill/trial.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const DAY_MS = 86_400_000
const SURVEYS = [0, 1, 2, 3, 4, 5, 6].map((month) => ({
  atMs: NOW - (200 - month * 30) * DAY_MS,
  filledM3: 90_000 + month * 800 + (month % 2) * 60,
}))
const STATE: LandfillState = {
  ...{ capacityM3: 120_000, surveys: SURVEYS, tonnesPerDay: 21.5, compaction: 0.78, coverShare: 0.15 },
}

type Outlook = Pick<
  LandfillOutlook,
  'tonnesPerDay' | 'compaction' | 'coverShare' | 'remainingM3' | 'asOf' | 'foresight' | 'surveys' | 'capacityM3'
>
function outlook(state = STATE): Outlook {
  const last = state.surveys.at(-1) ?? { atMs: 0, filledM3: 0 }
  return {
    ...{ tonnesPerDay: state.tonnesPerDay, compaction: state.compaction, coverShare: state.coverShare },
    ...{ capacityM3: state.capacityM3, remainingM3: state.capacityM3 - last.filledM3, surveys: [] },
    ...{ asOf: new Date(last.atMs).toISOString(), foresight: compareLandfill(state, {}, NOW)?.asIs ?? null },
  }
}

test('what stands at once is the middle that the server answers, whatever is tried', () => {
  const all: Tried[] = [
    { compaction: 0.95 },
    { coverShare: 0.1 },
    { tonnes: 15 },
    { tonnes: 30, compaction: 0.6, coverShare: 0.3 },
  ]
  for (const tried of all) {
    const told = compareLandfill(STATE, askedOf(STATE, tried), NOW)
    const answer = tryOut(outlook(), tried, NOW)
    expect(answer?.daysLeft).toBeCloseTo(told?.changed?.daysLeft.p50 ?? -1, 6)
    expect(answer?.daysGained).toBeCloseTo(told?.daysGained ?? -1, 6)
  }
})

test('with fewer than four surveys it is the weighed input that is tried', () => {
  const few = { ...STATE, surveys: SURVEYS.slice(-2) }
  const told = compareLandfill(few, { compaction: 1 }, NOW)
  expect(told?.changed?.method).toBe('weighed-input')
  expect(tryOut(outlook(few), { compaction: 1 }, NOW)?.daysLeft).toBeCloseTo(told?.changed?.daysLeft.p50 ?? -1, 6)
})

test('with nothing coming in it is never full, and what is not known cannot be tried', () => {
  expect(tryOut(outlook(), { tonnes: 0 }, NOW)).toEqual({ daysLeft: null, daysGained: null, likely: [] })
  expect(tryOut(outlook({ ...STATE, compaction: null }), { compaction: 1 }, NOW)).toBeUndefined()
  expect(rangesOf(outlook({ ...STATE, compaction: null, tonnesPerDay: null }))).toMatchObject({
    ...{ tonnes: null, compaction: null },
  })
})

test('the address keeps what is tried, and a figure that no server takes is as it is', () => {
  const tried = { tonnes: 18, compaction: 0.95, coverShare: 0.1 }
  expect(readTried(writeTried(tried) as Record<string, string>)).toEqual(tried)
  expect(readTried({ lfIn: '-3', lfPack: 'much', lfSoil: '0.9' })).toEqual({})
})

test('a slider that is back where it began tries nothing', () => {
  const range = { was: 0.78, min: 0.4, max: 1.2, step: 0.01 }
  const tried = moved({}, 'compaction', 0.9, range)
  expect([isTried(tried), isTried(moved(tried, 'compaction', 0.784, range))]).toEqual([true, false])
})

test('the axis reaches for what is tried by half-years, and never beyond twice what is foreseen', () => {
  const known = outlook()
  const lastMs = Date.parse(known.foresight?.fan.at(-1)?.at ?? '')
  const fromMs = Date.parse(known.asOf)
  const likely = (ms: number): [number, number][] => [
    [fromMs, 1],
    [ms, 0],
  ]
  expect(roomUntil(known, likely(lastMs - DAY_MS))).toBe(0)
  const later = roomUntil(known, likely(lastMs + DAY_MS))
  expect(later).toBeGreaterThan(lastMs)
  expect(roomUntil(known, likely(lastMs + 2 * DAY_MS))).toBe(later)
  expect(roomUntil(known, likely(lastMs + 90_000 * DAY_MS))).toBe(fromMs + (lastMs - fromMs) * 2)
})
