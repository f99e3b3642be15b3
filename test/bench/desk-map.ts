import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium, launchBrowser } from '../support/browser.ts'
import { makeTown } from './desk-map/make-town.ts'
import { type ServedPage, servePage } from './desk-map/serve-page.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { printTable } from './measure/table.ts'

export interface DeskMapOptions {
  cases: number
  crews: number
  /** Places of crews that come in a second. */
  positions: number
  seconds: number
  rounds: number
}

export interface DeskMapRow {
  what: 'idle' | 'moving'
  /** Milliseconds of script in a second of the page. */
  scriptMs: number
  /** Of all that its main thread does. */
  taskMs: number
  framesPerSecond: number
  /** Of script, in a frame. */
  scriptMsAFrame: number
}

export interface DeskMapFigures {
  machine: Machine
  rows: DeskMapRow[]
  /** Script in a frame with positions against that of the page at rest, whose frames are asked for and empty. */
  ratio: number
}

const USUAL: DeskMapOptions = { cases: 5_000, crews: 300, positions: 300, seconds: 6, rounds: 3 }

/** What crews that move over thousands of cases cost the whole page of the desk (queue, map, live stream), in turns with the same page at rest. */
export async function deskMap(options: Partial<DeskMapOptions> = {}): Promise<DeskMapFigures> {
  const { cases, crews, positions, seconds, rounds } = { ...USUAL, ...options }
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium here: install it or set CHROMIUM_PATH')
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-desk-map-'))
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const served = await servePage(folder, makeTown({ cases, crews }, Date.now()))
  const browser = await launchBrowser(chromium)
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${served.origin}/dispatch`)
    await page.locator('.desk-map[aria-busy="false"]').waitFor({ timeout: 60_000 })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const [idle, moving]: [Cost[], Cost[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      idle.push(await costOf({ page, session, served }, 0, seconds))
      moving.push(await costOf({ page, session, served }, positions, seconds))
    }
    return report({ cases, crews, positions }, [rowOf('idle', idle), rowOf('moving', moving)])
  } finally {
    await browser.close()
    served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Cost = Omit<DeskMapRow, 'what'>

/** Both count the frames in the same way. */
const COUNT_FRAMES = `new Promise((done) => {
  let frames = 0
  const until = performance.now() + MS
  const tick = () => { frames++; performance.now() < until ? requestAnimationFrame(tick) : done(frames) }
  requestAnimationFrame(tick)
})`

interface Measured {
  page: Page
  session: CDPSession
  served: ServedPage
}

async function costOf({ page, session, served }: Measured, rate: number, seconds: number): Promise<Cost> {
  served.rate(rate)
  await page.waitForTimeout(1_000)
  const before = await metrics(session)
  const frames = (await page.evaluate(COUNT_FRAMES.replace('MS', String(seconds * 1_000)))) as number
  const after = await metrics(session)
  served.rate(0)
  const spent = (name: string): number => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000
  const elapsed = spent('Timestamp') / 1_000
  return {
    scriptMs: spent('ScriptDuration') / elapsed,
    taskMs: spent('TaskDuration') / elapsed,
    framesPerSecond: frames / elapsed,
    scriptMsAFrame: spent('ScriptDuration') / frames,
  }
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: found } = await session.send('Performance.getMetrics')
  return new Map(found.map(({ name, value }) => [name, value]))
}

const rowOf = (what: DeskMapRow['what'], costs: readonly Cost[]): DeskMapRow => {
  const middle = (of: (cost: Cost) => number): number => median(costs.map(of))
  return {
    what,
    scriptMs: middle((cost) => cost.scriptMs),
    taskMs: middle((cost) => cost.taskMs),
    framesPerSecond: middle((cost) => cost.framesPerSecond),
    scriptMsAFrame: middle((cost) => cost.scriptMsAFrame),
  }
}

function report(of: Pick<DeskMapOptions, 'cases' | 'crews' | 'positions'>, rows: DeskMapRow[]): DeskMapFigures {
  const about = machine()
  const perFrame = (what: DeskMapRow['what']): number => rows.find((row) => row.what === what)?.scriptMsAFrame ?? 0
  const ratio = perFrame('moving') / perFrame('idle')
  console.log(`\n${of.cases} cases, ${of.crews} crews, ${of.positions} places a second. ${words(about)}\n`)
  printTable(
    ['page', 'script ms/s', 'main thread ms/s', 'frames/s', 'script ms a frame'],
    rows.map(({ what, ...cost }) => [what, cost.scriptMs, cost.taskMs, cost.framesPerSecond, cost.scriptMsAFrame]),
  )
  console.log(`\nmoving : idle = ${ratio.toFixed(1)}`)
  return { machine: about, rows, ratio }
}
