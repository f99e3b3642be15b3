import { Worker } from 'node:worker_threads'

/** Which program a thread runs: `<name>-worker.ts` beside the module whose `import.meta.url` is `beside`. */
export interface Program {
  beside: string
  name: string
}

/** Starts a thread that keeps no process alive; its program finds `task` as `workerData`. The bundle has all programs beside it; as it is
 *  written, a program is TypeScript that has to be entered through JavaScript. */
export function openThread({ beside, name }: Program, task: unknown): Worker {
  const program = new URL(`./${name}-worker.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside)
  const worker = beside.endsWith('.ts')
    ? new Worker(new URL('./enter-typescript.mjs', import.meta.url), {
        ...{ execArgv: [], argv: [program.href], workerData: task },
      })
    : new Worker(program, { execArgv: [], workerData: task })
  worker.unref()
  return worker
}
