import { expect, test } from 'vitest'
import type { CrewPosition } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import { placeAt, TRACK_GAP_MINUTES } from '../../../server/contract/track.ts'
import { columnsOf } from '../../../server/crews/read-tracks.ts'
import { thinTrack } from '../../../server/crews/thin-track.ts'
import { seeded } from '../../support/random-facts.ts'
import { dayOfPositions, START_MS } from './made-tracks.ts'

const metres = (a: LngLat, b: LngLat): number =>
  METRES_PER_DEGREE * Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1])
const trackOf = (positions: readonly CrewPosition[]) => columnsOf(positions, START_MS)

test('what is left out of a track lies within the metres asked for at every instant, and gaps stay gaps', () => {
  const random = seeded(11)
  for (let vehicle = 0; vehicle < 10; vehicle++) {
    const source = dayOfPositions(vehicle)
    const whole = trackOf(source)
    for (const within of [5, 1]) {
      const thin = trackOf(thinTrack(source, within))
      if (within === 5) expect(thin.t.length).toBeLessThan(whole.t.length / 4)
      for (let n = 0; n < 400; n++) {
        const t = random() * 86_400
        const [was, is] = [placeAt(whole, t), placeAt(thin, t)]
        expect(is === undefined).toBe(was === undefined)
        if (was && is) expect(metres(was.location, is.location)).toBeLessThanOrEqual(within)
      }
    }
    expect(thinTrack(source, 0)).toEqual(source)
  }
})

test('between two places it goes evenly; before, after and in a gap nothing is known', () => {
  const place = (seconds: number, lng: number): CrewPosition => ({
    ...{ at: new Date(START_MS + seconds * 1_000).toISOString(), location: [lng, 31.886] },
    ...{ accuracyM: null, speedKmh: 20, headingDeg: 90 },
  })
  const gap = TRACK_GAP_MINUTES * 60
  const track = trackOf([place(10, 93), place(20, 94), place(20 + gap, 95), place(21 + 2 * gap, 96)])
  const lng = (t: number) => placeAt(track, t)?.location[0]
  expect([lng(10), lng(15), lng(20), lng(20 + gap / 4)]).toEqual([93, 93.5, 94, 94.25])
  expect([lng(9.9), lng(20 + gap + 1), lng(22 + 2 * gap)]).toEqual([undefined, undefined, undefined])
  expect([lng(20 + gap), lng(21 + 2 * gap)]).toEqual([95, 96])
  expect(placeAt(track, 15)).toMatchObject({ speedKmh: 20, headingDeg: 90 })
  expect(placeAt(trackOf([]), 1)).toBeUndefined()
})

test('a crew that stands still all day is no gap', () => {
  const still = Array.from({ length: 2_000 }, (_, n) => ({
    ...{ at: new Date(START_MS + n * 10_000).toISOString(), location: [93.785, 31.886] as LngLat },
    ...{ accuracyM: null, speedKmh: 0, headingDeg: null },
  }))
  const thin = trackOf(thinTrack(still, 5))
  expect(thin.t.length).toBeLessThan(80)
  for (let t = 0; t < 19_990; t += 7) expect(placeAt(thin, t)?.location).toEqual([93.785, 31.886])
})
