import { type MadeStep, madeLives, STEPS_A_CASE } from './cases/made-lives.ts'
import { type Desk, openDesk } from './cases/open-desk.ts'
import { machine, words } from './measure/machine.ts'
import { median } from './measure/median.ts'
import { printTable } from './measure/table.ts'

/** Steps in one transaction: some 220 cases. */
const BATCH = 2_000
/** Whole lives measured step by step, each step a transaction of its own. */
const SINGLE = 60
const FROM = Date.parse('2024-03-01T00:00:00+08:00')
const YEAR_MS = 365 * 86_400_000

/** Makes cases with their logs by the verbs, and measures what one step costs among few and among many. */
export async function cases({ count, engine }: { count: number; engine?: string | undefined }) {
  const about = machine()
  const desk = await openDesk(engine)
  try {
    const sizes = [...new Set([Math.min(1_000, count), count])]
    const rows: {
      cases: number
      seconds: number
      cpuSeconds: number
      perSecond: number
      stepMs: number
      stepCpuMs: number
    }[] = []
    let made = 0
    for (const size of sizes) {
      const [begun, cpu] = [performance.now(), process.cpuUsage()]
      await fill(desk, made, size - made, count)
      const seconds = (performance.now() - begun) / 1_000
      const { user, system } = process.cpuUsage(cpu)
      const cpuSeconds = (user + system) / 1e6
      const steps = (size - made) * STEPS_A_CASE
      made = size
      rows.push({ cases: size, seconds, cpuSeconds, perSecond: steps / seconds, ...(await single(desk, made)) })
      made += SINGLE
    }
    console.log(`Cases made by the verbs, ${STEPS_A_CASE} steps each, ${BATCH} steps a transaction. ${words(about)}`)
    printTable(
      ['cases', 'filled in s', 'of it CPU, s', 'steps/s', 'one step alone, ms', 'of it CPU, ms'],
      rows.map((row) => [`${row.cases}`, row.seconds, row.cpuSeconds, row.perSecond, row.stepMs, row.stepCpuMs]),
    )
    return { machine: about, rows }
  } finally {
    await desk.close()
  }
}

async function fill(desk: Desk, first: number, count: number, ofAll: number): Promise<void> {
  const everyMs = Math.floor(YEAR_MS / ofAll)
  let batch: MadeStep[] = []
  for (const step of madeLives(first, count, { from: FROM + first * everyMs, everyMs })) {
    if (batch.push(step) < BATCH) continue
    await desk.doAll(batch)
    batch = []
  }
  if (batch.length) await desk.doAll(batch)
}

/** Medians of single steps over whole lives. */
async function single(desk: Desk, first: number): Promise<{ stepMs: number; stepCpuMs: number }> {
  const steps = [...madeLives(first, SINGLE, { from: FROM + 2 * YEAR_MS + first * 60_000, everyMs: 60_000 })]
  const taken: number[] = []
  const cpu = process.cpuUsage()
  for (const step of steps) {
    const begun = performance.now()
    await desk.doAll([step])
    taken.push(performance.now() - begun)
  }
  const { user, system } = process.cpuUsage(cpu)
  return { stepMs: median(taken), stepCpuMs: (user + system) / 1_000 / steps.length }
}
