import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, test } from 'vitest'
import { viewIn } from './map-pixels.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

/** What can be worked with; of a group of radio buttons Tab reaches the chosen one, and the arrows the others. */
const CONTROLS =
  'a[href], button:not(:disabled), input:not(:disabled), select, summary, canvas[tabindex], [tabindex="0"]'
const TABS_MOST = 150

inBrowser('who has no mouse', ({ visit }) => {
  let typist: Visit
  beforeAll(async () => {
    typist = await visit({ width: 1280, height: 800 })
    await typist.open('/?v=93.7858,31.8892,16&layers=none')
  })
  const press = async (...keys: string[]) => {
    for (const key of keys) await typist.page.keyboard.press(key)
  }
  const said = (key: string) => new URL(typist.page.url()).searchParams.get(key)
  const focusOn = async (name: string) => {
    for (let tabs = 0; tabs < TABS_MOST; tabs++) {
      await press('Tab')
      if (await typist.page.evaluate(isNamed, name)) return
    }
    throw new Error(`Tab never reaches ${name}`)
  }

  test('jumps past panel and search to the map, and moves it', async () => {
    const { page } = typist
    await press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到地图')
    await press('Enter', 'Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS')
    const before = viewIn(page.url())
    await press('ArrowRight')
    await typist.settled()
    expect(viewIn(page.url()).lng).toBeGreaterThan(before.lng)
  })

  test('reaches every control with Tab, and sees each time where the focus is', async () => {
    const { page } = typist
    const wanted = await page.evaluate(markControls, CONTROLS)
    expect(wanted).toBeGreaterThan(40)
    const reached = new Set<string>()
    const unseen = new Set<string>()
    for (let tabs = 0; tabs < TABS_MOST && reached.size < wanted; tabs++) {
      await press('Tab')
      const focus = await page.evaluate(readFocus)
      if (!focus) continue
      reached.add(focus.mark)
      if (!focus.seen) unseen.add(focus.words)
    }
    const missed = await page.evaluate(
      (marks) =>
        [...document.querySelectorAll('[data-mark]')]
          .filter((one) => !marks.includes(one.getAttribute('data-mark') ?? ''))
          .map((one) => one.outerHTML.slice(0, 120)),
      [...reached],
    )
    expect(missed).toEqual([])
    expect([...unseen]).toEqual([])
  })

  test('shows and hides a layer', async () => {
    await focusOn('公共厕所')
    await press('Space')
    await expect.poll(() => said('layers'), PATIENTLY).toBe('toilets')
    await press('Space')
    await expect.poll(() => said('layers'), PATIENTLY).toBe('none')
  })

  test('opens the list, walks to a row, opens its card and comes back to the row', async () => {
    const { page } = typist
    await press('l')
    await page.getByRole('grid').waitFor()
    await typist.settled()
    await page.getByRole('grid').focus()
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    const row = await page.getByRole('grid').getAttribute('aria-activedescendant')
    await press('Enter')
    await page.getByRole('complementary', { name: '部件详情' }).getByRole('heading', { level: 2 }).waitFor()
    expect(`thing-${said('thing')}`).toBe(row)
    await press('Escape')
    expect(said('thing')).toBeNull()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await press('Escape')
    expect(said('list')).toBeNull()
  })

  test('walks through the heat maps and their time', async () => {
    const { page } = typist
    for (const mode of ['complaints', 'inspections', 'difference']) {
      await press('h')
      await expect.poll(() => said('heat'), PATIENTLY).toBe(mode)
    }
    await page.getByRole('slider').first().waitFor()
    const days = await page.locator('.time-chosen').innerText()
    await press('[')
    await expect.poll(() => page.locator('.time-chosen').innerText(), PATIENTLY).not.toBe(days)
    // It can be pressed once complaints and inspections have both been read.
    await page.locator('.blind header button:enabled').waitFor()
    await focusOn('导出 CSV')
    await press('Tab', 'Enter')
    await page.getByRole('complementary', { name: '热力格' }).waitFor()
    await press('Escape', 'h')
    await expect.poll(() => said('heat'), PATIENTLY).toBeNull()
  })

  test('reads all keys in one place, and can turn single letters off', async () => {
    const { page } = typist
    const dialog = page.getByRole('dialog')
    const flip = async () => {
      await page.getByRole('button', { name: '快捷键' }).press('Enter')
      expect(await dialog.innerText()).toContain('打开或关闭列表')
      await dialog.getByRole('checkbox', { name: '启用单字母快捷键' }).focus()
      await press('Space', 'Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    // What an earlier try left off.
    await page.evaluate(() => localStorage.removeItem('gridkeeper.keys'))
    await typist.open('/')
    await flip()
    await press('l')
    await page.waitForTimeout(300)
    expect(said('list')).toBeNull()
    await flip()
    await press('l')
    await expect.poll(() => said('list'), PATIENTLY).not.toBeNull()
  })

  test.each([
    ['light', 'zh'],
    ['dark', 'en'],
  ])('meets no serious barrier that axe knows, with everything open, %s, %s', async (theme, lang) => {
    const all = 'layers=none&heat=difference&list=drains&thing=54062601004000004'
    await typist.open(`/?v=93.7858,31.8892,15&theme=${theme}&lang=${lang}&${all}`)
    const { violations } = await new AxeBuilder({ page: typist.page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  test('met no error, no failed request and no request to another host in all that', () => expectClean(typist))
})

/** Whether what has the focus is called so. Runs in the page. */
function isNamed(name: string): boolean {
  const element = document.activeElement
  const label = element?.closest('label')
  return [element?.textContent, element?.getAttribute('aria-label'), label?.textContent].some(
    (words) => words?.trim() === name,
  )
}

/** Numbers the visible controls of the page and says how many there are. Runs in the page. */
function markControls(selector: string): number {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (element.closest('[hidden], [inert]') || element.getClientRects().length === 0) return false
    return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
  })
  shown.forEach((element, i) => {
    element.dataset.mark = String(i)
  })
  return shown.length
}

/** Which marked control has the focus, and whether a person sees that: an outline of 2 px or more on it or on what stands for it. Runs
 *  in the page. */
function readFocus(): { mark: string; seen: boolean; words: string } | undefined {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element.dataset.mark === undefined) return undefined
  const shown = [element, element.nextElementSibling, element.closest('label'), element.parentElement]
  const seen = shown.some((one) => {
    if (!one) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)
  })
  return { mark: element.dataset.mark, seen, words: element.outerHTML.slice(0, 120) }
}
