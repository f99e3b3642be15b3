import autocannon from 'autocannon'

export interface Shot {
  requestsPerSecond: number
  /** Of the server's process, user and system, per request. */
  cpuMilliseconds: number
}

/** Processor time of the server so far, in milliseconds. */
export type ReadCpu = () => Promise<number>

/** One round at a port: ten connections that go through the requests again and again. Throws when an answer is not the status expected. */
export async function shoot(
  port: number,
  requests: { path: string; headers?: Record<string, string> }[],
  { seconds, status, readCpu }: { seconds: number; status: number; readCpu: ReadCpu },
): Promise<Shot> {
  const before = await readCpu()
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 10,
    duration: seconds,
    requests: requests.map((request) => ({ method: 'GET' as const, ...request })),
  })
  const answered = Object.entries(result.statusCodeStats ?? {}).map(([code, { count = 0 } = {}]) => ({ code, count }))
  const total = answered.reduce((sum, { count }) => sum + count, 0)
  if (result.errors > 0 || total === 0 || answered.some(({ code }) => Number(code) !== status))
    throw new Error(`port ${port} answered ${JSON.stringify(answered)} with ${result.errors} errors, not ${status}`)
  return {
    requestsPerSecond: total / result.duration,
    cpuMilliseconds: ((await readCpu()) - before) / total,
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2
}
