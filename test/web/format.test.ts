import { afterAll, beforeEach, expect, test } from 'vitest'
import { Field } from '../../server/contract/layer.ts'
import {
  area,
  clock,
  coordinates,
  dayOf,
  dayWords,
  distance,
  duration,
  fieldValue,
  identification,
  moment,
  number,
  signed,
  timeLeft,
} from '../../web/format.ts'
import { texts } from '../../web/i18n/i18n.ts'

beforeEach(() => texts.changeLanguage('zh'))
afterAll(() => texts.changeLanguage('zh'))

test('numbers have commas for thousands and a real minus', () => {
  expect(number(12345.678, 1)).toBe('12,345.7')
  expect(signed(-11)).toBe('−11')
  expect(signed(6)).toBe('+6')
  expect(signed(0)).toBe('0')
})

test('days and hours are those of Shanghai', () => {
  expect(dayOf('2024-05-09T16:30:00Z')).toBe('2024-05-10')
  expect(clock('2024-05-09T16:30:00Z')).toBe('00:30')
})

test('an instant is said as shortly as it is clear', () => {
  const now = Date.parse('2026-11-22T21:36:00+08:00')
  expect(moment('2026-11-22T08:05:00+08:00', now)).toBe('08:05')
  expect(moment('2026-11-21T23:59:00+08:00', now)).toBe('昨日 23:59')
  expect(moment('2026-03-01T10:00:00+08:00', now)).toBe('03-01 10:00')
  expect(moment('2024-05-10T10:00:00+08:00', now)).toBe('2024-05-10 10:00')
})

test('time left and time over are words, never a negative number', async () => {
  expect(timeLeft(3900)).toBe('剩 1 小时 05 分')
  expect(timeLeft(-6000)).toBe('超 1 小时 40 分')
  await texts.changeLanguage('en')
  expect(timeLeft(3900)).toBe('1 h 05 min left')
})

test('durations go from seconds to days', () => {
  expect([duration(9), duration(125), duration(90_000)]).toEqual(['9 秒', '2 分', '1 天 1 小时'])
})

test('lengths and areas change their unit where a person would', () => {
  expect([distance(4.25), distance(530.4), distance(1234)]).toEqual(['4.3 m', '530 m', '1.23 km'])
  expect([area(32_555), area(4_250_000)]).toEqual(['32,555 m²', '4.25 km²'])
})

test('a code is shown in its parts: area, type, number', () => {
  expect(identification('54062601003000131')).toBe('540626 01003 000131')
  expect(identification('540626L0601000002')).toBe('540626 L0601 000002')
  expect(identification('540626100001007')).toBe('540626100001007')
})

test('dates read as each language writes them', () => {
  expect(dayWords('2026-11-02', 'zh')).toBe('2026-11-02')
  expect(dayWords('2026-11-02', 'en')).toBe('2 Nov 2026')
})

test('a place says which hemisphere it is in', () => {
  expect(coordinates([93.78501, -31.886])).toBe('31.88600 S  93.78501 E')
})

test('a field says its choice by name, yes and no in words, and nothing when it has none', () => {
  const choice = Field.parse({
    key: 'grade',
    name: { zh: '等级', en: 'Grade' },
    type: 'choice',
    choices: [{ id: 'class-1', name: { zh: '一类', en: 'Class 1' } }],
  })
  expect(fieldValue(choice, 'class-1', 'zh')).toBe('一类')
  expect(fieldValue(choice, 'unheard-of', 'zh')).toBe('unheard-of')
  expect(fieldValue({ ...choice, type: 'boolean' }, false, 'zh')).toBe('否')
  expect(fieldValue(choice, null, 'zh')).toBeUndefined()
  expect(fieldValue(choice, '', 'zh')).toBeUndefined()
  expect(fieldValue({ ...choice, type: 'number' }, 0, 'zh')).toBe('0')
})
