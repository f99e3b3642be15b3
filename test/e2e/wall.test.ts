import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { CaseCard } from '../../server/contract/case-card.ts'
import type { Role } from '../../server/contract/role.ts'
import type { Scene, Scenes } from '../../server/contract/wall.ts'
import { NOISE } from '../support/case-desk.ts'
import { type Client, client, signedIn } from '../support/client.ts'
import { type Desk, openDesk } from './desk.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit, type VisitOptions } from './visit.ts'
import { wallFaults } from './wall-faults.ts'

const SIZES = [
  { width: 1920, height: 1080, screens: 1 },
  { width: 3840, height: 2160, screens: 1 },
  { width: 5760, height: 1080, screens: 3 },
]
const LANGUAGES = ['zh', 'en']

const sceneOf = ({ page }: Visit): Promise<string | null> => page.locator('.wall-frame').getAttribute('data-scene')
/** What it would begin with if it were loaded anew. */
const keptScene = ({ page }: Visit): Promise<string | undefined> =>
  page.evaluate(() => localStorage.getItem('gridkeeper.wall.scene')?.split(' ')[1])
const shows = (wall: Visit, scene: string) =>
  wall.page.locator(`.wall-frame[data-scene="${scene}"] .wall-column.is-right > *`).first().waitFor({ timeout: 30_000 })

/** Only what stands before the map is looked at: the map, which is looked at elsewhere, never comes, and nothing is painted. */
async function withoutMap({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page.route('**/api/layers', () => undefined)
  await page.addInitScript(() => {
    const style = new CSSStyleSheet()
    style.replaceSync('.wall { opacity: 0 }')
    document.adoptedStyleSheets = [style]
  })
}
async function speaking({ page }: Pick<Visit, 'page'>, language: string): Promise<void> {
  await page.addInitScript((of) => localStorage.setItem('gridkeeper.language', of), language)
}
async function faultsAtEachSize({ page }: Pick<Visit, 'page'>, of: string): Promise<string[]> {
  const faults: string[] = []
  for (const { screens, ...size } of SIZES) {
    await page.setViewportSize(size)
    for (const fault of await wallFaults(page, { screens })) faults.push(`${of} ${size.width}: ${fault}`)
  }
  return faults
}

/** Somebody who asks a server without a page. */
const asking = (origin: string, cookie: string): Client => client((path, init) => fetch(origin + path, init), cookie)

inBrowser('a wall of the demo city', (visitor) => {
  const { id, cookie, commander } = inject('demoWall') ?? { id: '', cookie: '', commander: '' }
  let scenes: readonly Scene[]
  const call = async (scene: string | null): Promise<void> => {
    const answer = await asking(inject('demoUrl'), commander).post(`/api/screens/${id}/scene`, { scene })
    expect(answer.status).toBe(200)
  }
  async function openWall(options: VisitOptions & { language?: string; map?: boolean } = {}): Promise<Visit> {
    const wall = await visitor.visit({ width: 1920, height: 1080, ...options })
    const [name = '', value = ''] = cookie.split('=')
    await wall.page.context().addCookies([{ name, value, url: wall.origin }])
    await speaking(wall, options.language ?? 'zh')
    if (options.map === false) await withoutMap(wall)
    await wall.page.goto(`${wall.origin}/wall`)
    return wall
  }
  beforeAll(async () => {
    scenes = ((await asking(inject('demoUrl'), cookie).json('/api/wall/scenes')) as Scenes).scenes
    expect(scenes.length).toBeGreaterThanOrEqual(8)
  })
  afterAll(() => call(null))

  test('at three sizes, in both languages, no scene overflows, is cut off or lies on itself or on the edge of two screens (W6)', async () => {
    await call('overview')
    const walls = await Promise.all(LANGUAGES.map((language) => openWall({ language, map: false })))
    const faults: string[] = []
    for (const { id: scene } of scenes) {
      await call(scene)
      for (const [index, wall] of walls.entries()) {
        await shows(wall, scene)
        faults.push(...(await faultsAtEachSize(wall, `${LANGUAGES[index]} ${scene}`)))
      }
    }
    expect(faults).toEqual([])
    for (const wall of walls) await wall.page.context().close()
  })

  test('a scene that somebody calls is there at once; let go and loaded anew, the wall shows the scene of its round again; nothing fails or leaves the host (W7, W10)', async () => {
    await call(null)
    const wall = await openWall()
    const other = scenes[2]?.id ?? ''
    await wall.page.locator('.wall-frame[data-scene]').waitFor()
    await wall.page.evaluate((of) => localStorage.setItem('gridkeeper.wall.scene', `2 ${of}`), other)
    await wall.page.reload()
    await shows(wall, other)

    const asked = performance.now()
    await call('evaluation')
    await shows(wall, 'evaluation')
    console.log(`a called scene was on the wall after ${(performance.now() - asked).toFixed(0)} ms`)
    await wall.page.getByText('指挥员点播').waitFor()
    await wall.page.reload()
    await shows(wall, 'evaluation')
    await call(null)
    await shows(wall, other)
    await wall.page.reload()
    await shows(wall, other)
    await wall.page.locator('.wall-events li').nth(3).waitFor()
    // With its map, whose scale is in the legend.
    await wall.page.locator('.wall-scale').waitFor({ timeout: 30_000 })
    expect(await wallFaults(wall.page)).toEqual([])
    expectClean(wall)
    await wall.page.context().close()
  })
})

inBrowser('a wall of a small city', (visitor) => {
  describe('with an admin, an acceptor and a supervisor', () => {
    const ends: (() => Promise<void>)[] = []
    let desk: Desk
    beforeAll(async () => {
      // Its clock runs, as the rounds do.
      const begun = Date.now()
      const now = () => new Date(Date.parse(inject('demoNow')) + Date.now() - begun)
      desk = await openDesk({ now, until: (end) => void ends.push(end) })
    })
    afterAll(async () => {
      for (const end of ends) await end()
    })
    const as = async (role: Role): Promise<Client> =>
      asking(desk.origin, (await signedIn(desk, () => fetch(desk.origin), [role])).cookie)

    test('is let in by its code and begins its round; an emergency that nobody has acknowledged takes the wall at each size and in both languages, and holds it (W6, W7)', async () => {
      const [admin, acceptor, supervisor] = [await as('admin'), await as('acceptor'), await as('supervisor')]
      const { scenes, version }: Scenes = await admin.json('/api/wall/scenes')
      const [one, two] = scenes
      const set = { scenes: [one, two].flatMap((scene) => (scene ? { ...scene, seconds: 5 } : [])) }
      const put = await admin.put('/api/wall/scenes', set, { 'If-Match': `"${version}"` })
      expect(put.status, await put.text()).toBe(200)

      const wall = await visitor.visit({ origin: desk.origin, width: 1920, height: 1080 })
      await wall.page.goto(`${desk.origin}/wall`)
      const shown = wall.page.locator('.wall-code')
      await expect.poll(() => shown.getAttribute('aria-label'), PATIENTLY).toMatch(/^(\S ){5}\S$/)
      const code = ((await shown.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
      expect((await admin.post('/api/screens', { code, name: '指挥中心大屏' })).status).toBe(201)
      await wall.page.locator('.wall-frame[data-scene]').waitFor({ timeout: 30_000 })

      const begun = await sceneOf(wall)
      await expect.poll(() => sceneOf(wall), PATIENTLY).not.toBe(begun)
      const report = { ...NOISE, problem: '井盖缺失', urgency: 'emergency' }
      const { id } = (await (await acceptor.post('/api/cases', report)).json()) as CaseCard
      await wall.page.locator('.em').waitFor()
      expect(await wall.page.locator('.wall-frame').count()).toBe(0)
      const held = await keptScene(wall)
      // The wall wrote it down by itself: a page that is loaded now begins there.
      expect([one?.id, two?.id]).toContain(held)
      const since = performance.now()
      for (const language of LANGUAGES) {
        const page = await wall.page.context().newPage()
        await withoutMap({ page })
        await speaking({ page }, language)
        await page.goto(`${desk.origin}/wall`)
        await page.locator('.em-value').first().waitFor()
        expect(await faultsAtEachSize({ page }, language)).toEqual([])
        await page.close()
      }
      // Longer than the scene has.
      await wall.page.waitForTimeout(Math.max(0, 6_000 - (performance.now() - since)))
      expect(await keptScene(wall)).toBe(held)
      expect((await supervisor.post(`/api/cases/${id}/actions/acknowledge`)).status).toBe(200)
      await wall.page.locator('.wall-frame').waitFor()
      expect(await sceneOf(wall)).toBe(held)
      await expect.poll(() => sceneOf(wall), PATIENTLY).not.toBe(held)
      expectClean(wall)
    })
  })
})
