import { expect, test } from 'vitest'
import { placeInCity } from '../../../../server/cases/place/place-report.ts'
import { sameProblem } from '../../../../server/cases/place/same-problem.ts'
import { codesOfThings, layersOfCodes } from '../../../../server/cases/place/snap-asset.ts'
import { spotOf } from '../../../../server/cases/place/spot-of.ts'
import { type EarlierCase, suggestDuplicates } from '../../../../server/cases/place/suggest-duplicates.ts'
import type { Case } from '../../../../server/contract/case.ts'
import type { SameProblem } from '../../../../server/contract/placement.ts'
import { complaint } from '../../../support/entries.ts'
import { HOME, memoryOf, moved, RULES } from './made-ground.ts'
import { type Incident, madeReports } from './reports-of-incidents.ts'

const NOW = Date.parse('2026-05-01T12:00:00Z')
const hoursAgo = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString()
const LAMP_RULE = sameProblem('01037', RULES) as SameProblem
const report = { code: '01037', place: HOME, thing: null, receivedMs: NOW }
const earlier = (of: Partial<Case>, thing: string | null = null): EarlierCase => {
  const one = complaint(1, { receivedAt: hoursAgo(2), ...of })
  return { of: one, spot: { place: one.location, thing } }
}
const suggested = (one: EarlierCase, thing: string | null = null) =>
  suggestDuplicates({ ...report, thing }, [one], LAMP_RULE)[0]

test('an open case of the class nearby is suggested with its reasons', () => {
  const found = suggested(earlier({ location: moved(HOME, 6) }))
  expect(found).toMatchObject({ id: 'case-0001', metres: 6 })
  expect(found?.reasons).toEqual([
    { because: 'near', metres: 6 },
    { because: 'open', hours: 2 },
  ])
})

test('the same thing is suggested before a case that is only near', () => {
  const near = { ...earlier({ id: 'near', location: moved(HOME, 1) }), spot: { place: moved(HOME, 1), thing: null } }
  const same = earlier({ id: 'same', location: moved(HOME, 9), receivedAt: hoursAgo(30) }, 'lamp-1')
  const found = suggestDuplicates({ ...report, thing: 'lamp-1' }, [near, same], LAMP_RULE)
  expect(found.map(({ id }) => id)).toEqual(['same', 'near'])
  expect(found[0]?.reasons[0]).toEqual({ because: 'same-thing', thing: 'lamp-1' })
})

test.each<[string, EarlierCase, string | null]>([
  ['another class at the same place', earlier({ code: '03005' }), null],
  ['the neighbouring lamp', earlier({ location: moved(HOME, 25) }), null],
  ['another lamp, however near', earlier({}, 'lamp-2'), 'lamp-1'],
  ['a case closed two days ago', earlier({ status: 'closed', receivedAt: hoursAgo(60), closedAt: hoursAgo(48) }), null],
  ['an open case that everybody forgot', earlier({ receivedAt: hoursAgo(24 * 40) }), null],
  ['what was refused', earlier({ status: 'refused' }), null],
  ['what goes on in another case', earlier({ status: 'merged', mergedInto: 'x' }), null],
])('%s is not suggested', (_, one, thing) => {
  expect(suggested(one, thing)).toBeUndefined()
})

test('a case that ended some hours ago is suggested, behind an open one', () => {
  const ended = earlier({ id: 'ended', status: 'closed', receivedAt: hoursAgo(9), closedAt: hoursAgo(3) })
  const open = earlier({ id: 'open', receivedAt: hoursAgo(9) })
  const found = suggestDuplicates(report, [ended, open], LAMP_RULE)
  expect(found.map(({ id }) => id)).toEqual(['open', 'ended'])
  expect(found[1]?.reasons[1]).toEqual({ because: 'ended', hours: 3 })
})

test.each([11, 12])(
  'of made reports (seed %i) 95 in 100 doubles are found, and 80 in 100 suggestions are right',
  async (seed) => {
    const { recall, precision, doubles } = await judge(seed)
    expect(doubles).toBeGreaterThan(400)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.8)
  },
)

/** Each report is shown the cases before it; a double that was joined makes no case of its own. */
async function judge(seed: number) {
  const { assets, reports } = madeReports(seed)
  const memory = await memoryOf(assets)
  const cases = new Map<Incident, Case>()
  let [doubles, right, shown] = [0, 0, 0]
  for (const { incident, again, ms, location, chosen } of reports) {
    const { code, kind } = incident
    const { assetId } = placeInCity(
      { location, kind, code, assetId: chosen },
      { memory, rules: RULES, responsibility: null },
    )
    const layers = layersOfCodes(codesOfThings(code, RULES), memory)
    const before = [...cases].map(([of, one]): EarlierCase => {
      const ended = of.endedMs < ms
      const closed = ended ? ({ status: 'closed', closedAt: new Date(of.endedMs).toISOString() } as const) : {}
      return { of: { ...one, ...closed }, spot: spotOf(one, layers) }
    })
    const rule = sameProblem(code, RULES) as SameProblem
    const found = suggestDuplicates({ ...spotOf({ location, assetId }, layers), code, receivedMs: ms }, before, rule)
    shown += found.length
    if (again) {
      doubles++
      if (found.some(({ id }) => id === cases.get(incident)?.id)) right++
      continue
    }
    const id = `case-${cases.size}`
    const receivedAt = new Date(ms).toISOString()
    cases.set(incident, { ...complaint(1, { kind, code, location, assetId, receivedAt }), id })
  }
  return { doubles, recall: right / doubles, precision: right / shown }
}
