import { Session } from 'node:inspector/promises'

const session = new Session()
let running = false

/** Called once it begins to sample this process, called again it answers which functions took which share of its busy time, most first. */
export async function profile(): Promise<{ name: string; share: number }[]> {
  if (!running) {
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: 200 })
    await session.post('Profiler.start')
    running = true
    return []
  }
  const { profile: taken } = await session.post('Profiler.stop')
  session.disconnect()
  running = false
  const own = new Map<string, number>()
  const names = new Map(taken.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  taken.samples?.forEach((id, at) => {
    const name = names.get(id) ?? ''
    if (name !== '(idle)') own.set(name, (own.get(name) ?? 0) + (taken.timeDeltas?.[at] ?? 0))
  })
  const busy = [...own.values()].reduce((sum, one) => sum + one, 0)
  return [...own].map(([name, time]) => ({ name, share: time / busy })).sort((a, b) => b.share - a.share)
}

function nameOf({ functionName, url, lineNumber }: { functionName: string; url: string; lineNumber: number }): string {
  const file = url.split(/node_modules\/|\/(?=server\/)/).at(-1) ?? ''
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`
}
