import { expect, test } from 'vitest'
import { random } from '../../../../data/cities/town/random.ts'
import { listRepeats } from '../../../../server/cases/place/list-repeats.ts'
import { RepeatMemory } from '../../../../server/cases/place/repeat-memory.ts'
import { recordCases } from '../../../../server/cases/record-cases.ts'
import type { Case } from '../../../../server/contract/case.ts'
import { by, complaint, lamp, SUO } from '../../../support/entries.ts'
import { testCity } from '../../../support/test-city.ts'

const DAY = 86_400_000
const CODES = ['01037', '06010', '06012']
const START = Date.parse('2026-05-01T04:00:00Z')

test('what is remembered is what a search of the store finds, whatever happened to the cases and the things meanwhile', async () => {
  const dice = random(7, 'repeat memory')
  const made = (index: number, ms: number): Case =>
    complaint(1, {
      ...{ id: `case-${index}`, kind: 'component', code: dice.pick(CODES), status: dice.pick(['closed', 'handling']) },
      ...{ location: [93.785 + dice.next() * 0.002, 31.886 + dice.next() * 0.001] },
      ...{ assetId: dice.chance(0.4) ? lamp(dice.int(1, 5)).id : null, unitGrid: dice.pick([null, `${SUO}100001001`]) },
      receivedAt: new Date(ms).toISOString(),
    })
  const cases = Array.from({ length: 150 }, (_, index) => made(index, START - dice.next() * 62 * DAY))
  const city = await testCity({ assets: [1, 2, 3, 4, 5].map((number) => lamp(number)), cases })
  const { rules } = city.parts.placement
  const needs = { memory: city.memory, rules, city: SUO, db: city.store.db }
  const known = new RepeatMemory(needs)
  const part = { areas: [`${SUO}100`], contractor: null, crewId: null }
  const record = (after: Case, kind: string) =>
    city.store.transaction(SUO, (tx) =>
      recordCases(tx, [{ at: after.receivedAt, kind, entityId: after.id, after }], by()),
    )
  let nowMs = START
  let seq = (await city.store.head(SUO)).seq
  let flagged = 0
  for (let step = 0; step < 24; step += 1) {
    const one = dice.int(0, cases.length - 1)
    const before = cases[one] as Case
    const what = dice.int(0, 4)
    if (what === 0) {
      cases.push(made(cases.length, nowMs))
      await record(cases.at(-1) as Case, 'case-received')
    } else if (what === 1) {
      cases[one] = { ...before, code: dice.pick(CODES) }
      await record(cases[one], 'case-accepted')
    } else if (what === 2) {
      cases[one] = { ...before, status: 'void' }
      await record(cases[one], 'case-voided')
    } else if (what === 3) {
      const id = dice.int(1, 5)
      const coordinates: [number, number] = [93.785 + dice.next() * 0.002, 31.886]
      await city.change({ changed: [lamp(id, { geometry: { type: 'Point', coordinates } })] })
    } else nowMs += dice.next() * 2 * DAY
    const rows = await city.store.readLog({ city: SUO, after: seq })
    seq = rows.at(-1)?.seq ?? seq
    known.take(rows)
    const at = new Date(nowMs).toISOString()
    const found = await known.list(nowMs, undefined, undefined)
    expect(found, `step ${step}`).toEqual(await listRepeats({ at }, needs))
    expect(await known.list(nowMs, '01037', part)).toEqual(
      await listRepeats({ at, code: '01037' }, { ...needs, scope: part }),
    )
    flagged = Math.max(flagged, found.length)
  }
  expect(flagged).toBeGreaterThan(5)
})
