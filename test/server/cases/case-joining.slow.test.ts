import { expect, test } from 'vitest'
import { seenCases } from '../../../server/cases/case-store.ts'
import { canonicalJson } from '../../../server/store/canonical-json.ts'
import { type CaseDesk, caseDesk, takeTo } from '../../support/case-desk.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'

const bytesOf = async ({ city }: CaseDesk, id: string) =>
  canonicalJson((await seenCases(city.store.db, SUO, [id])).get(id)?.state)

onEachEngine((_, engine) => {
  test('a merge keeps every report; a split restores both byte for byte', async () => {
    const desk = await caseDesk(engine)
    const one = await desk.receive()
    const other = await desk.receive({ source: 'citizen-snap', urgency: 'emergency' })
    await takeTo(desk, one.id, 'dispatch')
    await desk.act(other.id, 'accept')
    const before = [await bytesOf(desk, one.id), await bytesOf(desk, other.id)]
    await desk.later(15)
    const merged = await desk.act(other.id, 'merge', { into: one.id }, 'supervisor')
    expect(merged).toMatchObject({ status: 'merged', mergedInto: one.id, before: 'accepted', light: 'normal' })
    const whole = await desk.as.auditor.json(`/api/cases/${one.id}`)
    expect(whole.reports.map(({ id }: { id: string }) => id)).toEqual([`${one.id}-r1`, `${other.id}-r1`])
    expect(whole.urgency).toBe('emergency')
    expect(await desk.refused(other.id, 'accept', {}, 'acceptor')).toEqual([409, 'conflict'])
    await desk.act(other.id, 'split', { reason: '两处' }, 'duty-lead')
    expect([await bytesOf(desk, one.id), await bytesOf(desk, other.id)]).toEqual(before)
  })

  test('a split after the other case went on takes nothing from it but the reports', async () => {
    const desk = await caseDesk(engine)
    const [one, other] = [await desk.receive(), await desk.receive()]
    await desk.act(other.id, 'merge', { into: one.id }, 'acceptor')
    await takeTo(desk, one.id, 'file')
    await desk.receiveInto(one.id)
    await desk.act(other.id, 'split', { reason: '两处' }, 'acceptor')
    const left = await desk.as.auditor.json(`/api/cases/${one.id}`)
    expect(left).toMatchObject({ status: 'filed' })
    expect(left.reports.map(({ id }: { id: string }) => id)).toEqual([`${one.id}-r1`, `${one.id}-r2`])
  })

  test('a case is merged into another open one that its asker may see, and into nothing else', async () => {
    const desk = await caseDesk(engine)
    const [one, ended] = [await desk.receive(), await desk.receive()]
    await desk.act(ended.id, 'refuse', { reason: '不属实' })
    expect(await desk.refused(one.id, 'merge', { into: one.id }, 'acceptor')).toEqual([400, 'into-itself'])
    expect(await desk.refused(one.id, 'merge', { into: ended.id }, 'acceptor')).toEqual([409, 'into-ended'])
    expect(await desk.refused(one.id, 'merge', { into: 'nowhere' }, 'acceptor')).toEqual([404, 'unknown-case'])
    const joins = desk.as.acceptor.post('/api/cases', { ...one, joins: ended.id })
    expect((await desk.as.acceptor.problem(joins)).status).toBe(400)
  })

  test('who reported is kept apart: nowhere in the case, its answer or the log', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive({ reporter: { name: '张某某', phone: '13812345678' } })
    expect(JSON.stringify(await desk.as.acceptor.json(`/api/cases/${id}`))).not.toMatch(/张某某|5678/)
    expect(JSON.stringify(await desk.city.store.readLog({ city: SUO, after: 0 }))).not.toMatch(/张某某|5678/)
    const kept = await desk.city.store.db.selectFrom('complainants').select('report_id').execute()
    expect(kept).toEqual([{ report_id: `${id}-r1` }])
    const told = desk.as.acceptor.post(`/api/cases/${id}/actions/note`, { words: '请打 138 1234 5678' })
    expect(await desk.as.acceptor.problem(told)).toMatchObject({ status: 400, code: 'bad-words' })
  })

  test('120 cases are given to a crew at once; two that have ended are told one by one; a minute later all of it can be undone', async () => {
    const desk = await caseDesk(engine)
    const ids: string[] = []
    for (let n = 0; n < 120; n += 1) ids.push((await desk.receive()).id)
    const bulk = async (action: string, input: object, who: 'acceptor' | 'duty-lead' | 'supervisor', of = ids) => {
      const answer = await desk.as[who].post('/api/cases/actions', { action, ids: of, input })
      return (await answer.json()) as {
        results: { id: string; seq: number; refused: { code: string } }[]
        batch: string
      }
    }
    await bulk('accept', {}, 'acceptor')
    await bulk('file', { conditionId: 'noise' }, 'duty-lead')
    for (const id of ids.slice(0, 2)) await desk.act(id, 'leave-unsolved', { reason: '无法解决' })
    const { seq: was } = await desk.city.store.head(SUO)
    const { results, batch } = await bulk('dispatch', { crewId: 'crew-1' }, 'supervisor')
    expect(results.filter(({ refused }) => !refused)).toHaveLength(118)
    expect(results.slice(0, 2).map(({ refused }) => refused.code)).toEqual(['conflict', 'conflict'])
    expect((await desk.city.store.head(SUO)).seq - was).toBe(118)
    expect(results.at(-1)?.seq).toBe(was + 118)
    const moved = ids[5] ?? ''
    await desk.act(moved, 'take')
    const theirs = desk.as['duty-lead'].post('/api/cases/undo', { batch })
    expect(await desk.as['duty-lead'].problem(theirs)).toMatchObject({ status: 404, code: 'unknown-batch' })
    const undone = await (await desk.as.supervisor.post('/api/cases/undo', { batch })).json()
    expect(undone.results.filter(({ seq }: { seq: number | null }) => seq !== null)).toHaveLength(117)
    expect(undone.results.find(({ id }: { id: string }) => id === moved).refused.code).toBe('moved-on')
    expect(await desk.as.auditor.json(`/api/cases/${ids[9]}`)).toMatchObject({ status: 'filed', crewId: null })
    await desk.later(2)
    const late = desk.as.supervisor.post('/api/cases/undo', { batch: undone.batch })
    expect(await desk.as.supervisor.problem(late)).toMatchObject({ status: 404 })
  })

  test('the queue is narrowed by light, crew, owner and number, and sorted by what is due first', async () => {
    const desk = await caseDesk(engine)
    const list = async (query: string, as = desk.as.auditor) =>
      ((await as.json(`/api/cases?${query}`)).cases as { id: string }[]).map(({ id }) => Number(id.slice(-4)))
    for (let n = 0; n < 4; n += 1) await desk.receive()
    const ids = [1, 2, 3, 4].map((n) => `540626-20260506-000${n}`) as [string, string, string, string]
    await takeTo(desk, ids[0], 'take')
    await desk.act(ids[1], 'escalate', { reason: '有危险' }, 'commander')
    await desk.act(ids[3], 'refuse', { reason: '不属实' })
    expect(await list('open=true&sort=due')).toEqual([1, 2, 3])
    expect(await list('open=false')).toEqual([4])
    expect(await list('crew=crew-1')).toEqual([1])
    expect(await list('q=20260506-0003')).toEqual([3])
    expect(await list('light=emergency')).toEqual([2])
    expect(await list('light=working,normal')).toEqual([4, 3, 1])
    await desk.later(50)
    expect(await list('light=due')).toEqual([1])
    await desk.later(11)
    expect(await list('light=late')).toEqual([1])
    const crew = await desk.another('crew', { crewId: 'crew-1' })
    expect(await list('', crew)).toEqual([1])
    expect((await crew.get(`/api/cases/${ids[2]}`)).status).toBe(404)
    expect((await crew.get(`/api/cases/${ids[2]}/timeline`)).status).toBe(404)
    const note = crew.post(`/api/cases/${ids[2]}/actions/note`, { words: '看不见' })
    expect(await crew.problem(note)).toMatchObject({ status: 404, code: 'unknown-case' })
    const allowed = (await crew.json(`/api/cases/${ids[0]}`)).allowed
    expect(allowed).toContainEqual({ action: 'feed-back', refused: null })
    expect(allowed).toContainEqual({ action: 'take', refused: 'conflict' })
  })
})
