import { expect, test } from 'vitest'
import { sunOn } from '../../../server/contract/sun.ts'

/** By NOAA's Solar Calculator (gml.noaa.gov/grad/solcalc, calcSunriseSet: two passes), local time; null: it does not rise or set. */
const NOAA: { at: [number, number]; utcHours: number; days: Record<string, [rise: string, set: string] | null> }[] = [
  {
    // 索县
    at: [93.785, 31.886],
    utcHours: 8,
    days: {
      ...{ '2026-01-15': ['08:45:29', '19:03:05'], '2026-02-14': ['08:28:13', '19:30:15'] },
      ...{ '2026-03-20': ['07:49:07', '19:56:06'], '2026-04-15': ['07:16:37', '20:13:45'] },
      ...{ '2026-05-20': ['06:44:56', '20:38:12'], '2026-06-21': ['06:39:31', '20:53:43'] },
      ...{ '2026-07-15': ['06:49:32', '20:51:52'], '2026-08-10': ['07:06:05', '20:34:00'] },
      ...{ '2026-09-23': ['07:33:28', '19:40:42'], '2026-10-20': ['07:51:33', '19:07:19'] },
      ...{ '2026-11-22': ['08:19:08', '18:42:22'], '2026-12-21': ['08:40:51', '18:44:45'] },
    },
  },
  {
    // Tromsø, beyond the Arctic circle
    at: [18.9553, 69.6492],
    utcHours: 1,
    days: {
      ...{ '2026-01-15': ['11:29:05', '12:18:23'], '2026-02-14': ['08:19:47', '15:38:18'] },
      ...{ '2026-03-20': ['05:43:52', '18:01:33'], '2026-04-15': ['03:42:58', '19:48:32'] },
      ...{ '2026-05-20': null, '2026-06-21': null, '2026-07-15': null, '2026-08-10': ['02:18:34', '21:16:07'] },
      ...{ '2026-09-23': ['05:27:50', '17:43:10'], '2026-10-20': ['07:16:01', '15:40:17'] },
      ...{ '2026-11-22': ['10:14:16', '12:45:23'], '2026-12-21': null },
    },
  },
  {
    // Quito
    at: [-78.4678, -0.1807],
    utcHours: -5,
    days: {
      ...{ '2026-01-15': ['06:19:25', '18:27:17'], '2026-02-14': ['06:24:27', '18:31:35'] },
      ...{ '2026-03-20': ['06:17:58', '18:24:29'], '2026-04-15': ['06:10:38', '18:17:02'] },
      ...{ '2026-05-20': ['06:07:08', '18:13:44'], '2026-06-21': ['06:12:22', '18:19:06'] },
      ...{ '2026-07-15': ['06:16:35', '18:23:13'], '2026-08-10': ['06:16:00', '18:22:26'] },
      ...{ '2026-09-23': ['06:02:56', '18:09:25'], '2026-10-20': ['05:55:06', '18:02:04'] },
      ...{ '2026-11-22': ['05:56:08', '18:03:55'], '2026-12-21': ['06:07:59', '18:16:07'] },
    },
  },
]

test('the sun rises and sets within two minutes of NOAA’s method, on 12 dates at three places', () => {
  for (const { at, utcHours, days } of NOAA)
    for (const [date, times] of Object.entries(days)) {
      const { riseMs, setMs } = sunOn(date, at, utcHours * 60)
      if (times === null) expect([date, riseMs, setMs]).toEqual([date, null, null])
      else
        for (const [index, ms] of [riseMs, setMs].entries()) {
          const truth = Date.parse(`${date}T${times[index]}Z`) - utcHours * 3_600_000
          expect(Math.abs((ms ?? 0) - truth), `${date} ${at}`).toBeLessThan(120_000)
        }
    }
})

test('where the sun stays up or down it says which', () => {
  expect(sunOn('2026-06-21', [18.9553, 69.6492], 60).polar).toBe('day')
  expect(sunOn('2026-12-21', [18.9553, 69.6492], 60).polar).toBe('night')
  expect(sunOn('2026-12-21', [18.9553, -69.6492], 60).polar).toBe('day')
  expect(sunOn('2026-12-21', [93.785, 31.886]).polar).toBeNull()
  // The first day of the summer: it rises and stays.
  const last = sunOn('2026-11-19', [18.9553, -69.6492], 60)
  expect([last.riseMs === null, last.setMs, last.polar]).toEqual([false, null, null])
})

test('noon is of the day that is asked for, wherever the place lies', () => {
  for (const lng of [-179, -90, 0, 93.785, 179])
    for (const date of ['2026-02-11', '2026-11-03']) {
      const { noonMs } = sunOn(date, [lng, 30])
      expect(new Date(noonMs + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(date)
    }
})
