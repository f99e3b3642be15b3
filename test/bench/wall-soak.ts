import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Machine, machine, words } from './measure/machine.ts'
import { printTable } from './measure/table.ts'
import { buildPages } from './wall/build-pages.ts'
import { openWall, type Wall } from './wall/open-wall.ts'
import { type Replay, replayLives } from './wall/replay-lives.ts'
import type { PageWeight } from './wall/weigh-page.ts'

export interface WallSoakOptions {
  refreshes: number
  events: number
  /** How many times as fast the clocks of the page and of the server go. */
  speed: number
  /** CSS pixels. */
  size: [width: number, height: number]
  /** Built pages; built for it when left out. */
  webDir?: string | undefined
  executablePath?: string | undefined
}

export interface WallSoakRow extends PageWeight {
  /** Of all, 0 … 1. */
  share: number
  minutes: number
  refreshes: number
  events: number
}

export interface WallSoakFigures {
  machine: Machine
  rows: WallSoakRow[]
  minutes: number
  refreshes: number
  events: number
  /** Changes of the scene, of texts and elements, and calls that drew on the graphics card. */
  scenes: number
  redraws: number
  draws: number
  /** At the end against at one tenth. */
  growth: Record<keyof PageWeight, number>
  /** What went wrong on the page. */
  faults: string[]
}

const USUAL: WallSoakOptions = { refreshes: 17_280, events: 50_000, speed: 30, size: [640, 360] }
const TENTHS = 10
/** Of the wall's own time it is half a minute and more. */
const SETTLE_MS = 3_000
/** The scene in which it is weighed: what another had on the map is in no cache of this one's. */
const SCENE = 'overview'
/** Rows of the log a second; the figures are asked for as fast as the wall's own floor of two seconds lets it. */
const EVENTS_PER_SECOND = 30

/** One real wall on a real server through a day of refreshes: its clocks run fast, so that its own two seconds between two refreshes are short; all
 *  else it does as on any day: asks for the figures, draws the panels and the map, changes its scenes, sounds and shows emergencies. */
export async function wallSoak(options: Partial<WallSoakOptions> = {}): Promise<WallSoakFigures> {
  const given = { ...USUAL, ...options }
  const about = machine()
  const folder = given.webDir ? undefined : await mkdtemp(join(tmpdir(), 'gridkeeper-soak-'))
  const webDir = given.webDir ?? (await buildPages(join(folder ?? '', 'dist')))
  const wall = await openWall({ ...given, webDir })
  try {
    const replay = await replayLives(wall.town, wall.now, EVENTS_PER_SECOND)
    const rows = await soak(wall, replay, given)
    await replay.stop()
    return report(about, given, rows, await wall.counts(), wall.faults)
  } finally {
    await wall.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

async function soak(wall: Wall, replay: Replay, { refreshes, events }: WallSoakOptions): Promise<WallSoakRow[]> {
  const begun = performance.now()
  const rows: WallSoakRow[] = []
  const shareNow = (): number => Math.min(wall.town.refreshes() / refreshes, replay.events() / events)
  for (let tenth = 1; tenth <= TENTHS; tenth++) {
    const meant = tenth / TENTHS
    while (shareNow() < meant) {
      await wall.page.waitForTimeout(250)
      // What is there in plenty waits for the other.
      if (replay.events() / events > wall.town.refreshes() / refreshes + 0.02) await replay.pause()
      else replay.goOn()
    }
    await replay.pause()
    await wall.town.hold(SCENE)
    await wall.page.waitForTimeout(SETTLE_MS)
    const weight = await wall.weigh()
    rows.push({
      ...{ share: meant, minutes: (performance.now() - begun) / 60_000, refreshes: wall.town.refreshes() },
      ...{ events: replay.events(), ...weight },
    })
    console.log(JSON.stringify(rows.at(-1)))
    await wall.town.hold(null)
    replay.goOn()
  }
  return rows
}

function report(
  about: Machine,
  { speed, size }: WallSoakOptions,
  rows: WallSoakRow[],
  counts: { scenes: number; redraws: number; draws: number },
  faults: string[],
): WallSoakFigures {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) throw new Error('nothing was weighed')
  const keys = ['heapMB', 'nodes', 'listeners', 'textures', 'buffers', 'otherGl', 'processMB'] as const
  const growth = Object.fromEntries(
    keys.map((key) => [key, last[key] / (first[key] || 1)]),
  ) as WallSoakFigures['growth']
  const heads = ['done', 'min', 'refreshes', 'events', 'heap MB', 'nodes', 'listeners', 'textures', 'buffers']
  console.log(`\nA wall of ${size.join(' × ')}, its clocks ${speed} times as fast. ${words(about)}\n`)
  printTable(
    [...heads, 'other GL', 'process MB'],
    rows.map(({ share, minutes, ...of }) => [
      ...[`${Math.round(share * 100)} %`, minutes, of.refreshes, of.events, of.heapMB, of.nodes, of.listeners],
      ...[of.textures, of.buffers, of.otherGl, of.processMB],
    ]),
  )
  console.log('\nat the end : at one tenth =', growth)
  console.log(counts, faults.length > 0 ? faults.slice(0, 20) : 'no faults on the page')
  const { minutes, refreshes, events } = last
  return { machine: about, rows, minutes, refreshes, events, ...counts, growth, faults }
}
