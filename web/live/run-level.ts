/** Runs `work` when it is asked for, one at a time and not more often than every `gapMs`. What is asked for while it runs is done once more
 *  after it: an answer that was on its way may be of before. */
export function runLevel(work: () => Promise<unknown>, gapMs: number): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    do {
      again = false
      await work().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, gapMs))
    } while (again)
    running = false
  }
  return () => {
    again = true
    if (!running) void run()
  }
}
