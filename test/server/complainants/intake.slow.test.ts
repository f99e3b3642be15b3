import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepComplainant } from '../../../server/complainants/keep-complainant.ts'
import { checkKeys, openKeys } from '../../../server/store/open-keys.ts'
import { newPlace, onEachEngine, onPostgres } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { everyTable, NAME, PHONE } from '../../support/plant.ts'
import { testCity } from '../../support/test-city.ts'

const REPORT = {
  ...{ source: 'hotline-12345', problem: '路灯不亮', address: '藏北路 12 号', location: [93.785, 31.886] },
  ...{ kind: 'component', code: '01037', reporter: { name: NAME, phone: PHONE } },
}

onEachEngine((_, engine) => {
  test('what an acceptor takes down is sealed; only a reveal gives it back', async () => {
    const city = await testCity({ engine })
    const acceptor = await city.as('acceptor')
    const key = { 'Idempotency-Key': 'call-1' }
    const answers = [await acceptor.post('/api/cases', REPORT, key), await acceptor.post('/api/cases', REPORT, key)]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const card = await answers[0]?.text()
    const { id } = JSON.parse(card ?? '')
    const tables = await everyTable(city.store)
    const places = [...tables, ['answer', card ?? ''], ['log lines', JSON.stringify(city.logged)]] as const
    expect(places.filter(([, text]) => text.includes(NAME) || text.includes(PHONE)).map(([name]) => name)).toEqual([])
    const { reports } = await acceptor.json(`/api/cases/${id}/complainants`)
    expect(reports).toMatchObject([{ name: '欧阳*', phone: '139****4321' }])
    const reveal = await acceptor.post(`/api/cases/${id}/complainants/${reports[0].id}/reveal`, {
      reason: '回访诉求人',
    })
    expect(await reveal.json()).toEqual({ name: NAME, phone: PHONE })
  })

  test('a report that is refused keeps nobody', async () => {
    const city = await testCity({ engine })
    const acceptor = await city.as('acceptor')
    const refused = await acceptor.post('/api/cases', { ...REPORT, joins: 'no-such-case' })
    expect(refused.status).toBe(404)
    expect(await refused.text()).not.toContain(PHONE)
    for (const reporter of [
      { name: NAME.repeat(30), phone: PHONE },
      { name: NAME, phone: PHONE.repeat(9) },
    ]) {
      const answer = await acceptor.post('/api/cases', { ...REPORT, reporter })
      expect(answer.status).toBe(400)
      expect(await answer.text()).not.toContain(PHONE)
    }
    expect((await everyTable(city.store)).get('complainants')).toBe('')
  })
})

onPostgres((_, engine) => {
  test('a second node with a key of its own is refused, at its start and at its first write; with both keys it serves', async () => {
    const place = await newPlace(engine)
    const store = await place.open()
    const folder = () => {
      const made = mkdtempSync(join(tmpdir(), 'gridkeeper-node-'))
      onTestFinished(() => rmSync(made, { recursive: true, force: true }))
      return made
    }
    const first = openKeys({ dataDir: folder(), dataKey: undefined })
    const second = openKeys({ dataDir: folder(), dataKey: undefined })
    const keep = (keys: typeof first, reportId: string) => {
      const complainant = { name: NAME, phone: PHONE }
      return store.transaction(SUO, (tx) =>
        keepComplainant(tx, keys, { caseId: 'c', reportId, complainant, at: new Date() }),
      )
    }
    await expect(checkKeys(store.db, SUO, second)).resolves.toEqual([])
    await keep(first, 'report-1')
    await expect(checkKeys(store.db, SUO, second)).rejects.toThrow(/set DATA_KEY on each/)
    await expect(keep(second, 'report-2')).rejects.toThrow(/set DATA_KEY on each/)
    await expect(checkKeys(store.db, SUO, first)).resolves.toEqual([first.id])
    // The rest of the country is not this city's.
    await expect(checkKeys(store.db, '350104', second)).resolves.toEqual([])
  })
})
