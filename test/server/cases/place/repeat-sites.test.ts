import { expect, test } from 'vitest'
import { findRepeatSites, repeatsBefore, type SpotCase } from '../../../../server/cases/place/repeat-sites.ts'
import { metresIfSame } from '../../../../server/cases/place/spot-of.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { dice } from '../../city/made-layers.ts'
import { HOME, moved, RULES } from './made-ground.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-05-01T00:00:00Z')
let count = 0
const at = (place: LngLat, of: Partial<SpotCase> = {}): SpotCase => {
  count++
  return {
    id: `c${String(count).padStart(6, '0')}`,
    code: '06010',
    place,
    thing: null,
    ms: NOW - 30 * DAY + count,
    ...of,
  }
}
const times = (n: number, place: LngLat, of: Partial<SpotCase> = {}): SpotCase[] =>
  Array.from({ length: n }, (_, step) => at(moved(place, step, -step), of))

test('three of a class at one place are flagged and five are 重点; two are nothing', () => {
  const cases = [
    ...times(2, HOME),
    ...times(3, moved(HOME, 200)),
    ...times(5, moved(HOME, 400)),
    ...times(4, moved(HOME, 600)),
  ]
  expect(findRepeatSites(cases, RULES).map(({ level, cases: { length } }) => [level, length])).toEqual([
    ['key', 5],
    ['repeated', 4],
    ['repeated', 3],
  ])
})

test('other classes at the same place do not add up', () => {
  expect(findRepeatSites([...times(2, HOME), ...times(2, HOME, { code: '06012' })], RULES)).toEqual([])
})

test('cases along a road do not chain into one site', () => {
  const along = Array.from({ length: 12 }, (_, step) => at(moved(HOME, step * 20)))
  expect(Math.max(...findRepeatSites(along, RULES).map(({ cases }) => cases.length), 0)).toBeLessThan(4)
})

test('cases of one lamp are its site, and those of the next lamp are not', () => {
  const lamp = (thing: string, east: number) => times(3, moved(HOME, east), { code: '01037', thing })
  const sites = findRepeatSites([...lamp('a', 0), ...lamp('b', 8), at(HOME, { code: '01037' })], RULES)
  expect(sites.map(({ thing, cases }) => [thing, cases.length])).toEqual([
    ['a', 4],
    ['b', 3],
  ])
})

test('a site begun without a thing becomes that of the first thing that joins it', () => {
  const cases = [at(HOME, { code: '01037' }), ...times(2, moved(HOME, 3), { code: '01037', thing: 'a' })]
  expect(findRepeatSites(cases, RULES)).toMatchObject([{ thing: 'a', level: 'repeated' }])
})

test('what came before within the days of the rule counts, the case itself and what is older do not', () => {
  const before = [
    at(HOME),
    at(moved(HOME, 29)),
    at(moved(HOME, 31)),
    at(HOME, { ms: NOW - 61 * DAY }),
    at(HOME, { ms: NOW }),
  ]
  expect(repeatsBefore({ code: '06010', place: HOME, thing: null, ms: NOW }, before, RULES)).toBe(2)
})

test('six thousand cases group as by looking at every site', () => {
  const chance = dice(9)
  const cases = Array.from({ length: 6_000 }, () => {
    const code = ['06010', '01037', '09006'][Math.floor(chance() * 3)] as string
    const lamp = code === '01037' && chance() < 0.6 ? Math.floor(chance() * 60) : undefined
    const place = moved(
      HOME,
      lamp === undefined ? chance() * 4_000 : lamp * 60,
      lamp === undefined ? chance() * 700 : 20,
    )
    return at(place, {
      code,
      thing: lamp === undefined ? null : `lamp-${lamp}`,
      ms: NOW - Math.floor(chance() * 60 * DAY),
    })
  })
  const found = findRepeatSites(cases, RULES)
  expect(found.length).toBeGreaterThan(200)
  expect(found.map(({ cases: ids }) => ids.join()).sort()).toEqual(groupsByHand(cases).sort())
})

/** The rule read aloud: thing first, else the nearest site in reach of its first place, else a new one. */
function groupsByHand(cases: readonly SpotCase[]): string[] {
  const metres: Record<string, number> = { '06010': 30, '01037': 15, '09006': 30 }
  const sites: { code: string; place: LngLat; thing: string | null; ids: string[] }[] = []
  for (const one of [...cases].sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1))) {
    const ofThing = sites.find(({ code, thing }) => code === one.code && thing !== null && thing === one.thing)
    const near = sites
      .filter(({ code }) => code === one.code)
      .flatMap((site) => {
        const away = metresIfSame(one, site, metres[one.code] as number)
        return away === undefined ? [] : [{ site, away }]
      })
      .sort((a, b) => a.away - b.away)[0]?.site
    const known = ofThing ?? near
    const site = known ?? { code: one.code, place: one.place, thing: null, ids: [] }
    if (!known) sites.push(site)
    site.ids.push(one.id)
    site.thing ??= one.thing
  }
  return sites.filter(({ ids }) => ids.length >= 3).map(({ ids }) => ids.join())
}
