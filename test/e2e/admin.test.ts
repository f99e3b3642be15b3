import { expect, test } from 'vitest'
import type { CaseCard } from '../../server/contract/case-card.ts'
import type { Role } from '../../server/contract/role.ts'
import { NOISE } from '../support/case-desk.ts'
import { type Client, signedIn } from '../support/client.ts'
import { type Desk, expectNoBarriers, openDesk } from './desk.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const goto = ({ page, origin }: Visit, path: string) => page.goto(origin + path)
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true })

/** Somebody who asks the server without a page. */
const asking = ({ origin, store, now }: Desk, role: Role): Promise<Client> =>
  signedIn({ store, now }, (path, init) => fetch(origin + path, init), [role])

/** A case filed under the noise condition, and when its handling is due. */
async function filed(desk: Desk): Promise<{ id: string; dueAt: string | null; startedAt: string }> {
  const [acceptor, lead] = [await asking(desk, 'acceptor'), await asking(desk, 'duty-lead')]
  const { id } = (await (await acceptor.post('/api/cases', NOISE)).json()) as CaseCard
  await acceptor.post(`/api/cases/${id}/actions/accept`)
  const done = await lead.post(`/api/cases/${id}/actions/file`, { conditionId: 'noise' })
  if (done.status !== 200) throw new Error(await done.text())
  return dueOf(desk, id)
}

async function dueOf(desk: Desk, id: string): Promise<{ id: string; dueAt: string | null; startedAt: string }> {
  const { clocks }: CaseCard = await (await asking(desk, 'duty-lead')).json(`/api/cases/${id}`)
  const handle = clocks.find(({ stage }) => stage === 'handle')
  if (!handle) throw new Error('the case has no clock to handle it by')
  return { id, dueAt: handle.dueAt, startedAt: handle.startedAt }
}

const hoursOf = ({ dueAt, startedAt }: { dueAt: string | null; startedAt: string }): number =>
  (Date.parse(dueAt ?? '') - Date.parse(startedAt)) / 3_600_000

inBrowser('an admin', (visitor) => {
  test('adds a person, whose link lets them in once; their post changes at once, and disabling ends their session', async () => {
    const desk = await openDesk()
    const admin = await desk.sits(visitor, 'admin')
    await goto(admin, '/admin/people')
    await button(admin, '添加人员').click()
    const drawer = admin.page.locator('.ant-drawer')
    await drawer.getByLabel('登录名').fill('Drolma')
    await drawer.getByLabel('姓名').fill('卓玛')
    await drawer.getByLabel('管理员').check()
    await expect.poll(() => drawer.getByText('已是管理员，两者不能兼任').isVisible(), PATIENTLY).toBe(true)
    expect(await drawer.getByLabel('审计员').isDisabled()).toBe(true)
    await drawer.getByLabel('管理员').uncheck()
    await drawer.getByLabel('受理员').check()
    await expectNoBarriers(admin)
    await button(admin, '添加').click()

    await button(admin, '生成链接').click()
    const url = await admin.page.locator('.one-time-url').innerText()
    expect(url).toMatch(/\/enter\/[\w-]{43}$/)
    await admin.page.getByRole('img', { name: '卓玛的一次性链接二维码' }).waitFor()
    await expectNoBarriers(admin)

    const person = await visitor.visit({ origin: desk.origin })
    await person.page.goto(url)
    const ask = person.page.request
    const json = { 'content-type': 'application/json' }
    await ask.patch(`${desk.origin}/api/me/password`, { data: { password: '一个够长的口令 a1' }, headers: json })
    await goto(person, '/cases')
    await person.page.locator('.user-menu summary').click()
    expect(await person.page.locator('.user-menu').innerText()).toContain('受理员')

    const late = await visitor.visit({ origin: desk.origin })
    await late.page.goto(url)
    expect(await late.page.locator('body').innerText()).toContain('链接已使用过')

    // Another post, without signing in anew.
    await admin.page.reload()
    await admin.page.locator('.session-list li').waitFor()
    expect(await admin.page.locator('.session-list li').count()).toBe(1)
    await drawer.getByLabel('受理员').uncheck()
    await drawer.getByLabel('规划员').check()
    await button(admin, '保存改动').click()
    await expect.poll(() => button(admin, '保存改动').isDisabled(), PATIENTLY).toBe(true)
    await person.page.reload()
    await person.page.locator('.user-menu summary').click()
    expect(await person.page.locator('.user-menu').innerText()).toContain('规划员')

    await button(admin, '停用').click()
    await button(admin, '恢复登录').waitFor()
    await person.page.reload()
    await person.page.getByRole('link', { name: '登录', exact: true }).waitFor()
    expectClean(admin)
  })

  test('signs a person out of one place', async () => {
    const desk = await openDesk()
    const [admin, planner] = [await desk.sits(visitor, 'admin'), await desk.sits(visitor, 'planner')]
    await goto(planner, '/admin/rules')
    await planner.page.locator('.user-menu').waitFor()
    await goto(admin, '/admin/people')
    await admin.page.getByRole('button', { name: 'planner', exact: true }).click()
    await button(admin, '退出此处').click()
    await admin.page.getByText('planner现在没有在任何设备上登录。').waitFor()
    await planner.page.reload()
    await planner.page.getByRole('link', { name: '登录', exact: true }).waitFor()
  })

  test('pairs a wall by the code that it shows; taken out, the wall says so within 5 s', async () => {
    const desk = await openDesk()
    const [admin, wall] = [await desk.sits(visitor, 'admin'), await visitor.visit({ origin: desk.origin })]
    await goto(wall, '/wall')
    const shown = wall.page.locator('.wall-code')
    await expect.poll(() => shown.getAttribute('aria-label'), PATIENTLY).toMatch(/^(\S ){5}\S$/)
    const code = ((await shown.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
    await expectNoBarriers(wall)

    await goto(admin, '/admin/screens')
    await admin.page.getByText('还没有配对过大屏').waitFor()
    await admin.page.getByLabel('配对码').fill('AAAAAA')
    await admin.page.getByLabel('名称').fill('指挥中心大屏')
    await button(admin, '配对').click()
    await admin.page.getByText('没有屏在等这个码').waitFor()
    await admin.page.getByLabel('配对码').fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)
    await button(admin, '配对').click()
    await admin.page.getByText('指挥中心大屏 已配对').waitFor()
    await filed(desk)
    const open = wall.page.locator('.wall-kpi').nth(1)
    await expect.poll(() => open.innerText(), PATIENTLY).toMatch(/未结案件\s+1/)
    await expectNoBarriers(wall)

    await button(admin, '收回').click()
    await admin.page.locator('.ant-popconfirm').getByRole('button', { name: '收回' }).click()
    const asked = performance.now()
    await wall.page.getByText('这面屏已被管理员收回').waitFor({ timeout: 5_000 })
    console.log(`a wall said that it was taken out after ${(performance.now() - asked).toFixed(0)} ms`)
    await admin.page.getByText(/收回$/).first().waitFor()
    await expectNoBarriers(admin)
    // And asks to be let in again.
    await expect.poll(() => shown.getAttribute('aria-label'), PATIENTLY).toMatch(/^(\S ){5}\S$/)
  })

  test('changes a limit for cases from now on; an older case keeps its due time, and who was slower is told', async () => {
    const desk = await openDesk()
    const before = await filed(desk)
    expect(hoursOf(before)).toBe(1)
    const [admin, slower] = [await desk.sits(visitor, 'admin'), await desk.sits(visitor, 'admin')]
    for (const seat of [admin, slower]) {
      await goto(seat, '/admin/rules?condition=noise')
      await seat.page.getByRole('spinbutton', { name: '第 1 步的时限' }).waitFor()
    }
    await expectNoBarriers(admin)
    for (const [seat, hours] of [
      [admin, '3'],
      [slower, '5'],
    ] as const) {
      await seat.page.getByRole('spinbutton', { name: '第 1 步的时限' }).fill(hours)
      await button(seat, '存为新版本').click()
    }
    await admin.page.getByText('第 2 版').waitFor()
    await slower.page.getByText('规则刚被别人改过').waitFor()
    await button(slower, '看新版本').click()
    await expect
      .poll(() => slower.page.getByRole('spinbutton', { name: '第 1 步的时限' }).inputValue(), PATIENTLY)
      .toBe('3')

    expect(await dueOf(desk, before.id)).toEqual(before)
    expect(hoursOf(await filed(desk))).toBe(3)
  })

  test('tries a rule, and reads the calendar and the other rules without a barrier', async () => {
    const desk = await openDesk()
    const admin = await desk.sits(visitor, 'admin')
    await goto(admin, '/admin/rules?tab=trial&condition=illegal-building')
    await admin.page.getByLabel('起算时间').fill('2026-09-29T17:00')
    // 4 working hours: one on the 29th, three on the 30th.
    await expect
      .poll(() => admin.page.locator('.reckoning li').first().innerText(), PATIENTLY)
      .toContain('2026-09-30 11:00')
    await goto(admin, '/admin/rules?tab=calendar')
    const october = admin.page.locator('.month', { hasText: '10 月' })
    await october.waitFor()
    expect(await october.locator('.is-holiday').count()).toBe(7)
    expect(await october.locator('.is-shift').innerText()).toMatch(/^10/)
    await expectNoBarriers(admin)
    for (const [path, words] of [
      ['/admin/rules', '立案条件'],
      ['/admin/rules?tab=posts', '一般案件'],
      ['/admin/rules?tab=hours', '8 小时工作日'],
      ['/admin/crews', '路灯组'],
    ] as const) {
      await goto(admin, path)
      await admin.page.getByText(words).last().waitFor()
      await expectNoBarriers(admin)
    }
    expectClean(admin)
  })
})
