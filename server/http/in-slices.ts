/** A wall's pulse comes every second: others wait no longer than this. */
const SLICE_MS = 8

const waiting: (() => void)[] = []

function letOneOn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(letOneOn)
}

/** Behind what came in meanwhile; of several who wait, one at each turn of the event loop, so that their slices do not add up. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(letOneOn)
  })
}

/** Goes through steps on the event loop, in slices between which others are served: for what takes a second at most and would take a thread as long to
 *  be handed. Throws what a step throws, and the signal's reason when nobody waits any longer. */
export async function inSlices<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  await nextTurn()
  let until = performance.now() + SLICE_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < until) continue
    await nextTurn()
    signal?.throwIfAborted()
    until = performance.now() + SLICE_MS
  }
}
