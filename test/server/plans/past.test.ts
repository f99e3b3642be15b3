import { expect, test } from 'vitest'
import type { Case } from '../../../server/contract/case.ts'
import type { Crew } from '../../../server/contract/crew.ts'
import { pastLooks } from '../../../server/plans/past-looks.ts'
import { mediansOf, serviceTimes } from '../../../server/plans/service-times.ts'
import { endOfDay, shiftSpan } from '../../../server/plans/shift-span.ts'
import { complaint } from '../../support/entries.ts'

const NOW_MS = Date.parse('2026-05-10T11:00:00+08:00')
const RULES = { source: 'test', rows: [{ codes: [''], minutes: 30 }] }
const SPEEDS = {
  ...{ source: 'test', kmh: {}, otherKmh: 25, truckTimes: 1, walkKmh: 5, crowTimes: 1.4 },
  ...{ slowed: {}, closed: [], trucks: [] },
}
const crew: Crew = {
  ...{ id: 'one', name: '一组', skills: ['lighting'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
  ...{ contractor: null, areas: ['540626'], loadLimit: 8, headcount: 2, onDuty: true, demo: false, endedAt: null },
  dutySince: '2026-05-01T08:00:00+08:00',
}

/** Given at nine of a day in May, due at noon, answered at `handled`. */
const past = (number: number, day: string, handled: string): Case => {
  const at = (time: string) => `2026-05-${day}T${time}:00+08:00`
  const endedAt = at(handled)
  return complaint(number, {
    ...{ status: 'closed', crewId: 'one', receivedAt: at('08:30'), filedAt: at('08:50'), dispatchedAt: at('09:00') },
    ...{ takenAt: at('09:10'), handledAt: endedAt, closedAt: endedAt },
    clocks: [
      {
        ...{ id: 'handle', stage: 'handle', ruleId: 'made', ruleVersion: 1, limit: { value: 3, unit: 'hour' } },
        ...{ limitMinutes: 190, startedAt: at('08:50'), warnAt: at('11:20'), dueAt: at('12:00'), endedAt },
        ...{ pausedAt: null, usedMinutes: 0 },
      },
    ],
  })
}

test('a look at a past day sees what stood with the crews then, and what of it was late', () => {
  const cases = [past(1, '08', '09:40'), past(2, '08', '11:30'), past(3, '08', '14:00'), past(4, '07', '16:00')]
  const times = serviceTimes(RULES, mediansOf(cases))
  const skills = [{ skill: 'lighting' as const, codes: [''] }]
  const looks = [...pastLooks({ cases, crews: [crew], nowMs: NOW_MS, times, skills, speeds: SPEEDS })]
  const seen = looks.map(({ atMs, cases: open, late }) => [
    new Date(atMs).toISOString(),
    open.map(({ id }) => id),
    [...late],
  ])
  expect(seen).toEqual([
    ['2026-05-07T02:00:00.000Z', ['case-0004'], ['case-0004']],
    // At three it is late already: nobody has to foresee that.
    ['2026-05-07T07:00:00.000Z', ['case-0004'], []],
    ['2026-05-08T02:00:00.000Z', ['case-0002', 'case-0003'], ['case-0003']],
  ])
  expect(looks[0]?.crews).toMatchObject([{ id: 'one', vehicle: 'foot' }])
})

test('handling times are the median of twenty cases and more, each from when its crew had nothing before it', () => {
  const row = (index: number): Case => {
    const hour = String(8 + (index % 10)).padStart(2, '0')
    return past(index, String(1 + Math.floor(index / 10)).padStart(2, '0'), `${hour}:30`)
  }
  const cases = Array.from({ length: 25 }, (_, index) => row(index))
  // Taken at ten past nine all of them, and answered an hour after one another.
  expect(mediansOf(cases).get('01037')).toBe(60)
  expect(mediansOf(cases.slice(0, 15)).size).toBe(0)
  expect(serviceTimes(RULES, new Map()).minutesFor('06010')).toBe(30)
})

test('a shift over midnight is the one that is running, and a day ends at midnight of the bureau', () => {
  const night = { from: '22:00', to: '06:00' }
  const iso = (ms: number | undefined) => new Date(ms ?? 0).toISOString()
  const at = (time: string) => Date.parse(`2026-05-10T${time}:00+08:00`)
  expect(iso(shiftSpan(night, at('03:00'))?.from)).toBe('2026-05-09T14:00:00.000Z')
  expect(iso(shiftSpan(night, at('12:00'))?.from)).toBe('2026-05-10T14:00:00.000Z')
  expect(shiftSpan({ from: '08:00', to: '18:00' }, at('19:00'))).toBeUndefined()
  expect(iso(endOfDay(at('23:30')))).toBe('2026-05-10T16:00:00.000Z')
})
