import { expect, test } from 'vitest'
import type { DataQuality } from '../../../../server/contract/coverage.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { coverCity } from '../../../../server/insight/coverage/cover-city.ts'
import type { Things } from '../../../../server/insight/coverage/things.ts'
import { toTheEnd } from '../../../../server/insight/steps/to-the-end.ts'
import { at, ORIGIN, rule, street, things } from './made-streets.ts'

const DAY_MS = 86_400_000
const NOW = 1_000 * DAY_MS
const GRADES = ['A', 'B', 'C', '']
const SOURCES = ['import:7', 'made:suo', 'person:1']

interface Bin {
  place: LngLat
  grade: string
  days: number
  source: string
}

/** By number alone, so that a fault comes again. */
const dice = (n: number): number => Math.abs((Math.sin(n * 12.9898) * 43758.5453) % 1)

const STREETS = Array.from({ length: 12 }, (_, i) =>
  street(`${i} 路`, [
    [0, i * 200],
    [1_500, i * 200],
  ]),
)
const BINS: Bin[] = Array.from({ length: 600 }, (_, i) => ({
  place: at(dice(i) * 1_500, (i % 12) * 200 + (i % 2 ? 6 : -6)),
  grade: GRADES[Math.floor(dice(i + 0.3) * 4)] ?? '',
  days: Math.floor(dice(i + 0.7) * 900),
  source: SOURCES[i % 3] ?? '',
}))

const words = (of: readonly string[], list: readonly string[]): Things['source'] => ({
  words: list,
  of: Uint16Array.from(of, (word) => list.indexOf(word)),
})

const cover = (bins: readonly Bin[], quality: DataQuality) => {
  const made = things(
    bins.map(({ place }) => place),
    {
      changedMs: Float64Array.from(bins, ({ days }) => NOW - days * DAY_MS),
      accuracy: words(
        bins.map(({ grade }) => grade),
        GRADES,
      ),
      source: words(
        bins.map(({ source }) => source),
        SOURCES,
      ),
    },
  )
  const none = new Float64Array(0)
  const ground = {
    ...{ origin: ORIGIN, streets: STREETS, areas: [], ways: undefined, nowMs: NOW, gridStretches: undefined },
    ...{ blocks: { count: 0, lng: none, lat: none, population: none }, things: { bins: made } },
  }
  const set = {
    ...{ id: 'made', name: { zh: '规', en: 'R' }, layer: 'bins', standing: true, validFrom: null, version: 0 },
    rules: [rule({ maxMetres: 60, minMetres: 10 })],
  }
  return toTheEnd(coverCity({ ground, sets: [set], quality, toleranceMetres: 6 }))
}

const ASKED: [name: string, quality: DataQuality, isGood: (bin: Bin) => boolean][] = [
  ['age', { maxAgeDays: 365 }, ({ days }) => days <= 365],
  ['class B', { leastAccuracy: 'B' }, ({ grade }) => grade === 'A' || grade === 'B'],
  ['class C', { leastAccuracy: 'C' }, ({ grade }) => grade !== ''],
  ['source', { sources: ['import:', 'person:'] }, ({ source }) => source !== 'made:suo'],
  [
    'all of it',
    { maxAgeDays: 400, leastAccuracy: 'B', sources: ['import:'] },
    ({ days, grade, source }) => days <= 400 && (grade === 'A' || grade === 'B') && source === 'import:7',
  ],
]

test.each(ASKED)(
  'held to %s, what is missing is exactly what is missing without the things that fall short',
  (_, quality, isGood) => {
    const good = BINS.filter(isGood)
    const [held, bare] = [cover(BINS, quality), cover(good, {})]
    expect(good.length).toBeGreaterThan(20)
    expect(good.length).toBeLessThan(BINS.length)
    const gapsOf = ({ gaps }: typeof held) => gaps.map(({ part, side, from, to }) => [part, side, from, to])
    expect(gapsOf(held)).toEqual(gapsOf(bare))
    expect([held.rules, held.roads]).toEqual([bare.rules, bare.roads])
    // And it says how many were left out, each once.
    const [told] = held.things
    expect((told?.tooOld ?? 0) + (told?.tooRough ?? 0) + (told?.otherSource ?? 0)).toBe(BINS.length - good.length)
    expect(told?.things).toBe(BINS.length)
  },
)
