import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { printTable } from './measure/table.ts'
import { buildPages } from './wall/build-pages.ts'
import { openWall, type Wall } from './wall/open-wall.ts'
import { forgetCopy, isSameCopy, mapCopyOf, pictureOf, type WallPicture } from './wall/wall-picture.ts'

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
  /** Of a deploy: seconds until the page went over to the new build by itself, with the old picture on the screen all the while. */
  waitMedianS?: number
  waitMaxS?: number
}

export interface WallHealsFigures {
  machine: Machine
  rows: WallHealsRow[]
}

const USUAL: WallHealsOptions = { losses: 100, restarts: 100, deploys: 20, size: [1_280, 720] }
const GIVE_UP_MS = 30_000
/** Against one picture so many turns are held; then its clock and figures are another's. */
const SAME_BEFORE = 10
/** A deploy is waited for until the next page was loaded at a quiet moment. */
const DEPLOY_MOST_MS = 90_000
const LOOK_EVERY_MS = 100
/** Held, or the round would be another picture before than after. */
const SCENE = 'overview'
/** How far the page's clock is set before each loss: losses in one minute are taken for those of a failing card, and waited for. */
const APART_MS = 61_000

/** What a wall looks like after it was harmed, by its pixels: the graphics card forgets the map, the server goes and comes back, a new build is
 *  put under it. Measured from the end of the harm to the moment at which the pixels of the map were read as before, where a picture of the whole
 *  screen, taken after it, is as before too. */
export async function wallHeals(options: Partial<WallHealsOptions> = {}): Promise<WallHealsFigures> {
  const given = { ...USUAL, ...options }
  const about = machine()
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-heals-'))
  const webDirs = given.webDirs ?? [
    await buildPages(join(folder, 'a'), 'a'),
    given.deploys > 0 ? await buildPages(join(folder, 'b'), 'b') : '',
  ]
  // As an update does it: the pages of the next build take the place of the others in their folder.
  const live = join(folder, 'live')
  await putPages(webDirs[0], live)
  const wall = await openWall({ ...given, speed: 1, webDir: live, copies: true })
  try {
    await wall.town.hold(SCENE)
    const rows: WallHealsRow[] = []
    const run = async (harm: Harm, count: number, once: (before: Before, turn: number) => Promise<Healed>) => {
      const spent: Healed[] = []
      let before = await stillPicture(wall)
      for (let turn = 0; turn < count; turn++) {
        // A server that goes finds the page at whatever it does; what is drawn anew is to begin with nothing left to draw.
        if (harm !== 'server restart') await wall.rest()
        if (turn > 0 && turn % SAME_BEFORE === 0) before = await stillPicture(wall)
        const healed = await once(before, turn)
        spent.push(healed)
        if (healed.ms >= GIVE_UP_MS) before = await stillPicture(wall)
        if (turn % 10 === 9 || count < 10) console.log(`${harm} ${turn + 1}: ${(healed.ms / 1_000).toFixed(2)} s`)
      }
      if (count === 0) return
      const row = rowOf(harm, spent)
      console.log(row)
      rows.push(row)
    }
    await run('context loss', given.losses, (before) => loseContext(wall, before))
    await run('server restart', given.restarts, (before) => restart(wall, before))
    await run('deploy', given.deploys, (before, turn) =>
      deploy(wall, before, { from: webDirs[(turn + 1) % 2] ?? '', to: live, restarts: turn % 2 === 0 }),
    )
    return report(about, given, rows)
  } finally {
    await wall.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Before {
  whole: WallPicture
  map: Buffer
}

interface Healed {
  /** Until it was right again. */
  ms: number
  waitMs?: number
}

/** The wall as it stands when nothing moves: two pictures one after another that are alike. */
async function stillPicture({ page, rest }: Wall): Promise<Before> {
  let before = await pictureOf(page)
  for (let tries = 0; tries < 60; tries++) {
    await rest()
    const whole = await pictureOf(page)
    const map = await mapCopyOf(page)
    if (map && whole.like(before).isSame && !whole.isBlank) return { whole, map }
    before = whole
  }
  throw new Error('the wall does not come to rest')
}

/** Milliseconds until it is as before; GIVE_UP_MS where that never was. */
async function untilRight({ page }: Wall, before: Before, from: number): Promise<number> {
  let seen: WallPicture | undefined
  while (performance.now() - from < GIVE_UP_MS) {
    const at = performance.now()
    // A page that is being left answers nothing.
    const map = await mapCopyOf(page).catch(() => undefined)
    if (map && isSameCopy(map, before.map)) {
      seen = await pictureOf(page).catch(() => undefined)
      if (seen && !seen.isBlank && seen.like(before.whole).isSame) return at - from
    }
    await page.waitForTimeout(LOOK_EVERY_MS)
  }
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-wrong-'))
  await writeFile(join(folder, 'before.png'), PNG.sync.write(before.whole.png))
  const last = await pictureOf(page)
  await writeFile(join(folder, 'after.png'), PNG.sync.write(last.png))
  console.log('never right again:', last.like(before.whole), folder)
  return GIVE_UP_MS
}

async function loseContext(wall: Wall, before: Before): Promise<Healed> {
  const { page } = wall
  await page.evaluate(`(() => {
    const real = Date.now
    Date.now = () => real() + ${APART_MS}
  })()`)
  await forgetCopy(page)
  // As a driver does it: no restore follows.
  const lost = await page.evaluate(`(() => {
    const canvas = document.querySelector('canvas.maplibregl-canvas')
    canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()
    return true
  })()`)
  if (!lost) throw new Error('the context cannot be lost here')
  return { ms: await untilRight(wall, before, performance.now()) }
}

/** The picture is right all the while; so it is looked at only from the moment at which the server is there again, when something new has been
 *  asked of it: a page that has lost it would stay right by never drawing again. */
async function restart(wall: Wall, before: Before): Promise<Healed> {
  const { town } = wall
  const reported = town.answers()
  await town.stop()
  await town.start()
  const from = performance.now()
  while (town.answers() === reported && performance.now() - from < GIVE_UP_MS) await wall.page.waitForTimeout(50)
  return { ms: await untilRight(wall, before, from) }
}

interface Deploy {
  from: string
  to: string
  /** Else the server runs on. */
  restarts: boolean
}

/** From the first moment at which the page is gone to the one at which the next stands as before. */
async function deploy(wall: Wall, before: Before, { from, to, restarts }: Deploy): Promise<Healed> {
  const { page, town } = wall
  const left = page.waitForEvent('framenavigated', { timeout: DEPLOY_MOST_MS }).then(() => performance.now())
  // It is awaited below; should what comes before fail, that is the fault to tell.
  left.catch(() => undefined)
  if (restarts) await town.stop()
  await putPages(from, to)
  if (restarts) await town.start()
  const deployed = performance.now()
  const gone = await left
  return { ms: await untilRight(wall, before, gone), waitMs: gone - deployed }
}

/** As the builder does: the folder is emptied, and then filled. */
async function putPages(from: string, to: string): Promise<void> {
  for (const name of await readdir(to).catch(() => [])) await rm(join(to, name), { recursive: true })
  await cp(from, to, { recursive: true })
}

function rowOf(harm: Harm, spent: readonly Healed[]): WallHealsRow {
  const seconds = spent.map(({ ms }) => ms / 1_000)
  const waits = spent.flatMap(({ waitMs }) => (waitMs === undefined ? [] : [waitMs / 1_000]))
  return {
    ...{ harm, count: spent.length, medianS: median(seconds), maxS: Math.max(...seconds) },
    never: spent.filter(({ ms }) => ms >= GIVE_UP_MS).length,
    ...(waits.length > 0 ? { waitMedianS: median(waits), waitMaxS: Math.max(...waits) } : {}),
  }
}

function report(about: Machine, { size }: WallHealsOptions, rows: WallHealsRow[]): WallHealsFigures {
  console.log(`\nA wall of ${size.join(' × ')}, right again after so many seconds, by its pixels. ${words(about)}\n`)
  printTable(
    ['harm', 'times', 'median s', 'max s', 'never'],
    rows.map(({ harm, count, medianS, maxS, never }) => [harm, count, medianS, maxS, never]),
  )
  for (const { harm, waitMedianS, waitMaxS } of rows)
    if (waitMedianS !== undefined)
      console.log(
        `A ${harm} is gone over to ${waitMedianS.toFixed(1)} s later by the median, ${waitMaxS?.toFixed(1)} s at most.`,
      )
  return { machine: about, rows }
}
