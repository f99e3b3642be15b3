import { expect, test } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { type PdfImage, readPdf } from '../support/read-pdf.ts'
import { LAMP, openDesk } from './desk.ts'
import { expectClean, inBrowser, type Visit } from './visit.ts'

/** Three bins that are the only dark things on a map without streets: one east and one north of the first. */
const PLACES: readonly [LngLat, LngLat, LngLat] = [
  [LAMP[0] - 0.005, LAMP[1] - 0.004],
  [LAMP[0] + 0.005, LAMP[1] - 0.004],
  [LAMP[0] - 0.005, LAMP[1] + 0.004],
]
const BINS = PLACES.map((coordinates, i) =>
  lamp(i, {
    ...{ id: `54062603005${String(i + 1).padStart(6, '0')}`, layer: 'bins', code: '03005', status: 'normal' },
    ...{ name: '', fields: { kind: 'street' }, geometry: { type: 'Point', coordinates } },
  }),
)

/** Straight through the ellipsoid of WGS 84; over a kilometre that is the way along it. */
function metresBetween(one: LngLat, other: LngLat): number {
  const point = ([lng, lat]: LngLat): [number, number, number] => {
    const [l, p, e2] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180, 0.00669437999014]
    const n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(p) ** 2)
    return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - e2) * Math.sin(p)]
  }
  const [a, b] = [point(one), point(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** The middles of what is dark, in mm of the paper. */
function darkSpots({ pixels: [width, height], rgb, mm }: PdfImage): [number, number][] {
  const spots: { x: number; y: number; count: number }[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      if ((rgb[at] ?? 255) + (rgb[at + 1] ?? 255) + (rgb[at + 2] ?? 255) > 200) continue
      const near = spots.find((spot) => Math.hypot(spot.x / spot.count - x, spot.y / spot.count - y) < 40)
      if (near) Object.assign(near, { x: near.x + x, y: near.y + y, count: near.count + 1 })
      else spots.push({ x, y, count: 1 })
    }
  return spots.map(({ x, y, count }) => [((x / count) * mm[0]) / width, ((y / count) * mm[1]) / height])
}

const printed = ({ page }: Visit) => page.evaluate(() => Number(document.documentElement.dataset.printed ?? 0))

async function print(seat: Visit): Promise<Buffer> {
  const before = await printed(seat)
  await seat.page.keyboard.press('Control+p')
  await expect.poll(() => printed(seat), { timeout: 60_000 }).toBe(before + 1)
  return seat.page.pdf({ preferCSSPageSize: true, printBackground: true })
}

const withoutDates = (pdf: Buffer): string => pdf.toString('latin1').replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '')

inBrowser('a printed study', (visitor) => {
  test('is an A3 sheet at a true 1:5,000 that says all a plan has to, and the same twice', async () => {
    const desk = await openDesk({
      fill: (store) => store.transaction(SUO, (tx) => writeAssets(tx, { added: BINS }, by())),
    })
    const seat = await desk.sits(visitor, 'planner')
    const { page } = seat
    await page.addInitScript(() => {
      window.print = () => {
        const { dataset } = document.documentElement
        dataset.printed = String(Number(dataset.printed ?? 0) + 1)
      }
    })
    await page.goto(`${seat.origin}/plan?study=coverage`)
    await page.locator('.study-tools > button:enabled').click()
    await page.getByRole('button', { name: '打印 A3' }).click()
    await page.locator('.sheet-card').waitFor()
    await seat.settled()
    const pdf = await print(seat)
    const [sheet] = readPdf(pdf)
    const [image] = sheet?.images ?? []
    if (!sheet || !image) throw new Error('there is no map on the sheet')

    // Chromium writes any A3, its own too, 0.2 mm longer than it is.
    expect((sheet.width / 72) * 25.4).toBeCloseTo(420.1, 0)
    expect((sheet.height / 72) * 25.4).toBeCloseTo(297, 0)
    expect(image.pixels[0] / (image.mm[0] / 25.4)).toBeGreaterThanOrEqual(200)

    const spots = darkSpots(image)
    expect(spots.length).toBe(3)
    const [far, ...near] = spots.toSorted((a, b) => a[1] - b[1])
    const [west, east] = near.toSorted((a, b) => a[0] - b[0])
    if (!far || !west || !east) throw new Error('the bins are not on the map')
    const scaleOf = (a: [number, number], b: [number, number], metres: number): number =>
      (metres * 1000) / Math.hypot(a[0] - b[0], a[1] - b[1])
    const [eastward, northward] = [
      scaleOf(west, east, metresBetween(PLACES[0], PLACES[1])),
      scaleOf(west, far, metresBetween(PLACES[0], PLACES[2])),
    ]
    console.log(`on paper: 1:${eastward.toFixed(1)} eastward, 1:${northward.toFixed(1)} northward`)
    for (const scale of [eastward, northward]) expect(Math.abs(scale / 5000 - 1)).toBeLessThan(0.005)

    for (const word of ['1:5,000', '050100150200m', '图例', '北', '审图号待配置', 'CGCS2000', 'GB/T50337', '演示数据'])
      expect(sheet.text).toContain(word)
    for (const word of ['数据时间2026-', '打印时间2026-11-2021:3', '第1页,共1页', '索县城市管理局(演示)'])
      expect(sheet.text).toContain(word)
    const again = await print(seat)
    expect(withoutDates(again) === withoutDates(pdf)).toBe(true)
    expectClean(seat)
  })
})
