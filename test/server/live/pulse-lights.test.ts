import { expect, test } from 'vitest'
import type { Case } from '../../../server/contract/case.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import { lightNow, warmLights, worstLight } from '../../../server/live/open-lights.ts'
import type { Client } from '../../support/client.ts'
import { SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'
import { complaint, testCity } from '../../support/test-city.ts'

const START = '2026-05-01T09:00:00.000+08:00'
const at = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString()
const clock = (warn: number, due: number): Case['clocks'][number] => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'made', ruleVersion: 1, limit: { value: due, unit: 'minute' } },
  ...{ limitMinutes: due, startedAt: at(0), warnAt: at(warn), dueAt: at(due), endedAt: null, pausedAt: null },
  usedMinutes: 0,
})
const handling = { receivedAt: at(0), status: 'handling' } as const

test('each pulse counts the lights anew: time alone turns a case yellow, then red', async () => {
  let ms = Date.parse(START)
  const cases = [
    complaint(1, { ...handling, unitGrid: `${SUO}100001001`, clocks: [clock(48, 60)] }),
    complaint(2, { ...handling, unitGrid: `${SUO}101001001`, clocks: [clock(96, 120)] }),
  ]
  const city = await testCity({ cases, now: () => new Date(ms), live: { pulseMs: 30 } })
  const listen = async (who: Client, query = '') => readLive(await who.get(`/api/live${query}`))
  const whole = await listen(city.guest)
  const part = await listen(await city.as('acceptor', { areas: [`${SUO}100`] }))
  const things = await listen(city.guest, '?topics=assets')
  expect((await whole.next('picture')).data.cases.lights).toEqual({ working: 2 })
  for (const [minutes, all, mine] of [
    [47, { working: 2 }, { working: 1 }],
    [48, { working: 1, due: 1 }, { due: 1 }],
    [60, { working: 1, due: 1 }, { due: 1 }],
    [60.001, { working: 1, late: 1 }, { late: 1 }],
    [130, { late: 2 }, { late: 1 }],
  ] as const) {
    ms = Date.parse(at(minutes))
    const asOf = { event: 'pulse', data: { at: new Date(ms).toISOString() } }
    await expect.poll(() => whole.events.at(-1)).toMatchObject({ ...asOf, data: { ...asOf.data, lights: all } })
    await expect.poll(() => part.events.at(-1)).toMatchObject({ ...asOf, data: { ...asOf.data, lights: mine } })
    expect(whole.events.at(-1)?.data.lights).toEqual(all)
  }
  expect((await things.next('pulse')).data).not.toHaveProperty('lights')
})

test('a light that is remembered is the light of the instant', () => {
  const of = liveCaseOf(complaint(1, { ...handling, clocks: [clock(48, 60), { ...clock(20, 30), id: 'other' }] }))
  for (const minutes of [0, 19.9, 20, 30, 30.001, 48, 60, 61, 10, 29, 45, 0]) {
    const now = Date.parse(at(minutes))
    expect(lightNow(of, now), `${minutes} min`).toBe(worstLight(of.clocks, now))
  }
})

test('what was reckoned beforehand is not reckoned by the first count, and other work goes on meanwhile', async () => {
  let read = 0
  const clocks = [clock(48, 60)]
  const cases = Array.from({ length: 3_000 }, (_, n) => ({
    ...liveCaseOf(complaint(n + 1, { ...handling })),
    get clocks() {
      read++
      return clocks
    },
  }))
  let others = 0
  const ticking = setInterval(() => others++, 0)
  const beside = setImmediate(function again(): void {
    others++
    if (read < 2 * cases.length) setImmediate(again)
  })
  await warmLights(cases, Date.parse(at(0)))
  clearImmediate(beside)
  clearInterval(ticking)
  expect(others).toBeGreaterThanOrEqual(2)
  const before = read
  expect(before).toBeGreaterThanOrEqual(3_000)
  for (const one of cases) expect(lightNow(one, Date.parse(at(1)))).toBe('working')
  expect(read).toBe(before)
})
