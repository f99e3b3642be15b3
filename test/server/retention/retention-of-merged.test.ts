import { expect, test } from 'vitest'
import { complainantRetention } from '../../../server/complainants/complainant-retention.ts'
import { runRetentions } from '../../../server/retention/run-retentions.ts'
import { type CaseDesk, caseDesk } from '../../support/case-desk.ts'
import { SUO } from '../../support/entries.ts'
import { plant, reported } from '../../support/plant.ts'
import { testCity } from '../../support/test-city.ts'

const DAY = 24 * 60
const reporter = { name: '张某某', phone: '13812345678' }

/** Who is kept, by report, once a night's work is done. */
async function keptAfterNight({ city, now }: CaseDesk): Promise<string[]> {
  const needs = { area: SUO, store: city.store, now: () => new Date(now()) }
  await runRetentions(needs, [complainantRetention(365)])
  const rows = await city.store.db.selectFrom('complainants').select('report_id').orderBy('report_id').execute()
  return rows.map(({ report_id }) => report_id)
}

test('who reported a merged case is kept as long as the case that it was merged into, and no longer', async () => {
  const desk = await caseDesk()
  const [first, other] = [await desk.receive({ reporter }), await desk.receive()]
  await desk.act(first.id, 'merge', { into: other.id }, 'acceptor')
  await desk.later(400 * DAY)
  expect(await keptAfterNight(desk)).toEqual([`${first.id}-r1`])
  await desk.act(other.id, 'refuse', { reason: '不属实' })
  await desk.later(364 * DAY)
  expect(await keptAfterNight(desk)).toEqual([`${first.id}-r1`])
  await desk.later(2 * DAY)
  expect(await keptAfterNight(desk)).toEqual([])
})

test('split off again, a case keeps its own: its complainant stays though the other case ended long ago', async () => {
  const desk = await caseDesk()
  const [first, other] = [await desk.receive({ reporter }), await desk.receive({ reporter })]
  await desk.act(first.id, 'merge', { into: other.id }, 'acceptor')
  await desk.act(first.id, 'split', { reason: '两处' }, 'acceptor')
  await desk.act(other.id, 'refuse', { reason: '不属实' })
  await desk.later(400 * DAY)
  expect(await keptAfterNight(desk)).toEqual([`${first.id}-r1`])
})

test('a case that was merged, over and over, into one that is open is kept', async () => {
  const chain = Array.from({ length: 30 }, (_, index) =>
    reported(index + 1, {
      ...{ receivedAt: '2024-01-01T09:00:00+08:00', status: 'merged' },
      mergedInto: `case-${String(index + 2).padStart(4, '0')}`,
    }),
  )
  const cases = [...chain, reported(31, { receivedAt: '2024-01-01T09:00:00+08:00', status: 'handling' })]
  const city = await testCity({ cases, unloaded: true })
  await plant(city, cases)
  const now = () => new Date('2026-05-01T12:00:00+08:00')
  expect((await runRetentions({ area: SUO, store: city.store, now }, [complainantRetention(365)])).gone).toEqual([])
})
