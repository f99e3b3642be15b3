import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { bundleProgram } from './bundle-program.ts'
import type { Place } from './engines.ts'

const PROGRAM = new URL('./writer.ts', import.meta.url)

export interface Writer {
  child: ChildProcess
  /** What it has said so far, a line each. */
  lines: string[]
  /** Resolves once it has opened the store, or ended without. */
  opened: Promise<void>
  /** Resolves with its exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

/** Another process that opens the store and writes. See writer.ts for what it takes. */
export function startWriter(
  { dataDir, databaseUrl }: Pick<Place, 'dataDir' | 'databaseUrl'>,
  task: { rows?: number; writers?: number },
): Writer {
  const child = spawn(process.execPath, [bundleProgram(PROGRAM)], {
    env: { ...process.env, TASK: JSON.stringify({ dataDir, databaseUrl, ...task }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  const opened = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line === 'open') resolve()
    })
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
    void ended.then(() => resolve())
  })
  return { child, lines, opened, ended }
}
