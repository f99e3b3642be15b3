import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Machine, machine, words } from './measure/machine.ts'
import { printTable } from './measure/table.ts'
import { buildPages } from './wall/build-pages.ts'
import { openWall, type Wall } from './wall/open-wall.ts'
import { type Replay, replayLives } from './wall/replay-lives.ts'
import type { WallTown } from './wall/wall-town.ts'
import type { PageWeight } from './wall/weigh-page.ts'

export interface WallSoakOptions {
  refreshes: number
  events: number
  /** How many times as fast the clocks of the page and of the server go. */
  speed: number
  /** So often it is weighed, each time after as much. */
  parts: number
  /** It ends after so long with what it has: the last row says how far it came. */
  mostMs: number
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
  /** At the end against the first time, which of ten is at one tenth. */
  growth: Record<keyof PageWeight, number>
  /** What went wrong on the page. */
  faults: string[]
}

/** A day of refreshes every five seconds in half an hour. The screen is small: what is drawn on it passes through the same code as on a large one. */
const USUAL: WallSoakOptions = {
  refreshes: 17_280,
  events: 50_000,
  speed: 48,
  size: [320, 180],
  parts: 10,
  mostMs: 120 * 60_000,
}
/** The scene in which it is weighed: by night at every hour, and with no panel that fills as the day goes on. */
const SCENE = 'lighting'
/** In the round beside the shipped ones: by day at every hour. A map that goes over from day to night lets go of the tiles of views before, and where
 *  night follows night it keeps some thousand buffers of them. */
const BY_DAY = 'by-day'
/** Always from the same places, the last without its layers and by the other light. */
const BEFORE = ['crews', 'complaints', BY_DAY]
/** Of a scene in the round: three times as long as shipped. A change of scenes loads and draws a whole map, which costs software ten refreshes. */
const SCENE_S = 120
/** In each of them it lives for so long: what was drawn of the cases elsewhere is forgotten when one of them changes. */
const LIVE_MS = 500
/** From then on as many cases are closed as come: six hours of lives at ten cases an hour, of some eight rows each. */
const FILLED = 480
const SCENE_MOST_MS = 30_000
const FILL_MOST_MS = 60_000
const LOOK_MS = 50

/** One real wall on a real server through a day of refreshes: its clocks run fast, so that its own two seconds between two refreshes are short; all
 *  else it does as on any day: asks for the figures, draws the panels and the map, changes its scenes, sounds and shows emergencies. */
export async function wallSoak(options: Partial<WallSoakOptions> = {}): Promise<WallSoakFigures> {
  const given = { ...USUAL, ...options }
  const about = machine()
  const folder = given.webDir ? undefined : await mkdtemp(join(tmpdir(), 'gridkeeper-soak-'))
  const webDir = given.webDir ?? (await buildPages(join(folder ?? '', 'dist')))
  const wall = await openWall({ ...given, webDir })
  try {
    const replay = await replayLives(wall.town, wall.now, given.events / given.refreshes)
    await warmUp(wall, replay)
    const rows = await soak(wall, replay, given)
    await replay.stop()
    return report(about, given, rows, await wall.counts(), wall.faults)
  } finally {
    await wall.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** Every scene once, and as many open cases as there will be: what a map or a chart keeps for good is kept by then. */
async function warmUp({ town, rest, wake }: Wall, replay: Replay): Promise<void> {
  await replay.pause()
  const shipped = await town.scenes()
  const byDay = shipped.slice(0, 1).map((one) => ({ ...one, id: BY_DAY, layers: [], map: { night: 'day' as const } }))
  await town.putScenes([...shipped, ...byDay].map((one) => ({ ...one, seconds: SCENE_S })))
  for (const { id } of (await town.scenes()).toReversed()) {
    const from = performance.now()
    await show(town, id)
    await rest()
    await wake()
    console.log(`${id}: at rest after ${((performance.now() - from) / 1_000).toFixed(1)} s`)
  }
  await town.hold(null)
  replay.goOn()
  const from = performance.now()
  while (replay.events() < FILLED && performance.now() - from < FILL_MOST_MS) await setTimeout(LOOK_MS)
  console.log(`filled with ${replay.events()} events in ${((performance.now() - from) / 1_000).toFixed(1)} s`)
}

/** Until the wall tells that it shows it. */
async function show(town: WallTown, scene: string): Promise<void> {
  await town.hold(scene)
  const from = performance.now()
  while (town.lastReport()?.scene !== scene && performance.now() - from < SCENE_MOST_MS) await setTimeout(LOOK_MS)
}

async function soak(
  wall: Wall,
  replay: Replay,
  { refreshes, events, parts, mostMs }: WallSoakOptions,
): Promise<WallSoakRow[]> {
  const { town } = wall
  const [begun, before, had] = [performance.now(), town.refreshes(), replay.events()]
  const rows: WallSoakRow[] = []
  const done = () => ({ refreshes: town.refreshes() - before, events: replay.events() - had })
  const share = (): number => Math.min(done().refreshes / refreshes, done().events / events)
  // Where time ends it, it is weighed as often.
  const due = (): number => Math.max(share(), (performance.now() - begun) / mostMs)
  for (let part = 1; part <= parts; part++) {
    while (due() < part / parts) await setTimeout(LOOK_MS)
    const minutes = (performance.now() - begun) / 60_000
    for (const scene of [...BEFORE, SCENE]) {
      await show(town, scene)
      await setTimeout(LIVE_MS)
    }
    await wall.overTown()
    await replay.pause()
    await wall.overTown()
    await wall.rest()
    rows.push({ share: share(), minutes, ...done(), ...(await wall.weigh()) })
    console.log(JSON.stringify(rows.at(-1)))
    await wall.wake()
    await town.hold(null)
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
  const keys = ['heapMB', 'heldMB', 'nodes', 'listeners', 'textures', 'buffers', 'otherGl', 'processMB'] as const
  const growth = Object.fromEntries(
    keys.map((key) => [key, last[key] / (first[key] || 1)]),
  ) as WallSoakFigures['growth']
  const heads = [
    'done',
    'min',
    'refreshes',
    'events',
    'heap MB',
    'held MB',
    'nodes',
    'listeners',
    'textures',
    'buffers',
  ]
  console.log(`\nA wall of ${size.join(' × ')}, its clocks ${speed} times as fast. ${words(about)}\n`)
  printTable(
    [...heads, 'other GL', 'process MB'],
    rows.map(({ share, minutes, ...of }) => [
      ...[
        `${Math.round(share * 100)} %`,
        minutes,
        of.refreshes,
        of.events,
        of.heapMB,
        of.heldMB,
        of.nodes,
        of.listeners,
      ],
      ...[of.textures, of.buffers, of.otherGl, of.processMB],
    ]),
  )
  console.log('\nat the end : at the first =', growth)
  console.log(counts, faults.length > 0 ? faults.slice(0, 20) : 'no faults on the page')
  const { minutes, refreshes, events } = last
  return { machine: about, rows, minutes, refreshes, events, ...counts, growth, faults }
}
