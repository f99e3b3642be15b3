import type { ServedEdits } from './edits/serve-edits.ts'
import { startChild } from './measure/child.ts'
import { type Machine, machine, words } from './measure/machine.ts'
import { type Options, withUsual } from './measure/options.ts'
import { printTable } from './measure/table.ts'
import { takeTurns } from './measure/take-turns.ts'
import { type TimedShot, timeShot } from './measure/time-shot.ts'

/** Edits per second, of which p95 is to stay below 1.5 times that at rest. */
const RATES = [0, 100, 1_000]

export interface EditRow extends TimedShot {
  editsPerSecond: number
  /** How many there really were. */
  arrived: number
  /** p95 against that at rest. */
  ofRest: number
}

export interface EditFigures {
  machine: Machine
  things: number
  rows: EditRow[]
}

/** Measures how long a tile takes while edits come in, as a follower of the log brings them, against the same at rest. */
export async function edits(options: Partial<Options> = {}): Promise<EditFigures> {
  const { assets, rounds, seconds } = withUsual(options)
  const about = machine()
  const child = await startChild<ServedEdits>(new URL('./edits/serve-edits.ts', import.meta.url), [`${assets}`])
  try {
    const { ready, ask, readCpu } = child
    const turn = (rate: number) => async () => {
      await ask('edit', rate)
      const shot = await timeShot(ready.port, ready.paths, { seconds, readCpu })
      return { ...shot, arrived: await ask<number>('edit', 0) }
    }
    const shots = await takeTurns<string, TimedShot & { arrived: number }>(
      Object.fromEntries(RATES.map((rate) => [`${rate} edits/s`, turn(rate)])),
      rounds,
    )
    const rest = shots['0 edits/s']?.p95 ?? 0
    const rows = RATES.flatMap((editsPerSecond) => {
      const shot = shots[`${editsPerSecond} edits/s`]
      return shot ? [{ editsPerSecond, ...shot, ofRest: shot.p95 / rest }] : []
    })
    console.log(
      `Uncached tiles of ${assets} things at z13–z16 while edits come; medians of ${rounds} rounds of ${seconds} s, taking turns. ${words(about)}`,
    )
    printTable(
      ['edits/s', 'arrived', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms, edits too', 'p95 of rest’s'],
      rows.map((row) => [
        ...[
          `${row.editsPerSecond}`,
          row.arrived.toFixed(0),
          row.p50,
          row.p95,
          row.p99,
          row.cpuMilliseconds,
          row.ofRest,
        ],
      ]),
    )
    return { machine: about, things: assets, rows }
  } finally {
    await child.stop()
  }
}
