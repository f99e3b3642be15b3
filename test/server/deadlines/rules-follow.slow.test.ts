import { expect, test } from 'vitest'
import type { CaseCard } from '../../../server/contract/case-card.ts'
import { openRules } from '../../../server/deadlines/open-rules.ts'
import { caseDesk, takeTo } from '../../support/case-desk.ts'
import { onEachEngine } from '../../support/engines.ts'
import { testCity } from '../../support/test-city.ts'
import { shippedRules } from '../catalogue/catalogue-folder.ts'

const SUO = '540626'
const NOISE = '/api/rules/conditions/noise'
const stageClocks = ({ clocks }: CaseCard) =>
  clocks.flatMap((one) => (one.ruleId === 'posts' ? [] : [`${one.stage} v${one.ruleVersion} ${one.dueAt}`]))

onEachEngine((place, engine) => {
  test('a change of a limit touches later cases only: an older one keeps its version and its instants', async () => {
    const desk = await caseDesk(engine)
    const [older, newer] = [await desk.receive(), await desk.receive({ location: [93.7889, 31.8862], problem: '音响' })]
    await takeTo(desk, older.id, 'dispatch')
    // Dispatched Wed 6 May 2026 09:00, an hour around the clock.
    const before = ['handle v1 2026-05-06T02:00:00.000Z']
    expect(stageClocks(await desk.as.auditor.json(`/api/cases/${older.id}`))).toEqual(before)

    const { id: _id, version: _version, validFrom: _from, ...draft } = (await desk.as.admin.json(NOISE)).condition
    const stages = [{ ...draft.stages[0], limit: { value: 4, unit: 'hour' } }]
    const answer = await desk.as.admin.request('PUT', NOISE, { ...draft, stages }, { 'If-Match': '"1"' })
    expect(answer.status).toBe(200)
    await takeTo(desk, newer.id, 'dispatch')

    const now: CaseCard = await desk.as.auditor.json(`/api/cases/${older.id}`)
    expect([now.conditionVersion, stageClocks(now)]).toEqual([1, before])
    const later: CaseCard = await desk.as.auditor.json(`/api/cases/${newer.id}`)
    expect([later.conditionVersion, stageClocks(later)]).toEqual([2, ['handle v2 2026-05-06T05:00:00.000Z']])
    expect(await desk.city.store.verify(SUO)).toMatchObject({ ok: true })
  })

  test('私搭乱建 runs three clocks in one case, 井盖缺失 a sign in 30 minutes and a cover in 24 hours', async () => {
    const desk = await caseDesk(engine)
    const built = await desk.receive({ code: '06001', problem: '楼前搭建彩钢棚' })
    const cover = await desk.receive({ kind: 'component', code: '01002', problem: '污水井盖丢失' })
    await takeTo(desk, built.id, 'dispatch', { file: { conditionId: 'illegal-building' } })
    await takeTo(desk, cover.id, 'dispatch', { file: { conditionId: 'cover-hazard' } })
    // From Wed 6 May 2026 09:00; Sat 9 May is worked for 劳动节. 4 h: 9–12, 14–15. 7 days: 7, 8, 9, 11, 12, 13, and 14 until 9.
    expect(stageClocks(await desk.as.auditor.json(`/api/cases/${built.id}`))).toEqual([
      'stop v1 2026-05-06T07:00:00.000Z',
      'penalty v1 2026-05-14T01:00:00.000Z',
      'demolish v1 2026-06-02T01:00:00.000Z',
    ])
    expect(stageClocks(await desk.as.auditor.json(`/api/cases/${cover.id}`))).toEqual([
      'sign v1 2026-05-06T01:30:00.000Z',
      'replace v1 2026-05-07T01:00:00.000Z',
    ])
  })

  test('a server that starts later, and a verb before its log is followed, have the newest rule', async () => {
    const at = await place()
    const first = await testCity({ place: at })
    const admin = await first.as('admin')
    const { hours } = await admin.json('/api/rules/hours')
    const six = {
      periods: [
        ['09:00', '12:00'],
        ['15:00', '18:00'],
      ],
    }
    await admin.request('PUT', '/api/rules/hours', six, { 'If-Match': `"${hours.version}"` })
    const behind = openRules(await shippedRules(), SUO)
    expect(behind.now().hours.version).toBe(1)
    expect((await behind.seenBy(first.store.db)).hours).toMatchObject({ version: 2, ...six })
    expect(behind.now().hours.version).toBe(1)
    await behind.load(first.store.db)
    expect(behind.now().hours).toMatchObject({ version: 2, ...six })
    behind.apply(await first.store.readLog({ city: SUO, after: 0, limit: 1_000 }))
    expect(behind.now().hours.version).toBe(2)
  })
})
