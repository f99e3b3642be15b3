import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import type { Asset } from '../../server/contract/asset.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import { DATA, freshFolder, postBoxes } from '../server/catalogue/catalogue-folder.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { askLayers } from './ask-city.ts'
import { differing, onPage, shoot } from './map-pixels.ts'
import { ownServer } from './own-server.ts'
import { expectClean, inBrowser } from './visit.ts'

const box = (number: number, of: Partial<Asset> = {}): Asset =>
  lamp(number, {
    ...{ id: `54062601042${String(number).padStart(6, '0')}`, layer: 'post-boxes', name: `圐圙邮筒 ${number}` },
    ...{ code: '01042', status: 'normal', fields: { kind: number === 2 ? 'pillar' : 'wall' } },
    geometry: { type: 'Point', coordinates: [93.785 + number * 1e-3, 31.886] },
    ...of,
  })
const BOXES = [box(1), box(2, { status: 'full' }), box(3)]

inBrowser('a layer that is one new file in data/catalogue', ({ visit }) => {
  test('is in the API, the panel, the map, the list and the search, with no code touched', async () => {
    const dataDir = await freshFolder()
    for (const part of ['catalogue', 'codes', 'rules'])
      await cp(join(DATA, part), join(dataDir, part), { recursive: true })
    const full = { id: 'full', name: { zh: '满了', en: 'Full' }, state: 'late' }
    const layer = postBoxes({ shownAtFirst: true })
    const file = { ...layer, statuses: [...layer.statuses, full] }
    await writeFile(join(dataDir, 'catalogue/post-boxes.json'), JSON.stringify(file))
    const { origin } = await ownServer({
      dataDir,
      fill: (store) =>
        store.transaction(SUO, async (tx) => {
          const suo = { name: { zh: '索县', en: 'Suo' }, zoom: 15, bounds: null, demo: true }
          await describeCity(tx, { ...suo, centre: [93.787, 31.886] }, by({ actor: 'made:test' }))
          await writeAssets(tx, { added: BOXES }, by())
        }),
    })
    const served = (await askLayers(origin)).find(({ id }) => id === 'post-boxes')
    expect(served).toMatchObject({ name: { zh: '邮筒' }, count: 3, countByStatus: { normal: 2, full: 1 } })

    const reader = await visit({ width: 1280, height: 800, origin })
    const { page } = reader
    await reader.open('/?v=93.787,31.886,17')
    const row = page.locator('.layer-row').filter({ hasText: '邮筒' })
    expect((await row.innerText()).match(/\d+/g)).toEqual(['1', '3'])
    const shown = await shoot(reader)
    await row.getByRole('checkbox').first().uncheck()
    await reader.settled()
    const hidden = await shoot(reader)
    for (const { geometry } of BOXES) {
      if (geometry.type !== 'Point') throw new Error('a post box is a point')
      expect(differing(shown, hidden, shown.at(geometry.coordinates), 8)).toBeGreaterThan(10)
    }
    await row.getByRole('checkbox').first().check()
    await reader.settled()
    const { x, y } = await onPage(reader, [93.787, 31.886])
    await page.mouse.click(x, y)
    const card = page.getByRole('complementary', { name: '部件详情' })
    await card.getByRole('heading', { name: '圐圙邮筒 2' }).waitFor()
    expect(await card.innerText()).toMatch(/满了[\s\S]*01042[\s\S]*类别\s*某类/)
    await page.keyboard.press('l')
    await page.getByRole('row').filter({ hasText: '圐圙邮筒 3' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('youtong')
    await page.getByRole('option').filter({ hasText: '圐圙邮筒 1' }).waitFor()
    expectClean(reader)
  })
})
