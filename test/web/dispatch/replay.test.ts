import { expect, test } from 'vitest'
import type { Crew } from '../../../server/contract/crew.ts'
import type { CrewTrack, CrewTracks, TrackEvent } from '../../../server/contract/track.ts'
import { crewsAt } from '../../../web/dispatch/replay/crews-at.ts'
import {
  besideMark,
  marksOf,
  type Replay,
  type ReplayStep,
  replayAfter,
  replayOf,
  SPEEDS,
  stepOfKey,
} from '../../../web/dispatch/replay/replay.ts'
import { spanBefore, spanOf } from '../../../web/dispatch/replay/replay-span.ts'

const FROM = Date.parse('2026-05-01T08:00:00+08:00')
const DAY = 86_400_000
const after = (...steps: ReplayStep[]): Replay => steps.reduce(replayAfter, replayOf(FROM, FROM + DAY))

test('at 60 times the pace 24 hours last 24 minutes, and then it stops', () => {
  let [replay, seconds] = [after({ do: 'toggle' }), 0]
  for (; replay.playing; seconds++) replay = replayAfter(replay, { do: 'tick', ms: 1_000 })
  expect([seconds, replay.at]).toEqual([24 * 60, FROM + DAY])
  expect(replayAfter(replay, { do: 'toggle' })).toMatchObject({ playing: true, at: FROM })
})

test('time passes only while it plays', () => {
  expect(after({ do: 'tick', ms: 5_000 }).at).toBe(FROM)
  expect(after({ do: 'toggle' }, { do: 'tick', ms: 5_000 }).at).toBe(FROM + 300_000)
  expect(after({ do: 'toggle' }, { do: 'toggle' }, { do: 'tick', ms: 5_000 }).at).toBe(FROM)
})

test('nothing leads out of the span, and the pace stays between ×1 and ×600', () => {
  expect(after({ do: 'by', ms: -1 }).at).toBe(FROM)
  expect(after({ do: 'seek', at: FROM + 2 * DAY }).at).toBe(FROM + DAY)
  const faster = SPEEDS.map((): ReplayStep => ({ do: 'faster' }))
  expect(after(...faster).speed).toBe(600)
  expect(after(...faster.map((): ReplayStep => ({ do: 'slower' }))).speed).toBe(1)
})

test('the keys play, step a minute or an hour, and go to both ends', () => {
  const keys = (...names: string[]) => after(...names.flatMap((name) => stepOfKey(name) ?? []))
  expect(keys(' ').playing).toBe(true)
  expect(keys('ArrowRight', 'ArrowRight', 'ArrowLeft').at).toBe(FROM + 60_000)
  expect(keys('PageUp').at).toBe(FROM + 3_600_000)
  expect([keys('End').at, keys('End', 'Home').at]).toEqual([FROM + DAY, FROM])
  expect(keys('ArrowUp').speed).toBe(120)
  expect(stepOfKey('x')).toBeUndefined()
})

const event = (minutes: number): TrackEvent => ({
  at: new Date(FROM + minutes * 60_000).toISOString(),
  ...{ kind: 'taken', caseId: 'case-1', number: '20260501-0001', fenceId: null, location: [93.785, 31.886] },
})
const track = (of: Partial<CrewTrack>): CrewTrack => ({
  ...{ crewId: 'crew-1', name: '一组', t: [], lng: [], lat: [], headingDeg: [], speedKmh: [], events: [], ...of },
})

test('events of all crews stand on one bar, those beside each other as one mark', () => {
  const tracks = [
    track({ events: [event(60), event(720)] }),
    track({ crewId: 'crew-2', events: [event(61), event(-5), event(1_500)] }),
  ]
  const marks = marksOf(tracks, { from: FROM, to: FROM + DAY })
  expect(marks.map(({ share, events }) => [share, events.map(({ crewId }) => crewId)])).toEqual([
    [60 / 1_440, ['crew-1', 'crew-2']],
    [0.5, ['crew-1']],
  ])
  const [first, second] = marks
  expect(besideMark(marks, FROM, 1)).toBe(first)
  expect(besideMark(marks, first?.at ?? 0, 1)).toBe(second)
  expect(besideMark(marks, FROM + DAY, -1)).toBe(second)
  expect(besideMark(marks, FROM, -1)).toBeUndefined()
})

test('a crew of the past is drawn where it was, with the way behind it up to the last gap', () => {
  // Off duty by now; then it was not.
  const crew = { id: 'crew-1', name: '一组', onDuty: false } as Crew
  const tracks: CrewTracks = {
    ...{ from: new Date(FROM).toISOString(), to: new Date(FROM + DAY).toISOString(), gapMinutes: 5, withinMetres: 5 },
    tracks: [
      track({
        ...{ t: [0, 1_000, 1_060, 1_120], lng: [93, 94, 95, 96], lat: [31, 31, 31, 31] },
        ...{ headingDeg: [null, 90, 90, 90], speedKmh: [null, 20, 20, 20] },
      }),
    ],
  }
  const [at] = crewsAt(tracks, [crew, { ...crew, id: 'another' }], FROM + 1_090_000)
  expect(at).toMatchObject({
    crew: { ...crew, onDuty: true },
    position: { location: [95.5, 31], headingDeg: 90, speedKmh: 20 },
  })
  expect(at?.trail).toEqual([
    [94, 31],
    [95, 31],
    [95.5, 31],
  ])
  expect(crewsAt(tracks, [crew], FROM + 500_000)).toEqual([{ crew, position: null, trail: [] }])
})

test('a span over midnight ends on the day after, and the first one offered is the last eight hours', () => {
  const span = spanOf({ day: '2026-05-01', from: '22:00', to: '06:00' })
  expect((span?.to ?? 0) - (span?.from ?? 0)).toBe(8 * 3_600_000)
  expect(spanOf({ day: '2026-05-01', from: '08:00', to: '08:00' })).toEqual({ from: FROM, to: FROM + DAY })
  expect(spanOf({ day: '', from: '08:00', to: '09:00' })).toBeUndefined()
  expect(spanBefore(FROM)).toEqual({ day: '2026-05-01', from: '00:00', to: '08:00' })
})
