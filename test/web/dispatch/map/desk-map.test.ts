import { expect, test } from 'vitest'
import { type Crew, STALE_POSITION_MINUTES } from '../../../../server/contract/crew.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { DeskCrew } from '../../../../web/dispatch/desk/desk-crew.ts'
import { arrivals } from '../../../../web/dispatch/map/arrivals.ts'
import { clusterAnswer } from '../../../../web/dispatch/map/cluster-answer.ts'
import { crewRows } from '../../../../web/dispatch/map/crew-rows.ts'
import { caseOfMark, dropAt, heldAt } from '../../../../web/dispatch/map/drag.ts'
import { moversOfCrews, rankedOnMap, shortName } from '../../../../web/dispatch/map/movers-of-crews.ts'
import type { Mark } from '../../../../web/map/map-surface.ts'
import type { Mover } from '../../../../web/map/movers/mover.ts'

const NOW = Date.parse('2026-11-20T21:36:00+08:00')
const HERE: LngLat = [93.7858, 31.8892]
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()

function crew(id: string, minutesAgo: number | null, more: Partial<Crew> = {}): DeskCrew {
  const position =
    minutesAgo === null
      ? null
      : { at: ago(minutesAgo), location: HERE, accuracyM: null, speedKmh: null, headingDeg: null }
  return {
    crew: {
      ...{ id, name: `市政${id}组`, skills: ['roads'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
      ...{ contractor: null, areas: ['540626'], loadLimit: 4, headcount: 3, onDuty: true, dutySince: ago(300) },
      ...{ endedAt: null, demo: true },
      ...more,
    },
    position,
    trail: [],
  }
}
const aged = (name: string, minutes: number): string => `${name} ${minutes}`

test('a place older than the limit is stale and says how old; a crew off duty, ended or of no known place is not on the map', () => {
  const crews = [
    crew('一', STALE_POSITION_MINUTES),
    crew('三', 23),
    crew('四', null),
    crew('五', 0, { onDuty: false }),
    crew('六', 0, { endedAt: ago(9) }),
  ]
  expect(moversOfCrews(crews, [{ crewId: '三', rank: 2 }], NOW, aged)).toMatchObject([
    { id: '一', label: '市政一', stale: false, rank: null },
    { id: '三', label: '市政三 23', stale: true, rank: 2 },
  ])
})

test('a crew has its short name on the map, and not none', () => {
  expect([shortName('照明一组（演示）'), shortName('夜巡二组'), shortName('三组'), shortName('Roads 1')]).toEqual([
    '照明一',
    '夜巡二',
    '三组',
    'Roads 1',
  ])
})

test('of the ranked, five are drawn', () => {
  const ranked = Array.from({ length: 9 }, (_, i) => ({ rank: i + 1 }))
  expect(rankedOnMap(ranked as never)).toHaveLength(5)
})

test('the list has every crew that works: those that fit by rank, then those on duty, then the others', () => {
  const crews = [crew('a', null), crew('b', 1), crew('c', 2), crew('d', 1, { onDuty: false }), crew('e', 40)]
  const rows = crewRows(
    [...crews, crew('f', 1, { endedAt: ago(1) })],
    [{ crewId: 'c', rank: 1 }],
    new Map([['b', 3]]),
    NOW,
  )
  expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'e', 'd'])
  expect(rows[1]).toMatchObject({ load: 3, loadLimit: 4, ageMinutes: 1, stale: false })
  expect(rows[2]).toMatchObject({ ageMinutes: null, stale: true, load: undefined })
})

const mark = (properties: Record<string, unknown>): Mark => ({
  over: 'case',
  source: 'cases',
  lngLat: HERE,
  properties,
})
const one = mark({ id: 'k1', state: 'late' })
const many = mark({ id: 'k7', cluster: true, cluster_id: 4, point_count: 9 })
const mover: Mover = {
  ...{ id: 'c1', label: '市政一', lngLat: HERE, headingDeg: null, trail: [], stale: false, rank: 1 },
}
const none = new Set<string>()
const nothing = { mover: undefined, mark: undefined }

test('a case falls on a crew and a crew on a case, and nothing falls on the map, on its own kind, or on many at once', () => {
  const held = heldAt({ mover: undefined, mark: one }, none)
  expect(held).toMatchObject({ kind: 'cases', ids: ['k1'], state: 'late' })
  if (!held) return
  expect(dropAt(held, { mover, mark: undefined }, none)).toMatchObject({ caseIds: ['k1'], crewId: 'c1' })
  expect(dropAt(held, { mover: undefined, mark: one }, none)).toBeUndefined()
  expect(dropAt(held, nothing, none)).toBeUndefined()

  const taken = heldAt({ mover, mark: one }, none)
  expect(taken).toMatchObject({ kind: 'crew', id: 'c1' })
  if (!taken) return
  expect(dropAt(taken, { mover: undefined, mark: one }, none)).toMatchObject({ caseIds: ['k1'], crewId: 'c1' })
  expect(dropAt(taken, { mover: undefined, mark: many }, none)).toBeUndefined()
  expect(heldAt({ mover: undefined, mark: many }, none)).toBeUndefined()
  expect(heldAt(nothing, none)).toBeUndefined()
  expect(caseOfMark({ ...one, over: 'plan' })).toBeUndefined()
})

test('a chosen case takes all that are chosen along, another goes alone', () => {
  const chosen = new Set(['k1', 'k2', 'k3'])
  expect(heldAt({ mover: undefined, mark: one }, chosen)).toMatchObject({ ids: ['k1', 'k2', 'k3'] })
  expect(heldAt({ mover: undefined, mark: mark({ id: 'k9', state: 'due' }) }, chosen)).toMatchObject({ ids: ['k9'] })
  const held = heldAt({ mover, mark: undefined }, chosen)
  expect(held && dropAt(held, { mover: undefined, mark: one }, chosen)?.caseIds).toEqual(['k1', 'k2', 'k3'])
})

test('only a case of the last minute that was not there before is an arrival, and a storm is none', () => {
  const at = (id: string, minutes: number) => ({ id, receivedAt: ago(minutes), location: HERE })
  expect(arrivals(new Set(['a']), [at('a', 0), at('b', 0.5), at('c', 30)], NOW).map(({ id }) => id)).toEqual(['b'])
  expect(
    arrivals(
      none,
      Array.from({ length: 40 }, (_, i) => at(String(i), 0)),
      NOW,
    ),
  ).toEqual([])
})

test('a click on many goes to where they part; those of one place are listed', () => {
  expect(clusterAnswer(16, 14)).toEqual({ zoomTo: 16.4 })
  expect(clusterAnswer(15, 14.9)).toEqual({ zoomTo: 15.9 })
  expect(clusterAnswer(20, 17)).toBe('list')
})
