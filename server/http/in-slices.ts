import { Refusal } from './refusals.ts'

/** A wall's pulse comes every second: others wait no longer than this. */
const SLICE_MS = 8

const waiting: (() => void)[] = []

function letOneOn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(letOneOn)
}

/** Whoever asked went away: what was begun for them ends. The answer reaches nobody; a log and a count still have it. */
export class NobodyWaits extends Refusal {
  constructor() {
    super(400, 'nobody-waits', 'Whoever asked went away before the answer.')
  }
}

function checkWaits(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NobodyWaits()
}

/** Behind what came in meanwhile; of several who wait, one at each turn of the event loop, so that their slices do not add up.
 *  Throws NobodyWaits when the signal says so. */
export async function nextTurn(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(letOneOn)
  })
  checkWaits(signal)
}

/** Goes through steps on the event loop, in slices between which others are served: for what takes a second at most and would take a thread as long to
 *  be handed. Throws what a step throws, and NobodyWaits when the signal says so. */
export async function inSlices<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  await nextTurn(signal)
  let until = performance.now() + SLICE_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < until) continue
    await nextTurn(signal)
    until = performance.now() + SLICE_MS
  }
}
