import { startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { type Options, withUsual } from './measure/options.ts'
import { printTable, rounded } from './measure/table.ts'

export interface MemoryRow {
  way: string
  bytesPerThing: number
  /** Against ours. */
  ours: number
}

export interface MemoryFigures {
  machine: Machine
  things: number
  rows: MemoryRow[]
}

const WAYS = ['ours', 'ours and the search index', 'objects', 'objects and flatbush']
/** Weighing varies little, and each takes a process and a load. */
const MOST_ROUNDS = 1

/** Weighs the same things with ids, states and texts: in our memory and as a Map of plain objects. What is counted is the heap and the
 *  array buffers after collection, each way in a process of its own. */
export async function memory(options: Partial<Options> = {}): Promise<MemoryFigures> {
  const { assets, rounds } = withUsual(options)
  const about = machine()
  const weights = new Map<string, number[]>(WAYS.map((way) => [way, []]))
  for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++)
    for (const way of WAYS) weights.get(way)?.push(await weigh(way, assets))
  const own = median(weights.get('ours') ?? [])
  const rows = WAYS.map((way) => {
    const bytes = median(weights.get(way) ?? [])
    return { way, bytesPerThing: bytes / assets, ours: bytes / own }
  })
  console.log(`Memory of ${assets} things with ids, states and texts. ${words(about)}`)
  printTable(
    ['', 'MB per million', 'of ours'],
    rows.map(({ way, bytesPerThing, ours }) => [way, bytesPerThing, `${rounded(ours)}×`]),
  )
  return { machine: about, things: assets, rows }
}

async function weigh(way: string, assets: number): Promise<number> {
  const script = new URL('./memory/weigh.ts', import.meta.url)
  // A million plain objects do not fit the usual heap of a small machine.
  const child = await startChild<number>(script, [way, `${assets}`], ['--expose-gc', '--max-old-space-size=8192'])
  await child.stop()
  return child.ready
}
