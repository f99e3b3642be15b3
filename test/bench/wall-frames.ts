import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { findChromium, launchBrowser } from '../support/browser.ts'
import { servePage } from './desk-map/serve-page.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { printTable } from './measure/table.ts'
import { LOOK_S, makeWall } from './wall-frames/make-wall.ts'

export interface WallFramesOptions {
  assets: number
  vehicles: number
  cases: number
  /** Turns of both walls. */
  rounds: number
}

export interface WallFramesRow {
  wall: 'empty' | 'full'
  /** `still`: the camera stands, vehicles move; `flying`: it moves, and everything is drawn anew for each frame. */
  camera: 'still' | 'flying'
  /** From one frame of the page to the next, ms. */
  medianMs: number
  meanMs: number
  mostMs: number
  frames: number
}

export interface WallFramesFigures {
  machine: Machine
  rows: WallFramesRow[]
  /** Median frame of the full wall against that of the empty one. */
  stillRatio: number
  flyingRatio: number
}

const USUAL: WallFramesOptions = { assets: 50_000, vehicles: 200, cases: 200, rounds: 2 }
const SIZE = { width: 1920, height: 1080 }
const FLIGHT_MS = 1_600

/** The frames of a wall with everything on it, in turns with a wall whose map has nothing but its ground: the same page, the same size, the same moves of
 *  the camera. Software draws them both where there is no graphics card, so that only the ratio says something. */
export async function wallFrames(options: Partial<WallFramesOptions> = {}): Promise<WallFramesFigures> {
  const of = { ...USUAL, ...options }
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium here: install it or set CHROMIUM_PATH')
  // Where the page was built to, if it was.
  const built = process.env.TEST_WEB_DIR
  const folder = built ?? (await mkdtemp(join(tmpdir(), 'gridkeeper-wall-frames-')))
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
  if (!built) await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const browser = await launchBrowser(chromium)
  const took: Record<string, number[]> = { 'empty still': [], 'empty flying': [], 'full still': [], 'full flying': [] }
  try {
    for (let round = 0; round < of.rounds; round++)
      for (const wall of ['empty', 'full'] as const) {
        const { still, flying } = await framesOf(browser, folder, wall === 'full' ? of : undefined)
        took[`${wall} still`]?.push(...still)
        took[`${wall} flying`]?.push(...flying)
      }
  } finally {
    await browser.close()
    if (!built) await rm(folder, { recursive: true, force: true })
  }
  return report(of, took)
}

interface Frames {
  still: number[]
  flying: number[]
}

async function framesOf(browser: Browser, folder: string, of: WallFramesOptions | undefined): Promise<Frames> {
  const served = await servePage(folder, makeWall(of ?? { assets: 0, vehicles: 0, cases: 0 }, Date.now()))
  const context = await browser.newContext({ viewport: SIZE })
  try {
    const page = await context.newPage()
    await page.goto(`${served.origin}/wall`)
    await page.locator('.wall-map-life[data-stands="true"]').waitFor({ timeout: 60_000 })
    await page.waitForTimeout(4_000)
    served.rate(of?.vehicles ?? 0)
    return (await page.evaluate(
      COUNT.replaceAll('SPAN', String((LOOK_S + 3) * 1_000)).replace('FLIGHT', String(FLIGHT_MS)),
    )) as Frames
  } finally {
    await context.close()
    served.close()
  }
}

/** Frames of a span, those within a flight after the camera was sent elsewhere apart. Runs in the page. */
const COUNT = `new Promise((done) => {
  const life = document.querySelector('.wall-map-life')
  const frames = { still: [], flying: [] }
  const begun = performance.now()
  let last = begun, aim = life.dataset.aim, flight = -1e9
  const tick = (now) => {
    if (life.dataset.aim !== aim) { aim = life.dataset.aim; flight = now }
    else frames[now - flight < FLIGHT ? 'flying' : 'still'].push(now - last)
    last = now
    performance.now() - begun < SPAN ? requestAnimationFrame(tick) : done(frames)
  }
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick) })
})`

function report(of: WallFramesOptions, took: Record<string, number[]>): WallFramesFigures {
  const rows = (['empty', 'full'] as const).flatMap((wall) =>
    (['still', 'flying'] as const).map((camera): WallFramesRow => {
      const frames = took[`${wall} ${camera}`] ?? []
      const meanMs = frames.reduce((sum, ms) => sum + ms, 0) / frames.length
      return { wall, camera, medianMs: median(frames), meanMs, mostMs: Math.max(...frames), frames: frames.length }
    }),
  )
  const ratio = (camera: WallFramesRow['camera']): number => {
    const [empty, full] = rows.filter((row) => row.camera === camera)
    return (full?.medianMs ?? Number.NaN) / (empty?.medianMs ?? Number.NaN)
  }
  const about = machine()
  console.log(`\n${of.assets} assets, heat, ${of.vehicles} vehicles, ${SIZE.width}×${SIZE.height}. ${words(about)}\n`)
  printTable(
    ['wall', 'camera', 'median frame ms', 'mean', 'most', 'frames'],
    rows.map(({ wall, camera, medianMs, meanMs, mostMs, frames }) => [wall, camera, medianMs, meanMs, mostMs, frames]),
  )
  const figures = { machine: about, rows, stillRatio: ratio('still'), flyingRatio: ratio('flying') }
  console.log(`\nfull : empty = ${figures.stillRatio.toFixed(2)} still, ${figures.flyingRatio.toFixed(2)} flying`)
  return figures
}
