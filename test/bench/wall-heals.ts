import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { printTable } from './measure/table.ts'
import { buildPages } from './wall/build-pages.ts'
import { openWall, type Wall } from './wall/open-wall.ts'
import { type Likeness, pictureOf, type WallPicture } from './wall/wall-picture.ts'

export interface WallHealsOptions {
  losses: number
  restarts: number
  deploys: number
  size: [width: number, height: number]
  /** Two builds of the same pages under other names; built for it when left out. */
  webDirs?: readonly [string, string] | undefined
  executablePath?: string | undefined
}

export type Harm = 'context loss' | 'server restart' | 'deploy'

export interface WallHealsRow {
  harm: Harm
  count: number
  /** Seconds until the screen was right again, by its pixels; how many never were within GIVE_UP_MS. */
  medianS: number
  maxS: number
  never: number
}

export interface WallHealsFigures {
  machine: Machine
  rows: WallHealsRow[]
}

const USUAL: WallHealsOptions = { losses: 100, restarts: 100, deploys: 20, size: [1_280, 720] }
const GIVE_UP_MS = 30_000
/** A deploy is waited for until the next page was loaded at a quiet moment. */
const DEPLOY_MOST_MS = 90_000
const LOOK_EVERY_MS = 100
/** Held, or the round would be another picture before than after. */
const SCENE = 'overview'
/** How far the page's clock is set before each loss: losses in one minute are taken for those of a failing card, and waited for. */
const APART_MS = 61_000

/** What a wall looks like after it was harmed, by its pixels: the graphics card forgets the map, the server goes and comes back, a new build is
 *  put under it. Measured from the end of the harm to the first of two pictures one after another that are as before. */
export async function wallHeals(options: Partial<WallHealsOptions> = {}): Promise<WallHealsFigures> {
  const given = { ...USUAL, ...options }
  const about = machine()
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-heals-'))
  const webDirs = given.webDirs ?? [
    await buildPages(join(folder, 'a'), 'a'),
    given.deploys > 0 ? await buildPages(join(folder, 'b'), 'b') : '',
  ]
  const wall = await openWall({ ...given, speed: 1, webDir: webDirs[0] })
  try {
    await wall.town.hold(SCENE)
    const rows: WallHealsRow[] = []
    const run = async (harm: Harm, count: number, once: (turn: number) => Promise<number>): Promise<void> => {
      const spent: number[] = []
      for (let turn = 0; turn < count; turn++) {
        spent.push(await once(turn))
        if (turn % 10 === 9) console.log(`${harm} ${turn + 1}: ${((spent.at(-1) ?? 0) / 1_000).toFixed(2)} s`)
      }
      if (count > 0) rows.push(rowOf(harm, spent))
    }
    await run('context loss', given.losses, () => loseContext(wall))
    await run('server restart', given.restarts, () => restart(wall))
    await run('deploy', given.deploys, (turn) => deploy(wall, webDirs[(turn + 1) % 2] ?? ''))
    return report(about, given, rows)
  } finally {
    await wall.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The wall as it stands when nothing moves: two pictures one after another that are alike. */
async function stillPicture({ page }: Wall): Promise<WallPicture> {
  let before = await pictureOf(page)
  for (let tries = 0; tries < 60; tries++) {
    await page.waitForTimeout(400)
    const now = await pictureOf(page)
    if (now.like(before).isSame && !now.isBlank) return now
    before = now
  }
  throw new Error('the wall does not come to rest')
}

/** Milliseconds until two pictures one after another are as the one before; GIVE_UP_MS where that never was. */
async function untilRight({ page }: Wall, before: WallPicture, from: number): Promise<number> {
  let since: number | undefined
  let last: Likeness | undefined
  while (performance.now() - from < GIVE_UP_MS) {
    const at = performance.now()
    const now = await pictureOf(page).catch(() => undefined)
    last = now?.like(before)
    if (now && !now.isBlank && last?.isSame) {
      if (since !== undefined) return since - from
      since = at
    } else since = undefined
    await page.waitForTimeout(LOOK_EVERY_MS)
  }
  console.log('never right again:', last)
  return GIVE_UP_MS
}

async function loseContext(wall: Wall): Promise<number> {
  const { page } = wall
  const before = await stillPicture(wall)
  await page.evaluate(`(() => {
    const real = Date.now
    Date.now = () => real() + ${APART_MS}
  })()`)
  // As a driver does it: no restore follows.
  const lost = await page.evaluate(`(() => {
    const canvas = document.querySelector('canvas.maplibregl-canvas')
    canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()
    return true
  })()`)
  if (!lost) throw new Error('the context cannot be lost here')
  return untilRight(wall, before, performance.now())
}

/** The picture is right all the while; so it is looked at only from the moment at which the server is there again, when something new has been
 *  asked of it: a page that has lost it would stay right by never drawing again. */
async function restart(wall: Wall): Promise<number> {
  const { town } = wall
  const before = await stillPicture(wall)
  const reported = town.answers()
  await town.stop()
  await town.start()
  const from = performance.now()
  while (town.answers() === reported && performance.now() - from < GIVE_UP_MS) await wall.page.waitForTimeout(50)
  return untilRight(wall, before, from)
}

/** From the first moment at which the page is gone to the one at which the next stands as before. */
async function deploy(wall: Wall, webDir: string): Promise<number> {
  const { page, town } = wall
  const before = await stillPicture(wall)
  const left = page.waitForEvent('framenavigated', { timeout: DEPLOY_MOST_MS }).then(() => performance.now())
  await town.stop()
  await town.start(webDir)
  return untilRight(wall, before, await left)
}

const rowOf = (harm: Harm, spent: readonly number[]): WallHealsRow => ({
  ...{ harm, count: spent.length, medianS: median(spent) / 1_000, maxS: Math.max(...spent) / 1_000 },
  never: spent.filter((ms) => ms >= GIVE_UP_MS).length,
})

function report(about: Machine, { size }: WallHealsOptions, rows: WallHealsRow[]): WallHealsFigures {
  console.log(`\nA wall of ${size.join(' × ')}, right again after so many seconds, by its pixels. ${words(about)}\n`)
  printTable(
    ['harm', 'times', 'median s', 'max s', 'never'],
    rows.map(({ harm, count, medianS, maxS, never }) => [harm, count, medianS, maxS, never]),
  )
  return { machine: about, rows }
}
