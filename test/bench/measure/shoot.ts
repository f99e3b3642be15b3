import autocannon from 'autocannon'

export interface Shot {
  requestsPerSecond: number
  /** Of all processes that answer, user and system, per request. */
  cpuMilliseconds: number
}

/** Processor time so far of what answers, in milliseconds. */
export type ReadCpu = () => number | Promise<number>

export interface Asked {
  path: string
  headers?: Record<string, string>
}

/** One turn at a port: ten connections that go through the requests again and again. Throws when an answer is not the status expected. */
export async function shoot(
  port: number,
  requests: readonly Asked[],
  { seconds, status = 200, readCpu }: { seconds: number; status?: number; readCpu: ReadCpu },
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
