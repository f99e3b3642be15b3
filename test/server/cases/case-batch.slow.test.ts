import { expect, onTestFinished, test } from 'vitest'
import { listCases } from '../../../server/cases/case-store.ts'
import { madeLives } from '../../bench/cases/made-lives.ts'
import { openDesk } from '../../bench/cases/open-desk.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'

const FROM = Date.parse('2026-03-02T09:00:00+08:00')

onEachEngine((newPlace) => {
  test('many lives in one transaction: numbered day by day without a hole, all closed, the chain whole', async () => {
    const desk = await openDesk((await newPlace()).databaseUrl)
    onTestFinished(() => desk.close())
    await desk.doAll([...madeLives(0, 60, { from: FROM, everyMs: 2_400_000 })])
    const { cases } = await listCases(desk.store.db, SUO, { limit: 100 })
    const days = [...new Set(cases.map(({ number }) => number.slice(0, 8)))]
    const byDay = new Map(days.map((day) => [day, cases.filter(({ number }) => number.startsWith(day))]))
    for (const [day, of] of byDay)
      expect(of.map(({ number }) => number).sort()).toEqual(
        of.map((_, n) => `${day}-${String(n + 1).padStart(4, '0')}`),
      )
    expect([byDay.size, new Set(cases.map(({ status }) => status))]).toEqual([3, new Set(['closed'])])
    expect(await desk.store.verify(SUO)).toMatchObject({ ok: true, rows: 60 * 9 })
  })

  test('a transaction that fails gives its numbers back', async () => {
    const desk = await openDesk((await newPlace()).databaseUrl)
    onTestFinished(() => desk.close())
    const [first, ...rest] = [...madeLives(0, 3, { from: FROM, everyMs: 60_000 })]
    const illegal = rest.find(({ action }) => action === 'close')
    if (!first || !illegal) throw new Error('a life begins and ends')
    await expect(desk.doAll([first, illegal])).rejects.toThrow('"close" is not for a case that is received')
    expect((await desk.store.head(SUO)).seq).toBe(0)
    await desk.doAll([first])
    const { cases } = await listCases(desk.store.db, SUO, {})
    expect(cases.map(({ number }) => number)).toEqual(['20260302-0001'])
  })
})
