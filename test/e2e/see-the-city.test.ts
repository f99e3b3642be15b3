import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { townView } from '../../web/atlas/place-view.ts'
import { askCity, askLayers, askThings } from './ask-city.ts'
import { clustersNear } from './find-cluster.ts'
import { brightness, differing, inMiddle, onPage, shoot, type View, viewIn } from './map-pixels.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const IN_TOWN = ['streetlights', 'drains', 'bins', 'construction-waste']
/** The landfill and two of three truck parks lie up to 2.8 km from the middle of the town, beyond the edges of the first picture. */
const OUT_OF_TOWN = ['landfills', 'truck-parking']
const JS_LIMIT_KIB = 750
/** What every antd component asks its context for. The names of its classes are made when it runs: no bundle holds them. */
const ANTD = 'getPrefixCls'
const HAN = /\p{Script=Han}/u

inBrowser('who opens the page for the first time', ({ visit }) => {
  let newcomer: Visit
  const scripts: Promise<Buffer>[] = []
  beforeAll(async () => {
    // Wide enough for single lamps: on a narrower screen the first picture shows groups.
    newcomer = await visit({ width: 1320, height: 760 })
    const keep = (response: Response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body())
    }
    newcomer.page.on('response', keep)
    await newcomer.open('/')
    newcomer.page.off('response', keep)
  })

  const rowOf = (layer: string) => newcomer.page.locator(`.layer-row:has([aria-controls="legend-${layer}"])`)
  const zoomTo = async (layer: string) => {
    await rowOf(layer).getByRole('button', { name: '缩放至图层' }).click()
    await newcomer.settled()
  }

  /** Each layer in turn is unticked, and of its things in view so many vanish from where they are. */
  const expectShown = async (layers: string[], view: View, enough: 'most' | 'all things of the city' = 'most') => {
    let before = await shoot(newcomer, view)
    for (const layer of layers) {
      await rowOf(layer).getByRole('checkbox').first().uncheck()
      await newcomer.settled()
      const without = await shoot(newcomer, view)
      const { things } = await askThings(newcomer.origin, layer)
      const inView = things.filter(({ place }) => inMiddle(without, place))
      const vanished = inView.filter(({ place }) => differing(before, without, without.at(place), 2) > 0)
      // A mark may stand under that of another layer; most do not.
      if (enough === 'most') expect(vanished.length, layer).toBeGreaterThan(inView.length / 2)
      else expect(vanished.length, layer).toBe(things.length)
      before = without
    }
  }

  test('gets at most 750 KB of JavaScript, packed, and no component library', async () => {
    const bodies = await Promise.all(scripts)
    const kib = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024
    console.log(`JavaScript of the map page: ${bodies.length} files, ${kib.toFixed(0)} KiB gzip`)
    expect(bodies.some((body) => body.includes('maplibre'))).toBe(true)
    expect(kib).toBeLessThan(JS_LIMIT_KIB)
    expect(bodies.some((body) => body.includes(ANTD))).toBe(false)
  })

  test('reads 审图号, source and 演示数据 in the frame of the map', async () => {
    const frame = await newcomer.page.locator('.city-map-frame').innerText()
    expect(frame).toMatch(/审图号 待配置[\s\S]*演示数据[\s\S]*底图 本单位数据/)
    expect(frame).toMatch(/\d+ k?m/)
  })

  test('sees lamps, drains, bins and waste sites where they are', async () => {
    const city = await askCity(newcomer.origin)
    const width = (await newcomer.page.locator('.map-box').boundingBox())?.width ?? 0
    await expectShown(IN_TOWN, townView(city, width))
  })

  test('is told what lies outside the first picture, by the layers that are of few things', async () => {
    const { page } = newcomer
    await page.getByRole('button', { name: '恢复默认' }).click()
    await newcomer.settled()
    await expect.poll(() => rowOf('landfills').innerText(), PATIENTLY).toContain('1 个在视图外')
    await expect.poll(() => rowOf('truck-parking').innerText(), PATIENTLY).toContain('2 个在视图外')
    expect(await rowOf('streetlights').innerText()).not.toContain('视图外')
  })

  test('sees the landfill and all truck parks in the whole picture', async () => {
    const { page } = newcomer
    await page.getByRole('button', { name: '全图' }).click()
    await newcomer.settled()
    await expect.poll(() => page.locator('.layer-missed').count(), PATIENTLY).toBe(0)
    const { things } = await askThings(newcomer.origin, 'truck-parking')
    expect(things).toHaveLength(3)
    await expectShown(OUT_OF_TOWN, viewIn(page.url()), 'all things of the city')
  })

  test('goes from the row of a layer to where all of its things are, as large as they fit', async () => {
    const { page, origin } = newcomer
    await newcomer.open('/?v=93.7858,31.8892,16&layers=streetlights')
    await zoomTo('truck-parking')
    expect(new URL(page.url()).searchParams.get('layers')).toBe('streetlights,truck-parking')
    const shot = await shoot(newcomer)
    const spots = (await askThings(origin, 'truck-parking')).things.map(({ place }) => shot.at(place).x)
    expect(Math.min(...spots)).toBeGreaterThan(24)
    expect(Math.max(...spots)).toBeLessThan(shot.png.width - 60)
    expect(Math.max(...spots) - Math.min(...spots)).toBeGreaterThan(shot.png.width * 0.8)
    await expectShown(['truck-parking'], viewIn(page.url()), 'all things of the city')
  })

  test('goes from the row of the unit grids to where they are drawn, which is no further out than street level', async () => {
    await zoomTo('unit-grids')
    expect(viewIn(newcomer.page.url()).zoom).toBe(16)
    await newcomer.page.getByRole('button', { name: '全图' }).click()
    await expect.poll(() => rowOf('unit-grids').innerText(), PATIENTLY).toContain('放大到 16 级才画出')
  })

  test('opens a group of lamps by clicking it, until single lamps stand there', async () => {
    const { page, origin } = newcomer
    await newcomer.open('/?v=93.7858,31.8892,12.3&layers=streetlights')
    for (let zoom = 12.3; zoom < 14; ) {
      const { lng, lat } = viewIn(page.url())
      const group = (await clustersNear(origin, 'streetlights', [lng, lat], zoom)).find(({ count }) => count > 1)
      if (!group) throw new Error(`no group of lamps at zoom ${zoom}`)
      const { x, y } = await onPage(newcomer, group.place)
      await page.mouse.click(x, y)
      await newcomer.settled()
      const now = viewIn(page.url())
      expect(now.zoom).toBeGreaterThan(zoom)
      zoom = now.zoom
    }
    const shot = await shoot(newcomer)
    const { things } = await askThings(origin, 'streetlights')
    const lamp = things.find(({ place }) => inMiddle(shot, place))
    if (!lamp) throw new Error('the group had no lamp')
    const { x, y } = await onPage(newcomer, lamp.place)
    await page.mouse.click(x, y)
    await page.getByRole('complementary', { name: '部件详情' }).getByText('亮灯').first().waitFor()
  })

  test('clicks a drain and reads its fields, its codes and what happened to it', async () => {
    const { page, origin } = newcomer
    const drains = (await askLayers(origin)).find(({ id }) => id === 'drains')
    const { things } = await askThings(origin, 'drains')
    const drain = things.find(({ status, properties }) => status === 'dredge-due' && properties.kind === 'inlet')
    if (!drain || !drains) throw new Error('the demo city has no drain that is due')
    await newcomer.open(`/?v=${drain.place.join(',')},18&layers=drains`)
    const { x, y } = await onPage(newcomer, drain.place)
    await page.mouse.click(x, y)
    const card = page.getByRole('complementary', { name: '部件详情' })
    await card.getByRole('heading', { name: drain.name }).waitFor()
    await card.getByText('待清掏').first().waitFor()
    const words = await card.innerText()
    expect(words).toContain(drain.id.replace(/^(.{6})(.{5})/, '$1 $2 '))
    expect(words).toMatch(/雨水箅子\s*01004\s*GB\/T 47678\.5-2026/)
    expect(await card.locator('dt').allInnerTexts()).toEqual(drains.fields.map(({ name }) => name.zh))
    expect(await card.locator('.timeline li').allInnerTexts()).toContainEqual(expect.stringContaining('登记'))
  })

  test('turns page and map dark, and the page to English without a Chinese word of its own; both are kept for the next visit', async () => {
    const { page } = newcomer
    const light = brightness(await shoot(newcomer))
    await page.getByRole('button', { name: '深色' }).click()
    await newcomer.settled()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(brightness(await shoot(newcomer))).toBeLessThan(light / 3)
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('heading', { name: 'Suo County' }).waitFor()
    for (const part of ['.bar h1, .bar nav, .bar .tag, .data-time', '.panel', '.city-map-frame', '.list-opener'])
      for (const words of await page.locator(part).allInnerTexts()) expect(words).not.toMatch(HAN)
    await page.goto(newcomer.origin, { waitUntil: 'commit' })
    await page.locator('html[lang="en"][data-theme="dark"]').waitFor()
  })

  test('met no error, no failed request and no request to another host in all that', () => expectClean(newcomer))
})
