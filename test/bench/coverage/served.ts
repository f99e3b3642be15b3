import { setTimeout } from 'node:timers/promises'
import type { FeatureCollection, Point } from 'geojson'
import type { CoverageRun, Proposal } from '../../../server/contract/coverage.ts'
import type { Draft, DraftEdited } from '../../../server/contract/draft.ts'
import type { PatrolRoute } from '../../../server/contract/lighting.ts'
import type { Client } from '../../support/client.ts'
import { startDemo } from './demo-server.ts'

const MOVES = 240
const PING_MS = 10

/** What a person waits for, and how long others wait meanwhile, in 仓山 on the real server; ms. */
export async function served() {
  const server = await startDemo('cangshan')
  const stalls = watchStalls(server.url)
  try {
    const { planner } = server
    const begun = await planner.post('/api/drafts', { name: '量测' })
    if (begun.status !== 201) throw new Error(await begun.text())
    const moves = await moveBins(planner, (await begun.json()) as Draft)
    const rows: { what: string; ms: number; stallMs: number }[] = [
      { what: `${moves.moves} moves`, ms: moves.mostMs, stallMs: stalls.take() },
    ]
    for (const [what, work] of worksOf(planner)) {
      await setTimeout(100)
      stalls.take()
      const { ms } = await timed(work)
      rows.push({ what, ms, stallMs: stalls.take() })
    }
    console.table(rows)
    const longest = rows.reduce((most, row) => (row.stallMs > most.stallMs ? row : most))
    const stall = { what: longest.what, ms: longest.stallMs }
    return { readySeconds: Math.round(server.readySeconds), moves, stall, rows }
  } finally {
    await stalls.stop()
    await server.stop()
  }
}

const worksOf = (planner: Client): [string, () => Promise<unknown>][] => [
  ['run of all standing sets', () => finished<CoverageRun>(planner, '/api/coverage/runs', {})],
  [
    'proposal, all bins, closed',
    () => finished<Proposal>(planner, '/api/coverage/proposals', { setId: 'bins-gb50337', goal: 'close' }),
  ],
  [
    'proposal, 20 toilets',
    () =>
      finished<Proposal>(planner, '/api/coverage/proposals', { setId: 'toilets-gb55013', goal: 'budget', sites: 20 }),
  ],
  ...[
    'spots/density?cell=250&per=people',
    'spots/density?cell=100&per=people',
    'spots/density?cell=250&per=asset',
    'spots/unseen?cell=100',
    'spots/patrol-debt?cell=100',
    'spots/silence?cell=250',
    'spots/silence?cell=100',
    'spots/hot?cell=250',
    'spots/hot?cell=100',
    `spots/periods?indicator=complaints&by=unit-grid&from=2026-10-01T00:00:00%2B08:00&to=2026-11-01T00:00:00%2B08:00`,
    `spots/periods?indicator=things&layer=streetlights&by=unit-grid&from=2026-10-01T00:00:00%2B08:00&to=2026-11-01T00:00:00%2B08:00`,
    'census/quality',
    'lighting/rate',
    'drains/dredging',
    'drains/clean-first',
    'replacement?layer=streetlights',
    'truck-parking/balance',
    'waste-manifests/balance',
  ].map((path): [string, () => Promise<unknown>] => [path, () => planner.json(`/api/${path}`)]),
  ['night patrol by every lamp', () => finished<PatrolRoute>(planner, '/api/lighting/patrols', { of: 'all' })],
]

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const begun = performance.now()
  const answer = await work()
  return { answer, ms: Math.round(performance.now() - begun) }
}

async function finished<Job extends CoverageRun | Proposal | PatrolRoute>(
  planner: Client,
  path: string,
  body: object,
): Promise<Job> {
  const started = await planner.post(path, body)
  const at = started.headers.get('Location')
  if (!at) throw new Error(`${path} answers ${started.status}: ${await started.text()}`)
  for (;;) {
    const job: Job = await planner.json(at)
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await setTimeout(50)
  }
}

/** One draft, in which one bin after the other is stood 60 m farther east. */
async function moveBins(planner: Client, { id }: Draft) {
  const page: FeatureCollection<Point> = await planner.json('/api/layers/bins/features?limit=5000')
  const every = Math.floor(page.features.length / MOVES)
  const bins = page.features.filter((_, i) => i % every === 0).slice(0, MOVES)
  const took: number[] = []
  for (const { id: bin, geometry } of bins) {
    const [lng = 0, lat = 0] = geometry.coordinates
    const strokes = [{ do: 'move', of: String(bin), to: [lng + 0.0006, lat] }]
    const { answer, ms } = await timed(async () => {
      const edited = await planner.post(`/api/drafts/${id}/edits`, { strokes }, { 'If-Match': '*' })
      if (edited.status !== 200) throw new Error(await edited.text())
      return (await edited.json()) as DraftEdited
    })
    if (answer.outcome.version !== took.length + 1) throw new Error('an edit was lost')
    took.push(ms)
  }
  const first = took[0] ?? 0
  took.sort((a, b) => a - b)
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { moves: took.length, firstMs: first, medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) }
}

/** Asks for next to nothing all the time: the longest wait is how long the request thread did something else. */
function watchStalls(url: string) {
  let [most, isOver] = [0, false]
  const watching = (async () => {
    while (!isOver) {
      const { ms } = await timed(() => fetch(`${url}/healthz`).then((answer) => answer.text()))
      most = Math.max(most, ms)
      await setTimeout(PING_MS)
    }
  })()
  return {
    take(): number {
      const taken = most
      most = 0
      return taken
    },
    stop(): Promise<void> {
      isOver = true
      return watching
    },
  }
}
