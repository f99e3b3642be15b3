import { expect, test } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { ownServer } from './own-server.ts'
import { expectClean, inBrowser } from './visit.ts'

inBrowser('who starts the server on an empty store', ({ visit }) => {
  test('reads in both languages how to begin, and copies the command', async () => {
    const { origin } = await ownServer({})
    const founder = await visit({ width: 1280, height: 800, origin })
    const { page } = founder
    await founder.open('/')
    const words = page.getByRole('region', { name: '这座城市还没有部件' })
    const commands = await words.locator('code').allInnerTexts()
    expect(commands).toEqual([
      'npm run import -- streetlights lamps.csv --crs WGS84 --city 540626 --dry-run',
      'npm run import -- streetlights lamps.csv --crs WGS84 --city 540626',
      'npm run demo',
    ])
    expect(await words.innerText()).toMatch(/导入自己的台账[\s\S]*WGS84、CGCS2000、GCJ-02 或 BD-09/)
    await words.getByRole('button', { name: '复制' }).first().click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands[0])
    expect(await page.locator('.tag').count()).toBe(0)
    await page.getByRole('button', { name: 'EN' }).click()
    const english = await page.locator('.empty-city').innerText()
    expect(english).not.toMatch(/\p{Script=Han}/u)
    for (const command of commands) expect(english).toContain(command)
    expectClean(founder)
  })

  test('sees the first things come without doing anything', async () => {
    const { origin, store } = await ownServer({
      fill: (empty) =>
        empty.transaction(SUO, async (tx) => {
          const suo = { name: { zh: '索县', en: 'Suo' }, centre: [93.787, 31.886] as [number, number], zoom: 15 }
          await describeCity(tx, { ...suo, bounds: null, demo: false }, by())
        }),
    })
    const founder = await visit({ width: 1280, height: 800, origin })
    const { page } = founder
    await page.clock.install()
    await founder.open('/')
    const words = page.getByRole('region', { name: '这座城市还没有部件' })
    expect((await words.locator('code').allInnerTexts())[1]).toBe(
      'npm run import -- streetlights lamps.csv --crs WGS84',
    )
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1), lamp(2)] }, by()))
    // The page asks for the city every 15 s.
    await page.clock.fastForward(16_000)
    await words.waitFor({ state: 'detached' })
    await page.getByText('共 2 个部件').waitFor()
    expectClean(founder)
  })
})
