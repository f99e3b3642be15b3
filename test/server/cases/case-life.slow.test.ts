import { expect, test } from 'vitest'
import type { CaseCard } from '../../../server/contract/case-card.ts'
import { COURSE, caseDesk, takeTo } from '../../support/case-desk.ts'
import { onEachEngine } from '../../support/engines.ts'

const clockIds = ({ clocks }: CaseCard, running: boolean) =>
  clocks.filter(({ endedAt }) => (endedAt === null) === running).map(({ id }) => id)

onEachEngine((_, engine) => {
  test('a complaint goes from the telephone to its end, each post in its turn', async () => {
    const desk = await caseDesk(engine)
    const { id, number } = await desk.receive()
    expect([id, number]).toEqual(['540626-20260506-0001', '20260506-0001'])
    const statuses: string[] = []
    for (const [action, input] of COURSE) {
      await desk.later(7)
      statuses.push((await desk.act(id, action, input)).status)
    }
    expect(statuses).toEqual([
      ...['accepted', 'filed', 'dispatched', 'handling', 'handled', 'verifying', 'verified', 'closed'],
    ])
    const closed: CaseCard = await desk.as.auditor.json(`/api/cases/${number}`)
    expect(closed).toMatchObject({
      outcome: 'persuaded',
      quantity: { value: 1 },
      closedAt: desk.now(),
      light: 'normal',
    })
    expect(clockIds(closed, false)).toEqual(['accept', 'file', 'dispatch', 'handle', 'verify', 'close'])
    const { steps } = await desk.as.commander.json(`/api/cases/${id}/timeline`)
    expect(steps.map(({ kind, by }: { kind: string; by: string }) => `${kind} ${by}`)).toEqual([
      ...['case-received acceptor', 'case-accepted acceptor', 'case-filed duty-lead', 'case-dispatched supervisor'],
      ...['case-taken crew', 'case-handled crew', 'case-verification-asked acceptor', 'case-verified inspector'],
      'case-closed duty-lead',
    ])
    expect((await desk.city.store.verify('540626')).ok).toBe(true)
  })

  test('two dispatchers at once: one sends a crew, the other is told who was faster and when', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    await takeTo(desk, id, 'file')
    const [one, other] = [desk.as.supervisor, await desk.another('supervisor')]
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? one : other).post(`/api/cases/${id}/actions/dispatch`, { crewId: n % 2 ? 'crew-1' : 'crew-2' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(await lost?.json()).toMatchObject({
      code: 'conflict',
      last: { name: 'supervisor', at: desk.now(), kind: 'case-dispatched' },
    })
    const { steps } = await desk.as.auditor.json(`/api/cases/${id}/timeline`)
    expect(steps.filter(({ kind }: { kind: string }) => kind === 'case-dispatched')).toHaveLength(1)
  })

  test('reports that come at once are numbered in order and without a hole', async () => {
    const desk = await caseDesk(engine)
    const cards = await Promise.all(Array.from({ length: 40 }, () => desk.receive()))
    const numbers = cards.map(({ number }) => number).sort()
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => `20260506-${String(n + 1).padStart(4, '0')}`))
    await desk.as.acceptor.problem(desk.as.acceptor.post('/api/cases', { ...{ source: 'patrol' }, problem: '' }))
    await desk.later(15 * 60)
    // 00:00 in Shanghai is 16:00 of the day before in UTC.
    expect((await desk.receive()).number).toBe('20260507-0001')
  })

  test('the same request under one key is done once', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    const accept = () => desk.as.acceptor.post(`/api/cases/${id}/actions/accept`, {}, { 'Idempotency-Key': 'k1' })
    const [first, again] = [await accept(), await accept()]
    expect([first.status, again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 200, 'true'])
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'))
    const other = desk.as.acceptor.post(`/api/cases/${id}/actions/note`, { words: '' }, { 'Idempotency-Key': 'k1' })
    expect((await desk.as.acceptor.problem(other)).status).toBe(400)
    const reused = desk.as.acceptor.post(
      `/api/cases/${id}/actions/note`,
      { words: '再问' },
      { 'Idempotency-Key': 'k1' },
    )
    expect(await desk.as.acceptor.problem(reused)).toMatchObject({ status: 422, code: 'key-reused' })
  })

  test('who saw an older state is told so, but only where the action itself would be legal', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    const etag = (await desk.as.acceptor.get(`/api/cases/${id}`)).headers.get('ETag') ?? ''
    await desk.act(id, 'note', { words: '住户在家' }, 'acceptor')
    const accept = (headers: Record<string, string>) =>
      desk.as.acceptor.post(`/api/cases/${id}/actions/accept`, {}, headers)
    expect(await desk.as.acceptor.problem(accept({ 'If-Match': etag }))).toMatchObject({ status: 412 })
    expect((await accept({ 'If-Match': '*' })).status).toBe(200)
    expect(await desk.as.acceptor.problem(accept({ 'If-Match': etag }))).toMatchObject({
      status: 409,
      code: 'conflict',
    })
  })
})
