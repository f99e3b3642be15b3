import { expect, test } from 'vitest'
import type { Asset } from '../../server/contract/asset.ts'
import type { CoverageRun, Proposal } from '../../server/contract/coverage.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../server/contract/local-plane.ts'
import type { Client } from '../support/client.ts'
import { complaint, lamp, SUO } from '../support/entries.ts'
import { readLive } from '../support/read-live.ts'
import { testCity } from '../support/test-city.ts'

const M = 1 / (METRES_PER_DEGREE * Math.cos((31.886 * Math.PI) / 180))
const place = (east: number, north: number): LngLat => [93.7 + east * M, 31.8 + north / METRES_PER_DEGREE]
const BLOCKS = 60
const number = (at: number): string => String(at + 1).padStart(6, '0')

/** A town of 60 by 60 blocks of 100 m, each a unit grid, with 118 streets and a bin every 40 m on one side. */
function town(): Asset[] {
  const grids = Array.from({ length: BLOCKS ** 2 }, (_, at): Asset => {
    const [x, y] = [(at % BLOCKS) * 100, Math.floor(at / BLOCKS) * 100]
    const ring = [place(x, y), place(x + 100, y), place(x + 100, y + 100), place(x, y + 100), place(x, y)]
    return lamp(0, {
      ...{
        id: `${SUO}100${String(Math.floor(at / 999) + 1).padStart(3, '0')}${String((at % 999) + 1).padStart(3, '0')}`,
      },
      ...{ layer: 'unit-grids', name: '网格', status: 'normal', code: 'L0802', edition: 'local' },
      ...{ geometry: { type: 'Polygon', coordinates: [ring] }, fields: { population: 40 + (at % 200) } },
    })
  })
  const roads = Array.from({ length: 2 * (BLOCKS - 1) }, (_, at): Asset => {
    const [along, isEast] = [(Math.floor(at / 2) + 1) * 100, at % 2 === 0]
    const line = isEast ? [place(0, along), place(6_000, along)] : [place(along, 0), place(along, 6_000)]
    return lamp(0, {
      ...{
        id: `${SUO}L0101${number(at)}`,
        layer: 'roads',
        name: `${at} 路`,
        status: 'open',
        code: 'L0101',
        edition: 'local',
      },
      ...{ geometry: { type: 'LineString', coordinates: line }, fields: { class: 'main', widthM: 12 } },
    })
  })
  const bins = Array.from(
    { length: (BLOCKS - 1) * 150 },
    (_, at): Asset =>
      lamp(0, {
        ...{ id: `${SUO}03005${number(at)}`, layer: 'bins', name: '箱', status: 'normal', code: '03005' },
        geometry: { type: 'Point', coordinates: place((at % 150) * 40, (Math.floor(at / 150) + 1) * 100 + 8) },
        fields: { kind: 'street' },
      }),
  )
  return [...grids, ...roads, ...bins]
}

async function finished<Job extends CoverageRun | Proposal>(who: Client, path: string, body: object): Promise<Job> {
  const at = (await who.post(path, body)).headers.get('Location') ?? ''
  for (;;) {
    const job: Job = await who.json(at)
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Nothing runs beside it here: by itself it was 100 ms. */
const MOST_LATE_MS = 400
const PULSE_MS = 50

test('while coverage, proposals and spots are reckoned, the stream’s pulse comes on time', {
  timeout: 90_000,
}, async () => {
  const cases = Array.from({ length: 3_000 }, (_, at) =>
    complaint(at + 1, {
      location: place((at * 37) % 6_000, (at * 91) % 6_000),
      receivedAt: new Date(Date.parse('2026-04-01T09:00:00+08:00') + at * 600_000).toISOString(),
    }),
  )
  const city = await testCity({ assets: town(), cases, live: { pulseMs: PULSE_MS } })
  const planner = await city.as('planner')
  const stream = readLive(await planner.get('/api/live?topics=assets'))
  await stream.next('picture')
  const came: number[] = []
  const watch = setInterval(() => {
    const pulses = stream.events.filter(({ event }) => event === 'pulse').length
    while (came.length < pulses) came.push(performance.now())
  }, 5)
  const run = finished<CoverageRun>(planner, '/api/coverage/runs', {})
  const spots = ['density?per=asset', 'unseen', 'silence', 'hot', 'patrol-debt'].map((map) =>
    planner.get(`/api/spots/${map}${map.includes('?') ? '&' : '?'}cell=100`).then((answer) => answer.arrayBuffer()),
  )
  // Not parsed: what a client does with them is not the server's time.
  expect((await Promise.all(spots)).every(({ byteLength }) => byteLength > 200 * BLOCKS ** 2)).toBe(true)
  expect((await run).state).toBe('done')
  const asked = { setId: 'bins-gb50337', goal: 'close' }
  expect((await finished<Proposal>(planner, '/api/coverage/proposals', asked)).state).toBe('done')
  clearInterval(watch)
  const late = came.slice(1).map((at, i) => at - (came[i] ?? at) - PULSE_MS)
  console.log(`${came.length} pulses, the latest ${Math.round(Math.max(...late))} ms late`)
  expect(came.length).toBeGreaterThan(20)
  expect(Math.max(...late)).toBeLessThan(MOST_LATE_MS)
})
