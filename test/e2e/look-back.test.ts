import { beforeAll, expect, test } from 'vitest'
import type { LngLat } from '../../server/contract/geo.ts'
import { momentAt } from '../../web/atlas/time/city-moment.ts'
import { paletteOf } from '../../web/theme/palette.ts'
import { askJson, askThings, type Thing } from './ask-city.ts'
import { apart, colourAt, type MapShot, type Rgb, shoot } from './map-pixels.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const DAY_MS = 86_400_000
const EVENING_MS = Date.parse('2026-11-20T20:00:00+08:00')

interface Mended {
  lamp: Thing
  /** A moment at which it was dark. */
  at: string
}

/** A lamp that shines now and was dark at some evening of the last weeks. */
async function mendedLamp(origin: string): Promise<Mended> {
  const { things } = await askThings(origin, 'streetlights')
  const shining = new Map(things.filter(({ status }) => status === 'on').map((lamp) => [lamp.id, lamp]))
  for (let day = 1; day < 60; day++) {
    const ms = EVENING_MS - day * DAY_MS
    const path = `/api/layers/streetlights/features?status=fault&limit=1000&at=${new Date(ms).toISOString()}`
    const { features } = await askJson<{ features: { id: string }[] }>(origin, path)
    const lamp = features.map(({ id }) => shining.get(id)).find((one) => one !== undefined)
    if (lamp) return { lamp, at: momentAt(ms) }
  }
  throw new Error('no lamp was dark in the last weeks')
}

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb

/** How many pixels of a colour are within 12 of a place. */
function inked(shot: MapShot, place: LngLat, colour: Rgb): number {
  const { x, y } = shot.at(place)
  let count = 0
  for (let dx = -12; dx <= 12; dx++)
    for (let dy = -12; dy <= 12; dy++) if (apart(colourAt(shot, { x: x + dx, y: y + dy }), colour) < 12) count++
  return count
}

inBrowser('who looks at the city of the past', ({ visit }) => {
  let person: Visit
  let mended: Mended
  let now: MapShot
  beforeAll(async () => {
    person = await visit()
    mended = await mendedLamp(person.origin)
    const [lng, lat] = mended.lamp.place
    await person.open(`/?theme=light&layers=streetlights&v=${lng},${lat},18`)
    now = await shoot(person)
  })

  const choose = async (at: string) => {
    await person.page.locator('.city-time input[type="datetime-local"]').fill(at)
    await person.page.keyboard.press('Enter')
    await expect.poll(() => new URL(person.page.url()).searchParams.get('at'), PATIENTLY).toBe(at)
    await expect.poll(() => person.page.locator('.then-banner').innerText(), PATIENTLY).not.toContain('正在读取')
    await person.settled()
  }

  test('begins at the last full hour, and is told that it is not now', async () => {
    await person.page.keyboard.press('b')
    await expect
      .poll(() => person.page.locator('.then-banner').innerText(), PATIENTLY)
      .toContain('正在查看 2026-11-20 21:00 的城市')
    await person.settled()
  })

  test('sees a lamp dark that shines now', async () => {
    const late = rgbOf(paletteOf('light').late)
    await choose(mended.at)
    const then = await shoot(person)
    expect(inked(now, mended.lamp.place, late)).toBe(0)
    expect(inked(then, mended.lamp.place, late)).toBeGreaterThan(20)
  })

  test('finds it so in the list, in the counts and on its card, and nothing on the card is of later', async () => {
    const { page, origin } = person
    const instant = new Date(`${mended.at}:00+08:00`).toISOString()
    await page.keyboard.press('l')
    const row = page.getByRole('row').filter({ hasText: mended.lamp.name })
    await expect.poll(() => row.first().innerText(), PATIENTLY).toContain('不亮')
    await row.first().click()
    await expect.poll(() => page.locator('.card-state').innerText(), PATIENTLY).toContain('不亮')
    const history = await askJson<{ rows: { at: string }[] }>(
      origin,
      `/api/assets/${mended.lamp.id}/history?at=${instant}`,
    )
    expect(history.rows.every(({ at }) => at <= instant)).toBe(true)
    await expect.poll(() => page.locator('.timeline > li').count(), PATIENTLY).toBe(history.rows.length)
    const layer = await askJson<{ countByStatus: Record<string, number> }>(
      origin,
      `/api/layers/streetlights?at=${instant}`,
    )
    const words = await page.locator('.layer-row:has([aria-controls="legend-streetlights"])').innerText()
    expect(words.replace(/\s+/g, ' ')).toContain(String(layer.countByStatus.fault))
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await person.settled()
  })

  test('steps by an hour with the arrow keys', async () => {
    const { page } = person
    await page.locator('body').click({ position: { x: 700, y: 24 } })
    await page.keyboard.press('ArrowLeft')
    const before = momentAt(Date.parse(`${mended.at}:00+08:00`) - 3_600_000)
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), PATIENTLY).toBe(before)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), PATIENTLY).toBe(mended.at)
    await person.settled()
  })

  test('gives the link to another, who sees the same', async () => {
    const other = await visit()
    await other.open(person.page.url().slice(person.origin.length))
    expect(await other.page.locator('.then-banner').innerText()).toContain(mended.at.replace('T', ' '))
    expect(inked(await shoot(other), mended.lamp.place, rgbOf(paletteOf('light').late))).toBeGreaterThan(20)
    expectClean(other)
  })

  test('goes back to now with Escape, and the lamp shines as before', async () => {
    const { page } = person
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), PATIENTLY).toBe(null)
    await person.settled()
    expect(await page.locator('.then-banner').count()).toBe(0)
    expect(inked(await shoot(person), mended.lamp.place, rgbOf(paletteOf('light').late))).toBe(0)
  })

  test('has no fault on the page', () => expectClean(person))
})
