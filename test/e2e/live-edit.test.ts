import { expect, test } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import { KEY } from '../server/assets/write-desk.ts'
import { readTile, tileOf } from '../server/city/read-tile.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { differing, type MapShot, shoot } from './map-pixels.ts'
import { ownServer } from './own-server.ts'
import { expectClean, inBrowser, type Visit } from './visit.ts'

const ZOOM = 17
/** The page hears of it at once, and asks for the tiles; drawing in software takes its time. */
const SOON = { timeout: 4_000, interval: 100 }
/** From the answer to an edit until its count is on the page; without the stream the page would ask every 5 s. */
const HEARD_MS = 1_500
/** Of a mark at this zoom, in pixels. */
const REACH = 12
const FREE: LngLat = [93.7868, 31.8864]
const PLACES: LngLat[] = [
  [93.7862, 31.886],
  [93.787, 31.886],
  [93.7878, 31.886],
]
const [FIRST, SECOND, THIRD] = PLACES as [LngLat, LngLat, LngLat]
const LAMPS = PLACES.map((coordinates, i) => lamp(i + 1, { geometry: { type: 'Point', coordinates } }))
const [first, second, third] = LAMPS.map(({ id }) => id) as [string, string, string]

/** Pixels around a place that are not bare ground. */
const drawnAt = (shot: MapShot, bare: MapShot, place: LngLat) => differing(shot, bare, shot.at(place), REACH)

/** What the tile of a place holds this moment: the status of each lamp. */
async function tileAt(origin: string, place: LngLat): Promise<Record<string, unknown>> {
  const [x, y] = tileOf(place, ZOOM)
  const answer = await fetch(`${origin}/tiles/streetlights/${ZOOM}/${x}/${y}.mvt`)
  const features = readTile(new Uint8Array(await answer.arrayBuffer())).streetlights ?? []
  return Object.fromEntries(features.map(({ properties }) => [String(properties.id), properties.status]))
}

/** As another system does it, with what it last read of the lamp. */
async function edit(origin: string, method: 'PATCH' | 'DELETE', id: string, patch?: unknown): Promise<void> {
  const address = `${origin}/api/assets/${id}`
  const seen = (await fetch(address)).headers.get('etag') ?? ''
  const answer = await fetch(method === 'DELETE' ? `${address}?reason=moved` : address, {
    method,
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', 'if-match': seen },
    ...(patch === undefined ? {} : { body: JSON.stringify(patch) }),
  })
  expect(answer.status, await answer.text()).toBe(method === 'DELETE' ? 204 : 200)
  // Present where an answer comes before its edit is in the tiles.
  expect(answer.headers.get('picture-seq')).toBeNull()
}

inBrowser('a map that is open while another system changes the lamps on it', ({ visit }) => {
  test('shows each change at once, in marks and counts, and is not loaded again for it', async () => {
    const { origin } = await ownServer({
      writeKey: KEY,
      fill: (store) =>
        store.transaction(SUO, async (tx) => {
          const suo = { name: { zh: '索县', en: 'Suo' }, zoom: 15, bounds: null, demo: true }
          await describeCity(tx, { ...suo, centre: SECOND }, by({ actor: 'made:test' }))
          await writeAssets(tx, { added: LAMPS }, by())
        }),
    })
    const desk = await visit({ width: 1280, height: 800, origin })
    await desk.open(`/?v=${SECOND.join(',')},${ZOOM}&layers=streetlights`)
    let loads = 0
    desk.page.on('domcontentloaded', () => loads++)
    const row = desk.page.locator('.layer-row').filter({ hasText: '路灯' }).first()
    const problems = row.locator('.layer-problems .ink-late')
    const count = row.locator('.layer-count').first()
    const bare = await bareGround(desk)
    const before = await shoot(desk)
    for (const place of PLACES) expect(drawnAt(before, bare, place)).toBeGreaterThan(5)
    expect(drawnAt(before, bare, FREE)).toBe(0)
    expect([await problems.count(), await count.innerText()]).toEqual([0, '3'])

    await edit(origin, 'PATCH', first, { status: 'fault' })
    const answered = performance.now()
    await expect.poll(() => problems.allInnerTexts(), SOON).toEqual([expect.stringContaining('1')])
    const heardMs = performance.now() - answered
    console.log(`an edit was on the page ${heardMs.toFixed(0)} ms after its answer`)
    expect(heardMs).toBeLessThan(HEARD_MS)
    expect(await tileAt(origin, FIRST)).toMatchObject({ [first]: 'fault' })
    await expect
      .poll(async () => differing(before, await shoot(desk), before.at(FIRST), REACH), SOON)
      .toBeGreaterThan(50)
    expect(differing(before, await shoot(desk), before.at(THIRD), REACH)).toBe(0)

    await edit(origin, 'PATCH', second, { geometry: { type: 'Point', coordinates: FREE } })
    expect(await tileAt(origin, FREE)).toHaveProperty(second, 'on')
    await expect.poll(async () => drawnAt(await shoot(desk), bare, FREE), SOON).toBeGreaterThan(5)
    await expect.poll(async () => drawnAt(await shoot(desk), bare, SECOND), SOON).toBe(0)

    await edit(origin, 'DELETE', third)
    expect(await tileAt(origin, THIRD)).not.toHaveProperty(third)
    await expect.poll(async () => drawnAt(await shoot(desk), bare, THIRD), SOON).toBe(0)
    await expect.poll(() => count.innerText(), SOON).toBe('2')
    expect(loads).toBe(0)
    expectClean(desk)
  })
})

/** The map with its only layer put away for a moment. */
async function bareGround(desk: Visit): Promise<MapShot> {
  const box = desk.page.locator('.layer-row').filter({ hasText: '路灯' }).first().getByRole('checkbox').first()
  await box.uncheck()
  await desk.settled()
  const bare = await shoot(desk)
  await box.check()
  await desk.settled()
  return bare
}
