import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { recordCases } from '../../server/cases/record-cases.ts'
import { Case } from '../../server/contract/case.ts'
import type { Evaluation } from '../../server/contract/evaluation.ts'
import type { Store } from '../../server/store/store.ts'
import { by, complaint, SUO } from '../support/entries.ts'
import { expectNoBarriers, openDesk } from './desk.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const HOUR = 3_600_000
const BEGIN = Date.parse('2026-11-05T09:00:00+08:00')
const iso = (ms: number): string => new Date(ms).toISOString()

/** 70 cases of November, due after a day: the first 60 closed in time, 5 late, 5 not handled. More than a page of the list. */
function november() {
  return Array.from({ length: 70 }, (_, index) => {
    const start = BEGIN + index * HOUR
    const source = index % 3 === 0 ? 'patrol' : 'hotline-12345'
    const received = complaint(index + 1, { receivedAt: iso(start), source, crewId: 'lamps' })
    const clock = {
      ...{ id: 'handle', stage: 'handle', ruleId: 'lamp', ruleVersion: 1, limitMinutes: 1_440, usedMinutes: 0 },
      ...{ limit: { value: 24, unit: 'hour' as const }, pausedAt: null, endedAt: null },
      ...{ startedAt: iso(start), warnAt: iso(start + 20 * HOUR), dueAt: iso(start + 24 * HOUR) },
    }
    const method = index % 10 < 7 ? 'service' : 'management'
    const filed = Case.parse({
      ...{ ...received, status: 'filed', method, acceptedAt: iso(start), filedAt: iso(start), clocks: [clock] },
    })
    const end = iso(start + (index < 60 ? 2 : 30) * HOUR)
    const closed: Case = {
      ...{ ...filed, status: 'closed', handledAt: end, closedAt: end, clocks: [{ ...clock, endedAt: end }] },
    }
    const all = [
      { at: filed.receivedAt, kind: 'case-filed', entityId: filed.id, after: filed },
      { at: end, kind: 'case-closed', entityId: filed.id, after: closed },
    ]
    return index < 65 ? all : all.slice(0, 1)
  })
    .flat()
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

const fill = (store: Store): Promise<void> => store.transaction(SUO, (tx) => recordCases(tx, november(), by()))

/** Opens the page, with what the server answered to it. */
async function open({ page, origin }: Visit, query = ''): Promise<Evaluation> {
  const answer = page.waitForResponse((response) => /\/api\/evaluation\?/.test(response.url()))
  await page.goto(`${origin}/evaluation${query}`)
  return (await (await answer).json()) as Evaluation
}

const cell = ({ page }: Visit, name: RegExp) => page.getByRole('button', { name })

inBrowser('the rates', (visitor) => {
  test('are those of the server, and each opens to exactly its cases', async () => {
    const desk = await openDesk()
    await fill(desk.store)
    const seat = await desk.sits(visitor, 'commander')
    await expect.poll(async () => (await open(seat)).groups[0]?.counts.due, PATIENTLY).toBe(70)
    const { formulas, groups } = await open(seat)
    const rates = groups[0]?.rates ?? []
    await cell(seat, /^全县 按期处置率/).waitFor()
    for (const { id, name, denominator } of formulas.rates.filter((rate) => rate.denominator === 'due')) {
      const figure = rates.find(({ rate }) => rate === id)
      expect(denominator).toBe('due')
      const percent = `${Math.round((figure?.value ?? 0) * 1000) / 10} %`
      const words = await cell(seat, new RegExp(`^全县 ${name.zh}`))
        .first()
        .getAttribute('aria-label')
      expect(words).toBe(`全县 ${name.zh} ${percent}, ${figure?.numerator} / ${figure?.denominator} 件`)
    }
    await expectNoBarriers(seat)

    await cell(seat, /^全县 按期处置率/).click()
    const drawer = seat.page.locator('.ant-drawer')
    await drawer.getByText('按期处置数 ÷ 应处置数').waitFor()
    expect(await drawer.innerText()).toContain('处置时限在本期内届满的案件')
    expect(await drawer.innerText()).toContain('未核实')
    const rows = drawer.locator('.counted li')
    await expect.poll(() => rows.count(), PATIENTLY).toBe(10)
    await drawer.getByText('分母 70').click()
    await expect.poll(() => rows.count(), PATIENTLY).toBe(50)
    await drawer.getByRole('button', { name: '再显示 50 件' }).click()
    await expect.poll(() => rows.count(), PATIENTLY).toBe(70)
    await expectNoBarriers(seat)
    const number = await rows.first().getByRole('link').innerText()
    await rows.first().getByRole('link').click()
    await seat.page.waitForURL(`**/cases/${number}`)
    expectClean(seat)
  })

  test('go by source and crew under their names, in an order, and out as a table', async () => {
    const desk = await openDesk()
    await fill(desk.store)
    const seat = await desk.sits(visitor, 'supervisor')
    await expect.poll(async () => (await open(seat, '?by=source')).groups.length, PATIENTLY).toBe(2)
    await cell(seat, /^巡查上报 处置率/).waitFor()
    await seat.page.getByRole('button', { name: '处置率', exact: true }).click()
    expect(await seat.page.locator('.rates th[aria-sort="ascending"]').innerText()).toContain('处置率')
    const down = seat.page.waitForEvent('download')
    await seat.page.getByRole('button', { name: '存为 CSV' }).click()
    const file = await readFile(await (await down).path(), 'utf8')
    expect(file.split('\r\n')[1]).toMatch(/^(patrol,巡查上报|hotline-12345,12345 热线),/)

    await seat.page.locator('.choice-option', { hasText: '班组' }).click()
    await cell(seat, /^路灯组 结案率/).waitFor()
    expect(seat.page.url()).toContain('by=crew')
    expect(await seat.page.locator('.mix figcaption').innerText()).toMatch(/服务（7）\s*70 %/)
    await seat.page.locator('.choice-option', { hasText: '上月' }).click()
    await seat.page.getByText('这段时间没有立案。').waitFor()
    await expectNoBarriers(seat)
    expectClean(seat)
  })
})
