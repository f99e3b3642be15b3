import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ownServer } from './own-server.ts'
import { inBrowser, type Visit } from './visit.ts'

const KIB = 1024
/** All of the map page: MapLibre with its worker is 421 KiB of it. */
const MAP_KIB = 750
/** A word that stands in antd alone, and one of MapLibre. */
const OF_FORMS = 'colorPrimaryBgHover'
const OF_MAP = 'maplibregl-canvas'

/** The scripts that a page has loaded, workers' too, packed as they are sent. */
async function scriptsOf(
  { page, origin }: Visit,
  path: string,
): Promise<{ kib: number; forms: boolean; map: boolean }> {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await page.goto(origin + path)
  await page.locator('.map-box[aria-busy="false"], .cases-none, .sign-in form').first().waitFor({ timeout: 60_000 })
  const later = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  for (const address of later) asked.add(new URL(address).pathname)
  const files = [...asked]
    .filter((address) => address.endsWith('.js'))
    .map((address) => readFileSync(join('web/dist', address)))
  const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0)
  const holds = (word: string) => files.some((file) => file.includes(word))
  return { kib: Math.round(bytes / KIB), forms: holds(OF_FORMS), map: holds(OF_MAP) }
}

inBrowser('what a page loads', ({ visit }) => {
  test('is no more than 750 KiB of script for the map, and nothing of the form library', async () => {
    const { origin } = await ownServer({})
    const map = await scriptsOf(await visit({ origin }), '/')
    const list = await scriptsOf(await visit({ origin }), '/cases')
    console.log(`scripts: map ${map.kib} KiB, list of cases ${list.kib} KiB`)
    expect(map.kib).toBeLessThanOrEqual(MAP_KIB)
    expect([map.forms, map.map]).toEqual([false, true])
    expect([list.forms, list.map]).toEqual([true, false])
  })
})
