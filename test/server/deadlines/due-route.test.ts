import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

const ILLEGAL = '/api/deadlines/due?condition=illegal-building&from=2024-09-29T17:30:00%2B08:00'

test('an admin tries a condition: three stages, each with its instants, its steps and its words', async () => {
  const admin = await (await testCity()).as('admin')
  const { condition, stages } = await admin.json(ILLEGAL)
  expect(condition).toMatchObject({ id: 'illegal-building', version: 1, title: { zh: '私搭乱建' } })
  expect(stages.map((one: { stage: string; dueAt: string }) => [one.stage, one.dueAt])).toEqual([
    ['stop', '2024-09-30T03:30:00.000Z'],
    ['penalty', '2024-10-14T09:30:00.000Z'],
    ['demolish', '2024-10-31T09:30:00.000Z'],
  ])
  expect(stages[0]).toMatchObject({
    ...{ limit: { value: 4, unit: 'work-hour' }, beyondCalendar: false, warnAt: '2024-09-30T02:42:00.000Z' },
    steps: [
      { kind: 'shift', from: '2024-09-29', days: 1, minutes: 30, name: { zh: '国庆节' } },
      { kind: 'workday', from: '2024-09-30', days: 1, minutes: 210 },
    ],
    words: {
      zh: '从 2024年9月29日（周日） 17:30 起 4 工作时；9月29日（周日·国庆节调休上班） 30 分；9月30日（周一） 3 小时 30 分；到 2024年9月30日（周一） 11:30 为止。',
      en:
        '4 working hours from Sun 2024-09-29 17:30; Sun 2024-09-29 (worked in place of a day off at National Day) 30 min; ' +
        'Mon 2024-09-30 3 h 30 min; due Mon 2024-09-30 11:30.',
    },
  })
})

test('days that count alike are one step, and days off say which', async () => {
  const admin = await (await testCity()).as('admin')
  const { stages } = await admin.json(ILLEGAL)
  expect(stages[1].steps.map((one: { kind: string; days: number }) => `${one.days} ${one.kind}`)).toEqual([
    ...['1 shift', '1 workday', '7 holiday', '4 workday', '1 shift', '1 weekend', '1 workday'],
  ])
  const worked = stages[1].steps.reduce((sum: number, one: { minutes: number }) => sum + one.minutes, 0)
  expect(worked).toBe(7 * 480)
})

test('a limit is tried without a condition, around the clock too', async () => {
  const admin = await (await testCity()).as('admin')
  const { stages } = await admin.json('/api/deadlines/due?limit=30&unit=minute&from=2026-10-03T22:00:00%2B08:00')
  expect(stages).toMatchObject([{ dueAt: '2026-10-03T14:30:00.000Z', steps: [{ kind: 'clock', minutes: 30 }] }])
})

test('a deadline that runs into a year without a calendar says so', async () => {
  const admin = await (await testCity()).as('admin')
  const { stages } = await admin.json('/api/deadlines/due?limit=4&unit=work-day&from=2026-12-30T15:00:00%2B08:00')
  expect(stages[0]).toMatchObject({ dueAt: '2027-01-05T07:00:00.000Z', beyondCalendar: true })
  expect(stages[0].words.zh).toContain('尚无该年放假安排')
  expect(stages[0].steps.at(-1)).toMatchObject({ known: false })
})

test('what cannot be tried is refused by name', async () => {
  const admin = await (await testCity()).as('admin')
  const refused = async (query: string) => (await admin.refusal(`/api/deadlines/due?${query}`)).code
  expect(await refused('condition=illegal-building')).toBe('missing-parameter')
  expect(await refused('condition=never&from=2026-05-01')).toBe('unknown-condition')
  expect(await refused('condition=illegal-building&version=9&from=2026-05-01')).toBe('unknown-condition')
  expect(await refused('limit=4&from=2026-05-01')).toBe('bad-limit')
  expect(await refused('limit=99999&unit=work-day&from=2026-05-01')).toBe('bad-limit')
  expect(await refused('limit=-4&unit=work-day&from=2026-05-01')).toBe('bad-limit')
  expect(await refused('limit=4&unit=work-hour&condition=illegal-building&from=2026-05-01')).toBe('bad-limit')
})
