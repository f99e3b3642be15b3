import { expect, test } from 'vitest'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { everyTable, NAME, PHONE, plant, reported } from '../../support/plant.ts'
import { testCity } from '../../support/test-city.ts'

const UNIT_GRID = '540626100001001'
const MASKED = { name: '欧阳*', phone: '139****4321', kept: true }
const REASON = { reason: '回访诉求人核实位置' }

onEachEngine((_, engine) => {
  const planted = async (complainant = { name: NAME, phone: PHONE }) => {
    const given = reported(1, {
      ...{ unitGrid: UNIT_GRID, contractor: '甲公司', crewId: 'crew-1', status: 'handling' },
      owner: { unit: 'street-order', by: 'area' },
    })
    const city = await testCity({ engine, cases: [given, reported(2)] })
    await plant(city, [given], complainant)
    return city
  }

  test('a name and a phone are masked for the posts of the case, and who gave none is told apart', async () => {
    const city = await planted()
    const acceptor = await city.as('acceptor')
    const { reports } = await acceptor.json('/api/cases/case-0001/complainants')
    expect(reports).toEqual([{ id: 'report-1', source: 'hotline-12345', at: expect.any(String), ...MASKED }])
    const none = await acceptor.json('/api/cases/case-0002/complainants')
    expect(none.reports).toMatchObject([{ id: 'report-2', name: '', phone: '', kept: false }])
  })

  test('crews, contractors, the unit itself, planners, walls and guests get not even the mask', async () => {
    const city = await planted()
    const path = '/api/cases/case-0001/complainants'
    const crew = await city.as('crew', { crewId: 'crew-1', contractor: '甲公司' })
    for (const [who, status] of [
      [crew, 403],
      [await city.as('supervisor', { contractor: '甲公司' }), 403],
      [await city.as(['acceptor', 'crew']), 403],
      // Those whom the complaint may be about.
      [await city.as('acceptor', { unit: 'street-order' }), 403],
      [await city.as('acceptor', { unit: 'parks' }), 200],
      [await city.as('planner'), 403],
      [await city.as('screen'), 403],
      [city.guest, 401],
      // Of another contractor, and of another street: there is no such case.
      [await city.as('supervisor', { contractor: '乙公司' }), 404],
      [await city.as('acceptor', { areas: ['540626101'] }), 404],
    ] as const) {
      const answer = await who.get(path)
      const text = await answer.clone().text()
      expect([answer.status, text.includes('欧阳') || text.includes('4321')]).toEqual([status, status === 200])
    }
  })

  test('a reveal needs the right and a reason, and stands in the log without what was revealed', async () => {
    const city = await planted()
    const path = '/api/cases/case-0001/complainants/report-1/reveal'
    const acceptor = await city.as('acceptor')
    for (const bad of [{}, { reason: '看看' }, { reason: `回访 ${PHONE}` }, { ...REASON, more: 1 }]) {
      const problem = await acceptor.problem(acceptor.post(path, bad))
      expect(problem.status).toBe(400)
      expect(JSON.stringify(problem)).not.toContain(PHONE)
    }
    for (const role of ['supervisor', 'inspector', 'commander', 'auditor', 'planner'] as const)
      expect((await (await city.as(role)).post(path, REASON)).status, role).toBe(403)
    expect((await city.guest.post(path, REASON)).status).toBe(401)
    const { seq: before } = await city.store.head(SUO)
    const answer = await acceptor.post(path, REASON)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toEqual({ name: NAME, phone: PHONE })
    const rows = await city.store.readLog({ city: SUO, after: before })
    expect(rows).toMatchObject([
      {
        ...{ actor: acceptor.id, kind: 'complainant-revealed', entity: 'complainant', entityId: 'report-1' },
        ...{ reason: REASON.reason, after: { caseId: 'case-0001', reportId: 'report-1', readBy: acceptor.id } },
      },
    ])
  })

  test('whom nobody kept, and a report of another case, cannot be revealed and leave no row', async () => {
    const city = await planted()
    const acceptor = await city.as('acceptor')
    const { seq: before } = await city.store.head(SUO)
    for (const path of [
      'case-0002/complainants/report-2',
      'case-0002/complainants/report-1',
      'case-0009/complainants/report-1',
    ])
      expect((await acceptor.post(`/api/cases/${path}/reveal`, REASON)).status, path).toBe(404)
    const narrow = await city.as('acceptor', { areas: ['540626101'] })
    expect((await narrow.post('/api/cases/case-0001/complainants/report-1/reveal', REASON)).status).toBe(404)
    const rows = await city.store.readLog({ city: SUO, after: before })
    expect(rows.filter(({ entity }) => entity === 'complainant')).toEqual([])
  })

  test('a row put in the place of another does not open', async () => {
    const city = await planted()
    await plant(city, [reported(2)], { name: '王五', phone: '13700000000' })
    await city.store.transaction(SUO, async (tx) => {
      const other = await tx.db
        .selectFrom('complainants')
        .selectAll()
        .where('report_id', '=', 'report-2')
        .executeTakeFirstOrThrow()
      await tx.write('complainants', [{ ...other, report_id: 'report-1' }], 'replace')
    })
    const acceptor = await city.as('acceptor')
    const answer = await acceptor.get('/api/cases/case-0001/complainants')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('王')
  })

  test('a planted name and phone are in no table, no log line, and no answer but the one that reveals', async () => {
    const spiltOf = async (complainant: { name: string; phone: string }) => {
      const city = await planted(complainant)
      const { name, phone } = complainant
      const places = await everyPlace(city, phone)
      const having = (word: string) => [...places].filter(([, text]) => text.includes(word)).map(([place]) => place)
      return { whole: [name, phone, name.slice(-2)].flatMap(having), masked: having(phone.slice(3, 7)) }
    }
    const one = await spiltOf({ name: NAME, phone: PHONE })
    const other = await spiltOf({ name: '诸葛清风', phone: '13724680135' })
    expect([...one.whole, ...other.whole]).toEqual([])
    // Four digits come by chance in a time, a count or a session's hash; those of both phones in the same place do not.
    expect(one.masked.filter((place) => other.masked.includes(place))).toEqual([])
  })
})

type City = Awaited<ReturnType<typeof testCity>>

/** The text of every table, every answer, and the log lines of each path, by its name, after the phone was revealed to one and a second was refused. */
async function everyPlace(city: City, phone: string): Promise<Map<string, string>> {
  const acceptor = await city.as(['acceptor', 'duty-lead', 'supervisor', 'auditor'])
  const revealed = await acceptor.post('/api/cases/case-0001/complainants/report-1/reveal', REASON)
  expect(await revealed.text()).toContain(phone)
  await acceptor.post('/api/cases/case-0001/complainants/report-1/reveal', { reason: '' })

  const answers = await everyAnswer(city, acceptor.cookie)
  expect(answers.size).toBeGreaterThan(20)
  expect([...answers.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(15)
  const tables = await everyTable(city.store)
  expect(tables.get('log')).toContain('report-1')
  expect(tables.get('complainants')).toContain('report-1')
  const places = new Map([...[...answers].map(([path, { text }]): [string, string] => [path, text]), ...tables])
  for (const line of city.logged) {
    const place = `log: ${line.msg} ${line.path}`
    places.set(place, `${places.get(place) ?? ''}${JSON.stringify(line)}\n`)
  }
  return places
}

const KNOWN: Record<string, string> = {
  layer: 'streetlights',
  z: '14',
  x: '12459',
  y: '6682',
  edition: 'gb-t-47678.5-2026',
}

/** Every GET of the OpenAPI document, by one who may read much. */
async function everyAnswer(city: City, cookie: string) {
  const { paths } = await (await city.get('/openapi.json')).json()
  const answers = new Map<string, { status: number; text: string }>()
  const gets = Object.keys(paths).filter((path) => paths[path].get && path !== '/api/live')
  for (const path of gets) {
    const id = path.startsWith('/api/cases') ? 'case-0001' : 'report-1'
    const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => KNOWN[name] ?? id)
    const answer = await city.app.request(asked, { headers: { Cookie: cookie } })
    answers.set(asked, { status: answer.status, text: await answer.text() })
  }
  return answers
}
