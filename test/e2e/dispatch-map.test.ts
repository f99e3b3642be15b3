import { beforeAll, expect, test } from 'vitest'
import type { CaseCard } from '../../server/contract/case-card.ts'
import { DeskCases } from '../../server/contract/desk-case.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { CREW_PLACES, DESK_ZOOM, type DispatchCity, gridPlace, MIDDLE, openDispatchCity } from './dispatch-city.ts'
import {
  asDispatched,
  beforeActing,
  chosenIn,
  drawLine,
  goWithin,
  inside,
  mapStill,
  openDispatch,
  outcome,
  placesOn,
  queueRow,
  sentBy,
} from './dispatch-hands.ts'
import { apart, type Rgb, type Spot } from './map-pixels.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const VIEW = `?v=${MIDDLE.join(',')},${DESK_ZOOM}`

inBrowser('the map of the desk', (visitor) => {
  let city: DispatchCity
  let desk: Visit
  const lamp = (n: number): CaseCard => city.cases.lamps[n] ?? city.cases.litter
  const placeOf = (crew: string): LngLat => CREW_PLACES[crew]?.at ?? MIDDLE
  const says = (words: string | RegExp) => expect.poll(() => outcome(desk).innerText(), PATIENTLY).toMatch(words)
  const dragTo = async (...places: [from: LngLat, to: LngLat]) => drawLine(desk, places.map(await placesOn(desk)))
  const clickMap = async (place: LngLat) => {
    const { x, y } = (await placesOn(desk))(place)
    await desk.page.mouse.click(x, y)
  }
  /** The open cases whose places lie in a part of the page, by the product's own answer of what is open. */
  const openIn = async (isIn: (spot: Spot) => boolean): Promise<string[]> => {
    const [{ cases }, spotOf] = [
      DeskCases.parse(await city.office.supervisor.json('/api/desk/cases')),
      await placesOn(desk),
    ]
    return cases.flatMap(({ id, location }) => (isIn(spotOf(location)) ? id : [])).sort()
  }
  const choosing = () => expect.poll(() => chosenIn(desk), PATIENTLY)
  const spots = async (...places: [column: number, row: number][]): Promise<Spot[]> =>
    places.map(([column, row]) => gridPlace(column, row)).map(await placesOn(desk))
  beforeAll(async () => {
    city = await openDispatchCity()
    desk = await city.sits(visitor, 'supervisor')
    await openDispatch(desk, VIEW)
    await mapStill(desk)
  })

  test('sends by a drag what the keys, the list of crews and a program send, and it ends the same', async () => {
    const { page } = desk
    const byHand = await sentBy(desk, () => dragTo(lamp(3).location, placeOf('lamps')))
    await says('1 件已派遣')
    const byKeys = await sentBy(desk, async () => {
      await clickMap(lamp(4).location)
      await page.waitForURL(`**case=${lamp(4).number}**`)
      await page.keyboard.press('d')
      await page.locator('.crew-option:focus').waitFor()
      await page.keyboard.press('Enter')
    })
    await goWithin(desk, `${VIEW}&class=component:01037`)
    const byList = await sentBy(desk, async () => {
      await queueRow(desk, lamp(5).id).click()
      await page.locator('.desk-crews-head').click()
      await page.locator('.desk-crews [data-crew="lamps"]').getByRole('button', { name: '派遣给路灯组' }).click()
    })
    await page.locator('.desk-crews-head').click()
    const sent = (n: number) => ({ action: 'dispatch', ids: [lamp(n).id], input: { crewId: 'lamps' } })
    expect([byHand, byKeys, byList]).toEqual([sent(3), sent(4), sent(5)])
    const answer = await city.office.supervisor.post(`/api/cases/${lamp(2).id}/actions/dispatch`, { crewId: 'lamps' })
    expect(answer.status).toBe(200)
    const byProgram = await asDispatched(city, lamp(2).id)
    expect(byProgram).toMatchObject({ status: 'dispatched', crewId: 'lamps' })
    for (const n of [3, 4, 5]) expect(await asDispatched(city, lamp(n).id)).toEqual(byProgram)
  })

  test('takes a crew to a case as well', async () => {
    const [urgent] = city.cases.urgent
    if (!urgent) throw new Error('nothing is urgent')
    await goWithin(desk, VIEW)
    await mapStill(desk)
    expect(await sentBy(desk, () => dragTo(placeOf('second'), urgent.location))).toMatchObject({
      ...{ ids: [urgent.id], input: { crewId: 'second' } },
    })
    await says('1 件已派遣')
  })

  test('says why a drag was refused, and has everything back where it was; the keys do the same', async () => {
    const { page } = desk
    const [, urgent] = city.cases.urgent
    if (!urgent) throw new Error('nothing is urgent')
    const leave = (id: string) => () =>
      city.act('duty-lead', { action: 'leave-unsolved', input: { reason: '重复投诉' } }, id)
    await goWithin(desk, VIEW)
    await beforeActing(desk, leave(lamp(6).id))
    await dragTo(lamp(6).location, placeOf('lamps'))
    await says(/^1 件没有：duty-lead 21:36 已/)
    expect(await page.locator('.desk-ghost').count()).toBe(0)
    await expect.poll(() => page.getByText('正在办…').count(), PATIENTLY).toBe(0)
    expect(await city.read(lamp(6).id)).toMatchObject({ status: 'unsolved', crewId: null })
    expect((await city.read(lamp(7).id)).status).toBe('filed')

    await goWithin(desk, `${VIEW}&case=${urgent.number}`)
    await beforeActing(desk, leave(urgent.id))
    await page.keyboard.press('d')
    await page.locator('.crew-option:focus').waitFor()
    await page.keyboard.press('Enter')
    await says(/^1 件没有：duty-lead 21:36 已/)
    expect(await city.read(urgent.id)).toMatchObject({ status: 'unsolved', crewId: null })
    // Let go on nothing, or with Esc, nothing is sent.
    await goWithin(desk, VIEW)
    await mapStill(desk)
    await dragTo(lamp(7).location, gridPlace(7.5, 2.5))
    expect((await city.read(lamp(7).id)).status).toBe('filed')
    expect(await outcome(desk).count()).toBe(0)
  })

  test('chooses with the lasso exactly what lies inside, adds a box, and with V what is in view', async () => {
    const { page } = desk
    await goWithin(desk, VIEW)
    await mapStill(desk)
    const ring = await spots([0.5, -0.4], [4.4, 0.3], [7.4, -0.5], [6.6, 1.4], [3.5, 0.6], [1.6, 2.4])
    await page.getByRole('button', { name: '套索圈选' }).click()
    await drawLine(desk, ring)
    const inRing = await openIn((spot) => inside(spot, ring))
    expect(inRing.length).toBeGreaterThan(4)
    await choosing().toEqual(inRing)

    const [from, to] = (await spots([6.5, 1.5], [9.5, 3.5])) as [Spot, Spot]
    await drawLine(desk, [from, to], ['Shift'])
    const inBox = await openIn(({ x, y }) => x > from.x && x < to.x && y > from.y && y < to.y)
    expect(inBox.length).toBeGreaterThan(4)
    await choosing().toEqual([...new Set([...inRing, ...inBox])].sort())

    await page.keyboard.press('Escape')
    await choosing().toEqual([])
    await goWithin(desk, `?v=${gridPlace(2.5, 1.5).join(',')},17.2`)
    await mapStill(desk)
    await page.keyboard.press('v')
    const box = await page.locator('.desk-map').boundingBox()
    if (!box) throw new Error('the desk has no map')
    const { x: left, y: top, width, height } = box
    const inView = await openIn(({ x, y }) => x > left && x < left + width && y > top && y < top + height)
    expect(inView.length).toBeGreaterThan(2)
    await choosing().toEqual(inView)
  })

  test('has for everything on it a line in a list: each case in the queue, each crew with its place, age and verb', async () => {
    const { page } = desk
    await goWithin(desk, VIEW)
    await mapStill(desk)
    const drawn = await page.locator('.desk-map').getAttribute('data-cases')
    expect(await page.locator('.queue-row').first().getAttribute('aria-setsize')).toBe(drawn)
    // As a box: from one row to another.
    await page.locator('.queue-frame').evaluate((frame) => frame.scrollTo(0, 0))
    await page.locator('.queue-row[aria-posinset="1"]').waitFor()
    const rows = page.locator('.queue-choose input')
    await rows.nth(1).click()
    await rows.nth(5).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.locator('.bulk-bar').innerText(), PATIENTLY).toContain('已选 5 件')
    const crews = page.locator('.desk-crews')
    if ((await page.locator('.desk-crews-head').getAttribute('aria-expanded')) === 'false')
      await page.locator('.desk-crews-head').click()
    const drawnToo = crews.locator('li', { hasText: /位置(刚到| \d)/ })
    expect(await page.locator('.desk-movers').getAttribute('data-drawn')).toBe(String(await drawnToo.count()))
    for (const one of await drawnToo.all())
      expect(await one.getByRole('button', { name: /^派遣给/ }).isEnabled()).toBe(true)
    expect(await crews.locator('[data-crew="old"]').innerText()).toMatch(/位置 (8|9|10) 分前/)
  })

  test('draws a crew that nobody has heard of for a while hollow', async () => {
    const inkOf = async (crew: string): Promise<Rgb> => {
      const { x, y } = (await placesOn(desk))(placeOf(crew))
      return desk.page.locator('.desk-movers').evaluate(
        (canvas: HTMLCanvasElement, [pageX, pageY]) => {
          const { left, top } = canvas.getBoundingClientRect()
          const [r = 0, g = 0, b = 0] =
            canvas.getContext('2d')?.getImageData(Math.round(pageX - left), Math.round(pageY - top), 1, 1).data ?? []
          return [r, g, b] as [number, number, number]
        },
        [x, y] as const,
      )
    }
    const [fresh, other, stale] = [await inkOf('drains'), await inkOf('night'), await inkOf('old')]
    expect(apart(fresh, other)).toBeLessThan(8)
    expect(apart(fresh, stale)).toBeGreaterThan(60)
  })

  test('heals when the graphics card forgets it, and is taken hold of as before', async () => {
    const { page } = desk
    await page.locator('.desk-map canvas.maplibregl-canvas').evaluate((canvas: HTMLCanvasElement) => {
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.waitForSelector('.desk-map[data-context-losses="1"][aria-busy="false"]')
    await mapStill(desk)
    await clickMap(lamp(8).location)
    await page.waitForURL(`**case=${lamp(8).number}**`)
    await mapStill(desk)
    expect(await sentBy(desk, () => dragTo(lamp(8).location, placeOf('old')))).toMatchObject({
      input: { crewId: 'old' },
    })
    expectClean(desk)
  })
})
