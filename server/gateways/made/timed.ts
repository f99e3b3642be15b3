/** Told after each step, with how long it took. */
export type Report = (step: string, milliseconds: number) => void

export async function timed<T>(step: string, report: Report, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const answer = await work()
  report(step, performance.now() - start)
  return answer
}
