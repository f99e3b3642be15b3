import { beforeAll, expect, test } from 'vitest'
import type { LngLat } from '../../server/contract/geo.ts'
import type { HeatPoints } from '../../server/contract/heat.ts'
import { daysOf, secondsOf } from '../../web/charts/day-number.ts'
import { CELL_METRES } from '../../web/map/heat-cells.ts'
import { gridPlaceOf, type HeatGrid, lngLatOf } from '../../web/map/heat-grid.ts'
import { askCity, askJson } from './ask-city.ts'
import { apart, changed, colourAt, inMiddle, type MapShot, onPage, type Rgb, shoot } from './map-pixels.ts'
import { readCsv, takeFile } from './take-file.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const MONTH = { from: '2026-10-22', to: '2026-11-20' }
const TIME = `time=${MONTH.from}..${MONTH.to}`
const TOWN = 'v=93.7858,31.8892'
/** heat-layers.ts, light theme. */
const HEAT_OPACITY = 0.68
/** The time bar lies over the foot of the map. */
const TIME_BAR = 200

inBrowser('who reads the heat map', ({ visit }) => {
  let planner: Visit
  let grid: HeatGrid
  let cells: Cells
  beforeAll(async () => {
    planner = await visit({ width: 1280, height: 800 })
    const city = await askCity(planner.origin)
    grid = { origin: city.centre, cellMetres: CELL_METRES }
    cells = { complaints: await countCells('complaints'), inspections: await countCells('inspections') }
    // On plain ground the colour of a cell is that of the legend alone.
    const plain = { ...city, basemap: false, relief: false }
    await planner.page.route('**/api/city', (route) => route.fulfill({ json: plain }))
  })
  const panel = () => planner.page.getByRole('region', { name: '热力图' })
  const chosenDays = () => planner.page.locator('.time-chosen').innerText()

  test('moves and plays through time without asking the server for anything', async () => {
    const { page } = planner
    await planner.open(`/?heat=complaints&${TOWN},13&${TIME}`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const before = await shoot(planner)
    const days = await chosenDays()
    await page.getByRole('slider', { name: '开始日期' }).focus()
    for (let day = 0; day < 20; day++) await page.keyboard.press('ArrowRight')
    await planner.settled()
    expect(await chosenDays()).not.toBe(days)
    expect(await page.getByRole('slider', { name: '开始日期' }).getAttribute('aria-valuetext')).toBe('2026-11-11')
    expect(changed(before, await shoot(planner), TIME_BAR)).toBeGreaterThan(0.02)
    await page.keyboard.press('t')
    const seen = new Set<string>()
    await expect.poll(async () => seen.add(await chosenDays()).size, PATIENTLY).toBeGreaterThan(4)
    await page.keyboard.press('t')
    expect(asked.filter((url) => /\/api\/(heat|cases|inspections)/.test(url))).toEqual([])
  })

  test('sees the same colour for the same place at zoom 12 and 15, and it is the colour of its value in the legend', async () => {
    const { page } = planner
    await planner.open(`/?heat=complaints&${TOWN},15&${TIME}`)
    const near = await shoot(planner)
    expect(await panel().locator('.heat-legend').innerText()).toMatch(/投诉，件\/km²\/月/)
    const legend = await legendColours()
    await planner.open(`/?heat=complaints&${TOWN},12&${TIME}`)
    const far = await shoot(planner)
    const ground = colourAt(far, { x: 30, y: 300 })
    const inBoth = [...cells.complaints.keys()].map(middleOf).filter((place) => isClear(near, place))
    expect(inBoth.length).toBeGreaterThan(40)
    const steps = new Set<number>()
    for (const place of inBoth) {
      const [a, b] = [colourAt(near, near.at(place)), colourAt(far, far.at(place))]
      expect(apart(a, b), place.join()).toBeLessThanOrEqual(3)
      steps.add(stepOf(a, legend, ground))
    }
    // 0 … 5, and none that is no colour of the legend.
    expect(steps.has(-1)).toBe(false)
    expect(steps.size).toBeGreaterThan(3)
    for (const place of inBoth.filter((_, i) => i % 20 === 0)) {
      const { x, y } = await onPage(planner, place)
      await page.mouse.click(x, y)
      const card = page.getByRole('complementary', { name: '热力格' })
      const said = /投诉，每 km² 每月 ([\d,.]+)/.exec(await card.innerText())
      const density = Number(said?.[1]?.replace(',', ''))
      const bounds = (await panel().locator('.heat-steps span').allInnerTexts()).map(Number)
      const step = bounds.filter((bound) => density >= bound).length
      expect(stepOf(colourAt(far, far.at(place)), legend, ground), `${density} at ${place}`).toBe(step)
      await page.keyboard.press('Escape')
    }
  })

  test('asks about one class or one source and gets another picture', async () => {
    const { page } = planner
    const figure = async () => Number((await panel().locator('.heat-figures b').first().innerText()).replace(/\D/g, ''))
    const [all, before] = [await figure(), await shoot(planner)]
    await panel().getByText('类别').click()
    await panel().getByRole('button', { name: '只看' }).first().click({ force: true })
    await planner.settled()
    const ofClass = await figure()
    expect(ofClass).toBeGreaterThan(0)
    expect(ofClass).toBeLessThan(all)
    expect(changed(before, await shoot(planner), TIME_BAR)).toBeGreaterThan(0.005)
    expect(page.url()).toContain('class=')
    await panel().getByRole('button', { name: '全选' }).click()
    await panel().getByText('来源').click()
    await panel().locator('details').last().getByRole('button', { name: '只看' }).nth(1).click({ force: true })
    await planner.settled()
    expect(await figure()).toBeLessThan(all)
    expect(changed(before, await shoot(planner), TIME_BAR)).toBeGreaterThan(0.005)
    expect(page.url()).toContain('source=')
  })

  test('sees where complaints outnumber inspections and where it is the other way round', async () => {
    await planner.open(`/?heat=difference&${TOWN},13&${TIME}`)
    const words = await panel().locator('.heat-legend').innerText()
    expect(words).toMatch(/投诉减检查，每 km² 每月[\s\S]*−20[\s\S]*\+20/)
    const [legend, shot] = [await legendColours(), await shoot(planner)]
    const ground = colourAt(shot, { x: 30, y: 300 })
    const tally = legend.map(() => 0)
    for (let y = 0; y < shot.png.height - TIME_BAR; y += 2)
      for (let x = 0; x < shot.png.width; x += 2) {
        const step = stepOf(colourAt(shot, { x, y }), legend, ground)
        if (step >= 0) tally[step] = (tally[step] ?? 0) + 1
      }
    expect(Math.min(tally[0] ?? 0, tally[1] ?? 0)).toBeGreaterThan(50)
    expect(Math.min(tally.at(-1) ?? 0, tally.at(-2) ?? 0)).toBeGreaterThan(50)
  })

  test('takes away the list of cells with complaints where nobody has been, and it is right', async () => {
    const rows = readCsv(await takeFile(planner.page, () => panel().getByRole('button', { name: '导出 CSV' }).click()))
    const listed = rows.map((row) => [cellOf([Number(row.经度), Number(row.纬度)]), Number(row.投诉件数)] as const)
    const blind = [...cells.complaints].filter(([cell]) => !cells.inspections.has(cell))
    expect(listed.length).toBeGreaterThan(5)
    expect(new Map(listed)).toEqual(new Map(blind))
    const said = await panel()
      .getByText(/^[\d,]+ 格$/)
      .innerText()
    expect(Number(said.replace(/\D/g, ''))).toBe(listed.length)
  })

  test('met no error, no failed request and no request to another host in all that', () => expectClean(planner))

  /** How many points of the month lie in each cell, counted here from the plain JSON. */
  const countCells = async (subject: 'complaints' | 'inspections'): Promise<Map<string, number>> => {
    const { lng, lat, at } = await askJson<HeatPoints>(planner.origin, `/api/heat/${subject}`)
    const { from, to } = secondsOf(daysOf(MONTH))
    const counts = new Map<string, number>()
    at.forEach((time, i) => {
      const cell = cellOf([lng[i] ?? 0, lat[i] ?? 0])
      if (time >= from && time < to) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    })
    return counts
  }
  const cellOf = (place: LngLat): string => gridPlaceOf(grid, place).map(Math.floor).join()
  const middleOf = (cell: string): LngLat => {
    const [east = 0, north = 0] = cell.split(',').map(Number)
    return lngLatOf(grid, east + 0.5, north + 0.5)
  }
  const legendColours = async (): Promise<Rgb[]> => {
    const swatches = panel().locator('.heat-swatches i')
    const texts = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
    return texts.map((text) => (text.match(/\d+/g) ?? []).map(Number) as Rgb)
  }
})

interface Cells {
  complaints: Map<string, number>
  inspections: Map<string, number>
}

const isClear = (shot: MapShot, place: LngLat): boolean =>
  inMiddle(shot, place) && shot.at(place).y < shot.png.height - TIME_BAR

/** Which colour of the legend lies on the ground here; −1 when none does. */
function stepOf(colour: Rgb, legend: Rgb[], ground: Rgb): number {
  return legend.findIndex((of) => {
    const laid = of.map((part, i) => part * HEAT_OPACITY + (ground[i] ?? 0) * (1 - HEAT_OPACITY)) as Rgb
    return apart(colour, laid) <= 3
  })
}
