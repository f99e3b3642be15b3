import { percentile } from './median.ts'
import type { ReadCpu } from './shoot.ts'
import { timeRequests } from './time-requests.ts'

export interface TimedShot {
  p50: number
  p95: number
  p99: number
  /** Of all processes that answer, per request. */
  cpuMilliseconds: number
}

/** One turn on a single connection, one request after the other: how long an answer takes where nobody waits in line, in milliseconds. */
export async function timeShot(
  port: number,
  paths: readonly string[],
  { seconds, readCpu }: { seconds: number; readCpu: ReadCpu },
): Promise<TimedShot> {
  const before = await readCpu()
  const times = await timeRequests(port, paths, seconds)
  return shotFrom(times, (await readCpu()) - before)
}

/** Of requests that took so long each, and all together so much processor time, in milliseconds. */
export const shotFrom = (times: readonly number[], cpu: number): TimedShot => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
  cpuMilliseconds: cpu / times.length,
})
