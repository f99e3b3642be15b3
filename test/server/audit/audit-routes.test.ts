import { expect, test } from 'vitest'
import type { AuditPage, AuditRow } from '../../../server/contract/audit.ts'
import type { LogEntry } from '../../../server/contract/log.ts'
import type { Client } from '../../support/client.ts'
import { newPlace } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { complaint, type TestCity, testCity } from '../../support/test-city.ts'
import { MARK, MINE, twoStreets } from '../rights-desk.ts'

const read = (city: TestCity, after: number, of: Partial<LogEntry> = {}): Promise<number> =>
  city.store.transaction(SUO, (tx) =>
    tx.append([
      {
        ...{ at: '2026-05-01T04:00:00Z', actor: 'person:nobody', kind: 'complainant-revealed', entity: 'complainant' },
        ...{ entityId: `report-${after}`, after: { caseId: `case-${after}` }, reason: '回访核实' },
        ...of,
      } as LogEntry,
    ]),
  )

/** Every page, as a person turns them. */
async function walk(who: Client, query = ''): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for (let next: string | null = ''; next !== null; ) {
    const cursor = next === '' ? '' : `&cursor=${next}`
    const page = (await who.json(`/api/audit?limit=7${query}${cursor}`)) as AuditPage
    rows.push(...page.rows)
    next = page.next
  }
  return rows
}

test('the auditor reads every row once, the newest first, with who did it and what it is about', async () => {
  const city = await testCity({ cases: [complaint(1)] })
  const [auditor, acceptor] = [await city.as('auditor'), await city.as('acceptor')]
  const seq = await read(city, 1, { actor: acceptor.id, after: { caseId: complaint(1).id } })
  const rows = await walk(auditor)
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, index) => seq - index))
  expect(rows[0]).toMatchObject({
    ...{ actor: acceptor.id, actorName: 'acceptor', kind: 'complainant-revealed', entity: 'complainant' },
    ...{ title: complaint(1).number, reason: '回访核实' },
  })
  for (const role of ['admin', 'commander', 'acceptor'] as const)
    expect(await (await city.as(role)).refusal('/api/audit')).toMatchObject({ status: 403 })
})

test('rows are found by thing, by who, by what was done and by time', async () => {
  const city = await testCity({ cases: [complaint(1), complaint(2)] })
  const auditor = await city.as('auditor')
  await read(city, 1)
  await read(city, 2, { actor: 'person:other', at: '2026-05-01T05:00:00Z' })
  const found = async (query: string) => (await walk(auditor, query)).map(({ entityId }) => entityId)
  expect(await found('&entity=complainant')).toEqual(['report-2', 'report-1'])
  expect(await found('&entity=complainant&entityId=report-1')).toEqual(['report-1'])
  expect(await found('&actor=person:other')).toEqual(['report-2'])
  expect(await found('&kind=case-received')).toEqual([complaint(2).id, complaint(1).id])
  const from = '&kind=complainant-revealed&from=2026-05-01T05:00:00Z'
  expect(await found(from)).toEqual(['report-2'])
  expect(await found('&kind=complainant-revealed&to=2026-05-01T05:00:00Z')).toEqual(['report-1'])
  expect(await auditor.refusal('/api/audit?cursor=0')).toMatchObject({ status: 400, parameter: 'cursor' })
  expect(await auditor.refusal('/api/audit?from=2026-05-02&to=2026-05-01')).toMatchObject({ status: 400 })
})

test('the one row that matches is found behind thousands that do not', async () => {
  const city = await testCity()
  const auditor = await city.as('auditor')
  await read(city, 1)
  const many = Array.from({ length: 9_000 }, (_, index) => ({
    ...{ at: '2026-05-01T05:00:00Z', actor: 'system:test', kind: 'rule-changed', entity: 'rule' as const },
    ...{ entityId: `rule-${index}`, after: { name: 'a rule' }, reason: null },
  }))
  await city.store.transaction(SUO, (tx) => tx.append(many))
  expect((await walk(auditor, '&kind=complainant-revealed')).map(({ entityId }) => entityId)).toEqual(['report-1'])
})

test('an auditor of one street is told nothing of another, whatever the row is about', async () => {
  const city = await testCity(twoStreets())
  const whole = await city.as('auditor')
  await read(city, 9, { after: { caseId: `case-${MARK}` }, reason: `${MARK}核实` })
  await read(city, 8, { entity: 'photo', kind: 'photo-added', after: { caseId: `case-${MARK}-3` }, entityId: MARK })
  await read(city, 7, { entity: 'crew', kind: 'crew-added', after: crewOf(`${MARK}公司`, '540626101'), entityId: MARK })
  expect(JSON.stringify(await walk(whole)).split(MARK).length).toBeGreaterThan(8)
  for (const scope of [{ areas: [MINE] }, { contractor: '我家公司' }, { crewId: 'crew-mine' }]) {
    const some = await city.as('auditor', scope)
    const rows = await walk(some)
    expect(JSON.stringify(rows), JSON.stringify(scope)).not.toContain(MARK)
    expect(rows.filter(({ entity }) => entity === 'case').map(({ entityId }) => entityId)).toEqual([complaint(1).id])
    for (const { seq } of await walk(whole)) {
      const answer = await some.get(`/api/audit/${seq}`)
      expect(await answer.text()).not.toContain(MARK)
      expect(answer.status).toBe(rows.some((row) => row.seq === seq) ? 200 : 404)
    }
  }
})

const crewOf = (contractor: string, area: string) => ({ id: MARK, name: MARK, contractor, areas: [area] })

test('a row shows what stood before it and after it', async () => {
  const city = await testCity({ cases: [] })
  const auditor = await city.as('auditor')
  const rule = { entity: 'rule' as const, entityId: 'hours' }
  const first = await read(city, 1, { ...rule, after: { version: 1 } })
  const second = await read(city, 1, { ...rule, after: { version: 2 } })
  expect(await auditor.json(`/api/audit/${first}`)).toMatchObject({ before: null, after: { version: 1 } })
  expect(await auditor.json(`/api/audit/${second}`)).toMatchObject({ before: { version: 1 }, after: { version: 2 } })
  expect(await auditor.refusal(`/api/audit/${second + 1}`)).toMatchObject({ status: 404 })
  expect(await auditor.refusal('/api/audit/1.5')).toMatchObject({ status: 400 })
})

test('the chain holds with the count of its rows, and a forged row is named', async () => {
  const place = await newPlace('sqlite')
  const city = await testCity({ place, cases: [complaint(1)] })
  const auditor = await city.as('auditor')
  const { seq } = await city.store.head(SUO)
  const held = await auditor.json('/api/audit/check')
  expect(held).toMatchObject({ state: 'done', checked: seq, total: seq, brokenSeq: null, why: null })
  expect(held.hash).toMatch(/^[0-9a-f]{64}$/)
  await place.tamper(`update log set reason = 'forged' where seq = 3`)
  expect(await auditor.json(`/api/audit/check?since=${held.startedAt}`)).toEqual(held)
  expect(await auditor.json('/api/audit/check')).toMatchObject({ state: 'done', checked: 2, brokenSeq: 3 })
})
