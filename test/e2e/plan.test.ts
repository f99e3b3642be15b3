import { expect, test } from 'vitest'
import type { CoverageRun } from '../../server/contract/coverage.ts'
import type { DraftEdited } from '../../server/contract/draft.ts'
import { STUDIES } from '../../web/plan/studies.ts'
import { expectNoBarriers } from './desk.ts'
import { openPlan } from './plan-city.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const figure = ({ page }: Visit, id: string): Promise<string> =>
  page.locator(`[data-figure="${id}"] dd b`).innerText({ timeout: 20_000 })
const metresIn = (text: string): number => Number(text.replace(/[^\d.−-]/g, '').replace('−', '-'))

/** Everything that the tiles and lists of the layer say, to be compared. */
async function livingBins({ page, origin }: Visit): Promise<[count: number, tile: string]> {
  const [page1, tile] = await Promise.all([
    page.request.get(`${origin}/api/layers/bins/features?limit=100`),
    page.request.get(`${origin}/tiles/bins/15/24921/13304.mvt`),
  ])
  const { numberMatched } = (await page1.json()) as { numberMatched: number }
  return [numberMatched, (await tile.body()).toString('base64')]
}

inBrowser('the planner’s page', (visitor) => {
  test('says what is missing as the server does, and a bin of a draft lessens it and stands nowhere else', async () => {
    const seat = await openPlan(visitor)
    const { page, origin } = seat
    const looked = page.waitForResponse(async (answer) => {
      if (!/\/api\/coverage\/runs\/[\w-]+$/.test(answer.url())) return false
      return ((await answer.json()) as CoverageRun).state === 'done'
    })
    await page.goto(`${origin}/plan?set=bins-gb50337`)
    const { result } = (await (await looked).json()) as CoverageRun
    const rules = result?.rules.filter(({ setId }) => setId === 'bins-gb50337') ?? []
    const missing = rules.reduce((sum, { gapMetres }) => sum + gapMetres, 0)
    const checked = rules.reduce((sum, { checkedMetres }) => sum + checkedMetres, 0)
    expect(Math.round(missing)).toBe(600)
    expect(metresIn(await figure(seat, 'gap'))).toBe(Math.round(missing))
    expect(await figure(seat, 'count')).toBe('1')
    expect(metresIn(await figure(seat, 'pass'))).toBeCloseTo(100 * (1 - missing / checked), 1)
    await page.getByText('分母：2 km 路侧（1 条路，两侧分别算）。', { exact: false }).waitFor()
    const before = await livingBins(seat)

    await page.getByRole('button', { name: /^藏北路 南侧/ }).click()
    expect(page.url()).toContain('at=')
    const edited = page.waitForResponse((answer) => answer.url().includes('/edits'))
    await page.keyboard.press('m')
    const { outcome } = (await (await edited).json()) as DraftEdited
    const gained = outcome.rules.reduce((sum, rule) => sum + rule.gainedMetres, 0)
    await expect.poll(() => page.locator('.draft-gain b').innerText(), PATIENTLY).toBe('0')
    expect(gained).toBe(0)
    // One in the middle leaves two gaps of 300 m: two more close all of it.
    for (const left of [300, 0]) {
      const first = page.locator('.coverage-rows tbody button').first()
      if ((await first.getAttribute('aria-pressed')) === 'false') await first.click()
      const more = page.waitForResponse((answer) => answer.url().includes('/edits'))
      await page.keyboard.press('m')
      await more
      await expect
        .poll(async () => metresIn(await page.locator('.draft-gain b').innerText()), PATIENTLY)
        .toBe(600 - left)
      expect(metresIn(await page.locator('.draft-bars dd').last().innerText())).toBe(left)
    }
    expect(await page.locator('.draft').innerText()).toContain('未发布')
    expect(await livingBins(seat)).toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => metresIn(await page.locator('.draft-gain b').innerText()), PATIENTLY).toBe(300)
    await expectNoBarriers(seat)
    expectClean(seat)
  })

  test('opens every study by day and by night without a fault, and chooses in its list by keyboard', async () => {
    const seat = await openPlan(visitor)
    const { page, origin } = seat
    const looks = [
      ['light', '深色'],
      ['dark', '浅色'],
    ] as const
    const chosen = new Map<string, boolean | undefined>()
    for (const { id } of STUDIES) {
      await page.goto(`${origin}/plan?study=${id}`)
      await page.locator('.plan-head h1').waitFor()
      for (const [theme, next] of looks) {
        await page.locator('.plan-map[aria-busy="false"]').waitFor({ timeout: 20_000 })
        await expect.poll(() => page.locator('.plan-panel .hairlines').count(), PATIENTLY).toBe(0)
        expect(await page.locator('.plan .notice').allInnerTexts(), id).toEqual([])
        expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
        await untilStill(seat)
        await expectNoBarriers(seat, '.plan')
        if (theme === 'light') chosen.set(id, await chooseByKeys(seat, id))
        await page.getByRole('button', { name: next, exact: true }).click()
      }
    }
    // The made city has something to list in these.
    expect(['coverage', 'lighting', 'census'].map((id) => chosen.get(id))).toEqual([true, true, true])
    expectClean(seat)
  })
})

/** Whether a row of the panel's list could be chosen and let go by keys alone, from the page itself; undefined where the list is empty. */
async function chooseByKeys({ page }: Visit, id: string): Promise<boolean | undefined> {
  const row = page.locator('.plan-panel :is(td, li) > button:focus')
  await page.evaluate('document.activeElement?.blur()')
  await page.keyboard.press('ArrowDown')
  if ((await row.count()) === 0) return undefined
  for (const pressed of ['true', 'false']) {
    await page.keyboard.press('Enter')
    await expect.poll(() => row.getAttribute('aria-pressed'), { ...PATIENTLY, message: id }).toBe(pressed)
  }
  return true
}

/** Colours that go over from one theme to the other are neither's. */
const untilStill = ({ page }: Visit): Promise<void> =>
  expect
    .poll(() => page.evaluate('document.getAnimations().some(({ playState }) => playState === "running")'), PATIENTLY)
    .toBe(false)
