import { Secret, TOTP } from 'otpauth'
import { expect, inject, test } from 'vitest'
import { addPerson } from '../../server/people/add-person.ts'
import { makeLink } from '../../server/people/make-link.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import { by, SUO } from '../support/entries.ts'
import { expectNoBarriers } from './desk.ts'
import { ownServer } from './own-server.ts'
import { expectClean, inBrowser, PATIENTLY } from './visit.ts'

const PASSWORD = '春天的风吹过了索曲河面'
/** So many may fail before anybody waits (wait-after.ts). */
const FREE_TRIES = 5

inBrowser('signing in', ({ visit }) => {
  test('sets a password and an authenticator behind the first link, and then asks for both', async () => {
    let ms = Date.parse(inject('demoNow'))
    const now = () => new Date(ms)
    const { origin, store } = await ownServer({
      now,
      fill: (of) =>
        of.transaction(SUO, (tx) =>
          describeCity(
            tx,
            { name: { zh: '索县', en: 'Suo' }, zoom: 15, bounds: null, demo: false, centre: [93.786, 31.886] },
            by({ actor: 'made:test' }),
          ),
        ),
    })
    const needs = { area: SUO, store, now }
    const writer = { actor: 'made:test', once: undefined }
    const { person } = await addPerson({ login: 'ciren', name: '次仁', roles: ['supervisor'] }, writer, needs)
    const { token } = await makeLink(person.id, 'made:test', needs)
    const desk = await visit({ origin })
    const { page } = desk

    await page.goto(`${origin}/enter/${token}`)
    await page.waitForURL(/\/sign-in/)
    await page.getByRole('heading', { name: '设密码' }).waitFor()
    await expectNoBarriers(desk)
    await page.getByLabel('新密码').fill('太短')
    await page.getByLabel('再写一遍').fill('不一样')
    await page.getByRole('button', { name: '设密码' }).click()
    await page.getByText('两遍不一样').waitFor()
    await page.getByLabel('新密码').fill(PASSWORD)
    await page.getByLabel('再写一遍').fill(PASSWORD)
    await page.getByRole('button', { name: '设密码' }).click()

    await page.getByRole('img', { name: '验证器二维码' }).waitFor()
    await expectNoBarriers(desk)
    const secret = (await page.locator('.factor-secret code').innerText()).replace(/\s/g, '')
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.getByLabel('6 位数字').fill(totp.generate({ timestamp: ms }))
    await page.getByRole('button', { name: '启用' }).click()
    const kept = page.getByRole('button', { name: '已抄下' })
    await kept.waitFor()
    expect(await page.locator('.recovery-codes li').count()).toBeGreaterThan(4)
    await kept.click()
    await page.waitForURL(`${origin}/dispatch`)

    await page.locator('.user-menu summary').click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(/\/sign-in$/)
    expect(await page.context().cookies()).toEqual([])

    ms += 60_000
    await page.goto(`${origin}/cases`)
    await page.goto(`${origin}/sign-in?to=/cases`)
    await page.getByLabel('登录名').fill('ciren')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByLabel('动态码').fill(totp.generate({ timestamp: ms }))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(`${origin}/cases`)
    await expect.poll(() => page.locator('.user-menu summary').innerText(), PATIENTLY).toBe('次仁')
    await page.locator('.user-menu summary').click()
    await page.getByRole('link', { name: '我的账户' }).click()
    await page.getByText('登录中的设备').waitFor()
    await expectNoBarriers(desk)
    // The code that was asked for is in the browser's console as an error.
    desk.faults.splice(0, desk.faults.length, ...desk.faults.filter((fault) => !fault.includes('401')))
    expectClean(desk)
  })

  test('makes who fails too often wait, and says for how long', async () => {
    const { origin } = await ownServer({})
    const stranger = await visit({ origin })
    const { page } = stranger
    await page.goto(`${origin}/sign-in`)
    await page.getByLabel('登录名').fill('nobody')
    await page.getByLabel('密码').fill('guessed it')
    const go = page.getByRole('button', { name: '登录', exact: true })
    for (let tries = 0; tries < FREE_TRIES; tries++) {
      const answered = page.waitForResponse('**/api/session')
      await go.click()
      await answered
      await page.getByText('登录名、密码或动态码不对').waitFor()
      await expect.poll(() => go.isEnabled(), PATIENTLY).toBe(true)
    }
    await go.click()
    await expect
      .poll(() => page.getByRole('alert').innerText(), PATIENTLY)
      .toMatch(/试错次数过多[\s\S]*(30|2\d) 秒后再试/)
    expect(await go.isDisabled()).toBe(true)
    await expectNoBarriers(stranger)
  })

  test('leads nowhere but to our own pages', async () => {
    const { origin } = await ownServer({})
    const stranger = await visit({ origin })
    await stranger.page.goto(`${origin}/cases/new`)
    await stranger.page.locator('.intake-none').getByRole('link', { name: '登录' }).click()
    await stranger.page.waitForURL(/\/sign-in\?to=\/cases\/new$/)
  })
})
