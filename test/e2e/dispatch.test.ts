import { setTimeout } from 'node:timers/promises'
import type { Route } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectNoBarriers } from './desk.ts'
import { type DispatchCity, openDispatchCity } from './dispatch-city.ts'
import {
  beforeActing,
  clickedAt,
  countedHands,
  goWithin,
  openDispatch,
  outcome,
  queueRow,
  whenSays,
} from './dispatch-hands.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

/** From an act at one desk until another shows it. */
const HEARD_MS = 1_000
/** Wide enough for queue, map and case beside each other; the less map, the less a machine without a card paints. */
const SCREEN = { width: 1300, height: 640 }
/** The file of one case's own page. */
const CASE_PAGE = /\/assets\/CasePage-[^/]+\.js$/
/** From the word of one until every screen is quiet. */
const CLEARED_MS = 2_000

inBrowser('a supervisor at the desk', (visitor) => {
  let city: DispatchCity
  let desk: Visit
  let other: Visit
  beforeAll(async () => {
    city = await openDispatchCity()
    desk = await city.sits(visitor, 'supervisor', undefined, SCREEN)
    other = await city.sits(visitor, 'supervisor', undefined, { ...SCREEN, height: 420 })
    await openDispatch(desk)
  })
  const says = (words: string | RegExp) => expect.poll(() => outcome(desk).innerText(), PATIENTLY).toMatch(words)
  const panel = (seat: Visit) => seat.page.locator('.desk-case')
  /** The one that names what it does. */
  const primary = (seat: Visit, crew: string) =>
    seat.page.locator('.panel-foot').getByRole('button', { name: `派遣给${crew}` })

  test('sends a crew to the most urgent case with the mouse in two clicks', async () => {
    const hands = countedHands(desk)
    await hands.click(desk.page.locator('.queue-open').first())
    await hands.click(primary(desk, '机动执法组'))
    await says('1 件已派遣')
    expect(hands.acts).toBeLessThanOrEqual(3)
    expect(await city.read(city.cases.urgent[0]?.id ?? '')).toMatchObject({ status: 'dispatched', crewId: 'second' })
  })

  test('and by keys alone in three', async () => {
    await desk.page.getByRole('button', { name: /^待派遣/ }).click()
    await desk.page.keyboard.press('Escape')
    const hands = countedHands(desk)
    await hands.press('j')
    await hands.press('d')
    // Enter is for the crew that fits best, as soon as it is known.
    await expect.poll(() => desk.page.locator('.crew-option:focus').innerText(), PATIENTLY).toContain('机动执法组')
    await hands.press('Enter')
    await says('1 件已派遣')
    expect(hands.acts).toBeLessThanOrEqual(4)
    expect(await city.read(city.cases.urgent[1]?.id ?? '')).toMatchObject({ status: 'dispatched', crewId: 'second' })
  })

  test('gives thirty to another crew in four acts, is told of the two that were closed meanwhile, and takes the rest back', async () => {
    const { night } = city.cases
    await goWithin(desk, '?crew=night')
    const closed = night.slice(3, 5).map(({ id }) => id)
    await beforeActing(desk, () => city.finish(...closed))
    const hands = countedHands(desk)
    await hands.press('a')
    await expect.poll(() => desk.page.locator('.bulk-bar').innerText(), PATIENTLY).toContain('已选 30 件')
    await hands.click(desk.page.getByRole('button', { name: '派遣…' }))
    const sheet = desk.page.getByRole('dialog')
    await hands.type(sheet.getByLabel('理由'), '夜班人手不够')
    await hands.click(sheet.getByRole('button', { name: /机动执法组/ }))
    await says(/^28 件已改派，2 件没有：duty-lead 今天 21:36 已结案$|^28 件已改派，2 件没有：duty-lead 21:36 已结案$/)
    expect(hands.acts).toBeLessThanOrEqual(4)
    const holders = async () => {
      const cases = await Promise.all(night.map(({ id }) => city.read(id)))
      return cases.map(({ status, crewId }) => (status === 'closed' ? 'closed' : crewId))
    }
    expect((await holders()).filter((crew) => crew === 'second')).toHaveLength(28)
    await desk.page.getByText('是哪 2 件').click()
    const named = await desk.page.locator('.outcome-bar li button').allInnerTexts()
    expect(named.sort()).toEqual([night[3]?.number, night[4]?.number].sort())

    await desk.page.locator('.outcome-bar').getByRole('button', { name: /^撤回/ }).click()
    await says('28 件已撤回')
    expect((await holders()).filter((crew) => crew === 'night')).toHaveLength(28)
    expect((await holders()).filter((crew) => crew === 'closed')).toHaveLength(2)
  })

  test('sees within a second what another does', async () => {
    const [lamp] = city.cases.lamps
    await goWithin(desk, `?class=component:01037&case=${lamp?.number}`)
    await openDispatch(other, '?class=component:01037')
    await queueRow(other, lamp?.id ?? '').waitFor()
    await primary(desk, '路灯组').waitFor()
    const seen = whenSays(other, `#queue-${lamp?.id} .queue-owner`, '路灯组')
    const clicked = await clickedAt(primary(desk, '路灯组'))
    const heardMs = (await seen) - clicked
    console.log(`a dispatch was on another desk ${heardMs.toFixed(0)} ms after the click`)
    expect(heardMs).toBeLessThan(HEARD_MS)
  })

  test('reads why which crews fit and the others do not, and who comes nearest where none does', async () => {
    const { lamps, litter } = city.cases
    await goWithin(desk, `?case=${lamps[1]?.number}`)
    const crews = panel(desk).locator('.case-crews')
    await expect.poll(() => crews.innerText(), PATIENTLY).toContain('1 个合适，5 个不合适')
    const [row] = await crews.locator('.crew-rows li').allInnerTexts()
    expect(row).toMatch(/路灯组\s+约 \d+ 分钟[\s\S]*照明[\s\S]*手上 1 \/ 4 件/)
    expect(await crews.locator('.crew-rows small').first().getAttribute('title')).toMatch(
      /^得分 [\d.]+，越小越好：路程 [\d.]+；手上案件 4\.0；不是责任公司 4\.0$/,
    )
    const out = await crews.locator('.crews-out').innerText()
    expect(out).toMatch(/照明二组\s+位置 (8|9|10) 分前\s+stale-position/)
    expect(out).toMatch(/白班执法组[\s\S]*off-shift/)
    expect(out).toMatch(/排水组\s+不会这一类\s+wrong-skill/)
    await goWithin(desk, `?case=${litter.number}`)
    const none = panel(desk).locator('.crews-none')
    await expect.poll(() => none.innerText(), PATIENTLY).toMatch(/^0 个合适，最接近的：/)
    expect(await none.locator('b').count()).toBe(3)
    expect(await none.innerText()).toMatch(/排水组[\s\S]*不会这一类/)
  })

  test('finds the case on a page of its own that prints without the bar; its history ends in now', async () => {
    const number = city.cases.urgent[0]?.number
    await goWithin(desk, `?case=${number}`)
    const steps = panel(desk).locator('.timeline li')
    await expect.poll(() => steps.last().innerText(), PATIENTLY).toMatch(/^现在/)
    expect((await steps.allInnerTexts()).join(' ')).toMatch(/上报[\s\S]*受理[\s\S]*立案[\s\S]*派遣[\s\S]*现在/)
    // The map comes to rest while the page is on its way, and does not lead back.
    const slowly = async (route: Route): Promise<void> => {
      await setTimeout(1_000)
      await route.continue()
    }
    await desk.page.route(CASE_PAGE, slowly, { times: 1 })
    await panel(desk).getByRole('link', { name: number }).click()
    await desk.page.waitForURL(`**/cases/${number}`, { timeout: 10_000 })
    const last = desk.page.getByText('现在', { exact: true })
    await panel(desk).waitFor({ state: 'detached' })
    await last.waitFor()
    onTestFinished(() => desk.page.emulateMedia({ media: null }))
    await desk.page.emulateMedia({ media: 'print' })
    expect(await desk.page.locator('.console-bar').isVisible()).toBe(false)
    expect(await last.isVisible()).toBe(true)
  })

  test('meets no barrier with a case, the crews and the bar of the chosen open, by day and by night', async () => {
    await openDispatch(desk, `?case=${city.cases.lamps[2]?.number}`)
    await panel(desk).locator('.crew-rows').waitFor()
    for (const next of ['深色', '浅色']) {
      await desk.page.keyboard.press('x')
      await desk.page.locator('.queue-choose input').nth(4).check()
      await desk.page.locator('.bulk-bar').waitFor()
      await expectNoBarriers(desk)
      await desk.page.getByRole('button', { name: '派遣…' }).click()
      await desk.page.locator('.crew-option').first().waitFor()
      await expectNoBarriers(desk, 'dialog')
      await desk.page.keyboard.press('Escape')
      await desk.page.locator('.bulk-bar').getByRole('button', { name: '取消' }).click()
      await desk.page.getByRole('button', { name: next }).click()
    }
    expectClean(desk)
  })

  test('hands the shift over to somebody else, and to nobody else than somebody else', async () => {
    await desk.page.goto(`${desk.origin}/dispatch/handover`)
    await desk.page.getByRole('button', { name: '开始交班' }).click()
    await desk.page.getByLabel('交班说明').fill('音响声二十九件在夜班手里')
    await desk.page.getByRole('button', { name: '保存', exact: true }).click()
    await desk.page.getByRole('button', { name: '交班签字' }).click()
    await desk.page.locator('.ant-popconfirm').getByRole('button', { name: '交班签字' }).click()
    await desk.page.getByText('交班人不能自己接班').waitFor()
    expect(await desk.page.getByRole('button', { name: '接班签字' }).isDisabled()).toBe(true)

    await other.page.goto(`${other.origin}/dispatch/handover`)
    await other.page.getByText('音响声二十九件在夜班手里').waitFor()
    await other.page.getByRole('button', { name: '接班签字' }).click()
    await other.page.locator('.ant-popconfirm').getByRole('button', { name: '接班签字' }).click()
    const status = (seat: Visit) => seat.page.locator('.handover-sheet h2 small').innerText()
    await expect.poll(() => status(other), PATIENTLY).toBe('已交接')
    await expect.poll(() => status(desk), PATIENTLY).toBe('已交接')
    await expectNoBarriers(other)
  })

  test('has an emergency over everything, on every screen until one says that it was heard', async () => {
    await openDispatch(desk)
    await openDispatch(other)
    const place = city.cases.litter.location
    const report = { ...{ source: 'hotline-12345', problem: '灯杆倒在路上' }, address: '藏北路 1 号', location: place }
    const answer = await city.office.acceptor.post('/api/cases', { ...report, urgency: 'emergency' })
    expect(answer.status).toBe(201)
    for (const seat of [desk, other]) await seat.page.getByRole('alert', { name: '紧急' }).waitFor()
    expect(await desk.page.locator('.alarm-bar').innerText()).toContain('灯杆倒在路上')
    const gone = Promise.all([desk, other].map((seat) => whenSays(seat, '.alarm-bar', undefined)))
    const clicked = await clickedAt(other.page.getByRole('button', { name: '确认报警' }))
    const clearedMs = Math.max(...(await gone)) - clicked
    console.log(`an alarm was off both screens ${clearedMs.toFixed(0)} ms after the word`)
    expect(clearedMs).toBeLessThan(CLEARED_MS)
    for (const seat of [desk, other]) expectClean(seat)
  })
})
