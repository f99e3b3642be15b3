import { expect, test } from 'vitest'
import type { CaseStatus } from '../../../../server/contract/case.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { RepeatSite } from '../../../../server/contract/placement.ts'
import { type ExcludedCrew, ExclusionCode, type RankedCrew } from '../../../../server/contract/recommendation.ts'
import { wantsCrew } from '../../../../web/case/use-recommendation.ts'
import { briefName } from '../../../../web/dispatch/case/brief-name.ts'
import { orderExcluded, tellingCodes } from '../../../../web/dispatch/case/exclusion.ts'
import { footOf } from '../../../../web/dispatch/case/foot-offers.ts'
import { joinReasons } from '../../../../web/dispatch/case/join-reasons.ts'
import { around, NEARBY_METRES, nearbySame, walkMetres } from '../../../../web/dispatch/case/nearby-same.ts'
import { earlierAt, siteOf } from '../../../../web/dispatch/case/repeat-site.ts'

const ranked = (crewId: string): RankedCrew => ({
  ...{ crewId, name: crewId, rank: 1, minutes: 4, metres: 530, by: 'roads', way: [], skills: ['drainage'] },
  ...{ load: 1, loadLimit: 4, positionAt: null, contractor: null, score: 4, reasons: [] },
})
const out = (crewId: string, codes: ExcludedCrew['codes'], metres: number | null): ExcludedCrew => ({
  ...{ crewId, name: crewId, codes, metres, load: 4, loadLimit: 4, positionAt: null },
})
const offer = (action: string, refused: string | null = null) => ({ action, refused }) as never

test('the primary button sends the crew that fits best, and only where a crew can be sent', () => {
  const waits = [offer('dispatch'), offer('request-suspension'), offer('note')]
  expect(footOf(waits, [ranked('a'), ranked('b')]).primary).toMatchObject({ is: 'dispatch-to', crew: { crewId: 'a' } })
  expect(footOf(waits, []).primary).toEqual({ is: 'act', action: 'dispatch' })
  expect(footOf([offer('dispatch', 'conflict'), offer('approve')], [ranked('a')]).primary).toEqual({
    ...{ is: 'act', action: 'approve' },
  })
  expect(footOf([offer('dispatch', 'conflict')], [ranked('a')]).primary).toBeUndefined()
})

test('every action that one has a post for has one place at the foot', () => {
  const allowed = [
    ...[offer('dispatch'), offer('reassign', 'conflict'), offer('request-extension', 'conflict'), offer('merge')],
    ...[
      offer('request-suspension'),
      offer('request-void'),
      offer('escalate'),
      offer('note'),
      offer('close', 'conflict'),
    ],
  ]
  const { beside, more } = footOf(allowed, [ranked('a')])
  const actions = [...beside, ...more].map(({ action }) => action)
  expect(new Set(['dispatch', ...actions])).toEqual(new Set(allowed.map(({ action }) => action)))
  expect(actions).toHaveLength(allowed.length - 1)
})

test('what is beside the primary button stays there when it cannot be done; answers come only when something is asked', () => {
  const allowed = [
    ...[offer('dispatch'), offer('approve', 'no-request'), offer('decline', 'no-request'), offer('note')],
    ...[offer('reassign', 'conflict'), offer('request-extension', 'conflict'), offer('request-suspension')],
  ]
  const named = (of: Parameters<typeof footOf>[0]) => footOf(of, []).beside.map(({ action }) => action)
  expect(named(allowed)).toEqual(['request-extension', 'request-suspension', 'note'])
  expect(footOf(allowed, [ranked('a')]).beside.map(({ action }) => action)).toEqual([
    ...['request-extension', 'request-suspension'],
  ])
  expect(named([offer('reassign'), offer('decline'), offer('approve'), offer('request-extension', 'pending')])).toEqual(
    [...['decline', 'request-extension', 'reassign']],
  )
})

test('who sent the case back stands first among those that do not fit, then those that would at another hour', () => {
  const all = [
    out('far', ['wrong-skill'], 900),
    out('two', ['off-duty', 'wrong-skill'], 10),
    out('unknown', ['no-position'], null),
    out('near', ['at-limit'], 200),
    out('back', ['sent-back', 'at-limit'], 5000),
  ]
  expect(orderExcluded(all).map(({ crewId }) => crewId)).toEqual(['back', 'near', 'unknown', 'far', 'two'])
})

test('the reason that says most is told first, and every code has a place', () => {
  expect(tellingCodes({ codes: ['stale-position', 'sent-back'] })).toEqual(['sent-back', 'stale-position'])
  expect(tellingCodes({ codes: ExclusionCode.options })).toHaveLength(ExclusionCode.options.length)
  expect(tellingCodes({ codes: ExclusionCode.options }).at(0)).toBe('sent-back')
})

const HERE: LngLat = [93.785, 31.886]
const metresEast = (metres: number): LngLat => [
  HERE[0] + metres / (111_320 * Math.cos((HERE[1] * Math.PI) / 180)),
  HERE[1],
]
const waiting = (id: string, location: LngLat, more: object = {}) => ({
  ...{ id, kind: 'component' as const, code: '01003', status: 'filed' as CaseStatus, mergedInto: null, location },
  ...more,
})

test('cases of one class that wait within a walk are offered together, the nearest first', () => {
  const all = [
    waiting('self', HERE),
    waiting('second', metresEast(200)),
    waiting('first', metresEast(50)),
    waiting('beyond', metresEast(NEARBY_METRES + 1)),
    waiting('matter', metresEast(20), { kind: 'matter' }),
    waiting('lamp', metresEast(20), { code: '01037' }),
    waiting('given', metresEast(20), { status: 'dispatched' }),
  ]
  const near = nearbySame(all, waiting('self', HERE))
  expect(near.map(({ of }) => of.id)).toEqual(['first', 'second'])
  expect(near[0]?.metres).toBeCloseTo(50, 0)
})

test('the rectangle that is asked for holds the walk in every direction', () => {
  const [west, south, east, north] = around(HERE, NEARBY_METRES)
  for (const corner of [[west, HERE[1]] as LngLat, [east, HERE[1]] as LngLat, [HERE[0], south] as LngLat])
    expect(walkMetres(HERE, corner)).toBeCloseTo(NEARBY_METRES, 0)
  expect(north).toBeGreaterThan(HERE[1])
})

const came = (id: string, receivedAt: string): RepeatSite['cases'][number] => ({
  ...{ id, number: '20261120-0001', problem: '井盖松动', address: '滨河路', status: 'closed', receivedAt },
})
const site = (assetId: string | null, cases: RepeatSite['cases']): RepeatSite => ({
  ...{ code: '01003', location: HERE, assetId, level: 'repeated', cases },
})

test('the history of a place is that of the site that holds the case, the latest first and without itself', () => {
  const cases = [
    came('a', '2026-10-01T00:00:00Z'),
    came('b', '2026-11-01T00:00:00Z'),
    came('c', '2026-11-20T00:00:00Z'),
  ]
  const sites = [site('other', []), site(null, cases)]
  const found = siteOf(sites, { id: 'c', assetId: 'other' })
  expect(earlierAt(found, 'c').map(({ id }) => id)).toEqual(['b', 'a'])
  expect(siteOf([site('thing', cases)], { id: 'new', assetId: 'thing' })?.assetId).toBe('thing')
  expect(siteOf(sites, { id: 'new', assetId: null })).toBeUndefined()
  expect(earlierAt(undefined, 'c')).toEqual([])
})

test('crews are asked for while the case may be given to one', () => {
  expect(wantsCrew('filed')).toBe(true)
  expect(wantsCrew('handling')).toBe(true)
  expect(wantsCrew('received')).toBe(false)
  expect(wantsCrew('handled')).toBe(false)
})

test('buttons that cannot be pressed for one reason share its sentence', () => {
  const reasons = [
    { act: '延期', why: '须先派遣' },
    { act: '批准', why: '没有待批的申请' },
    { act: '改派', why: '须先派遣' },
  ]
  expect(joinReasons(reasons)).toEqual([
    { why: '须先派遣', acts: ['延期', '改派'] },
    { why: '没有待批的申请', acts: ['批准'] },
  ])
})

test('a crew on a button goes without what stands in brackets behind its name', () => {
  expect(briefName('市政设施一组（演示）')).toBe('市政设施一组')
  expect(briefName('Works 1 (demo)')).toBe('Works 1')
  expect(briefName('（演示）')).toBe('（演示）')
})
