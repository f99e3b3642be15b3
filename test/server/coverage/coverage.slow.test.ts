import { expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { BlockPage, CoverageRun, GapPage, Proposal } from '../../../server/contract/coverage.ts'
import type { Draft, DraftEdited } from '../../../server/contract/draft.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import type { Client } from '../../support/client.ts'
import { lamp, testCity } from '../../support/test-city.ts'

// A thread begins with a TypeScript loader of its own, which on a busy machine takes seconds.
const PATIENT = { timeout: 30_000 }
const M = 1 / (METRES_PER_DEGREE * Math.cos((31.886 * Math.PI) / 180))

const bin = (number: number, east: number, north: number): Asset =>
  lamp(0, {
    ...{ id: `54062603005${String(number).padStart(6, '0')}`, layer: 'bins', name: `箱 ${number}`, status: 'normal' },
    ...{ code: '03005', fields: { kind: 'street' } },
    geometry: { type: 'Point', coordinates: [93.785 + east * M, 31.886 + north / METRES_PER_DEGREE] },
  })
const road: Asset = lamp(0, {
  ...{ id: '540626L0101000001', layer: 'roads', name: '藏北路', status: 'open', code: 'L0101', edition: 'local' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [93.785, 31.886],
      [93.785 + 1000 * M, 31.886],
    ],
  },
  fields: { class: 'main', widthM: 12 },
})
/** A bin every 150 m on the north side, and on the south side none between 150 and 750 m. */
const ASSETS: Asset[] = [
  road,
  ...[0, 150, 300, 450, 600, 750, 900].map((east, i) => bin(i + 1, east, 8)),
  ...[0, 150, 750, 900].map((east, i) => bin(i + 11, east, -8)),
]

async function done<T extends CoverageRun | Proposal>(who: Client, path: string): Promise<T> {
  for (;;) {
    const job: T = await who.json(path)
    if (job.state !== 'running' && job.state !== 'waiting') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test(
  'a planner looks the city over behind the requests; each gap cites its rule, and another standard finds other gaps',
  PATIENT,
  async () => {
    const city = await testCity({ assets: ASSETS })
    const planner = await city.as('planner')
    const started = await planner.post('/api/coverage/runs', {})
    expect(started.status).toBe(202)
    const path = started.headers.get('Location') ?? ''
    expect(await planner.problem(planner.post('/api/coverage/runs', {}))).toMatchObject({ code: 'work-running' })
    const run = await done<CoverageRun>(planner, path)
    expect(run).toMatchObject({ state: 'done', progress: { share: 1 } })
    expect(run.result?.rules.find(({ ruleId }) => ruleId === 'bins-gb50337-ordinary')).toMatchObject({
      gaps: 1,
      things: 11,
    })
    const gaps: GapPage = await planner.json(`${path}/gaps?layer=bins`)
    expect(gaps.matched).toBe(1)
    expect(gaps.features[0]?.properties).toMatchObject({
      ...{
        ruleId: 'bins-gb50337-ordinary',
        road: '藏北路',
        side: 'south',
        beforeId: bin(12, 0, 0).id,
        afterId: bin(13, 0, 0).id,
      },
    })
    expect(Math.abs((gaps.features[0]?.properties.metres ?? 0) - 600)).toBeLessThan(1)
    const blocks: BlockPage = await planner.json(`${path}/blocks`)
    expect(blocks).toMatchObject({ matched: 0, features: [] })

    const other = await planner.post('/api/coverage/runs', { sets: ['bins-cjj27-old'] })
    const old = await done<CoverageRun>(planner, other.headers.get('Location') ?? '')
    expect(old.result?.rules.find(({ ruleId }) => ruleId === 'bins-cjj27-old-main')?.gaps).toBe(11)

    const elsewhere = await city.as('planner')
    expect((await elsewhere.get(path)).status).toBe(404)
    expect(await planner.problem(planner.post('/api/coverage/runs', { sets: ['none-such'] }))).toMatchObject({
      code: 'unknown-set',
    })
    expect(await planner.problem(planner.post('/api/coverage/runs', { toleranceMetres: 0 }))).toMatchObject({
      status: 400,
    })
    expect((await (await city.as('inspector')).post('/api/coverage/runs', {})).status).toBe(403)
  },
)

test('a run that is cancelled ends, and the next one begins', PATIENT, async () => {
  const city = await testCity({ assets: ASSETS })
  const planner = await city.as('planner')
  const path = (await planner.post('/api/coverage/runs', {})).headers.get('Location') ?? ''
  expect(await (await planner.delete(path)).json()).toMatchObject({ state: 'cancelled', result: null })
  expect(await planner.problem(planner.get(`${path}/gaps`))).toMatchObject({ status: 409, code: 'run-not-done' })
  const next = await planner.post('/api/coverage/runs', {})
  expect((await done<CoverageRun>(planner, next.headers.get('Location') ?? '')).state).toBe('done')
})

test('a proposal closes the gap with the fewest bins, and a draft of them proves it', PATIENT, async () => {
  const city = await testCity({ assets: ASSETS })
  const planner = await city.as('planner')
  const asked = await planner.post('/api/coverage/proposals', { setId: 'bins-gb50337', goal: 'close' })
  const proposal = await done<Proposal>(planner, asked.headers.get('Location') ?? '')
  expect(proposal.result).toMatchObject({ method: 'sweep', proved: true, after: 0, sites: [{}, {}] })
  const draft = (await (await planner.post('/api/drafts', { name: '藏北路补箱' })).json()) as Draft
  const strokes = proposal.result?.sites.map(({ geometry }) => ({ do: 'add', layer: 'bins', at: geometry.coordinates }))
  const edited = await planner.post(`/api/drafts/${draft.id}/edits`, { strokes }, { 'If-Match': '*' })
  expect(edited.status).toBe(200)
  const { outcome } = (await edited.json()) as DraftEdited
  expect(outcome.rules).toMatchObject([
    { ruleId: 'bins-gb50337-ordinary', before: { gaps: 1 }, after: { gaps: 0, gapMetres: 0 } },
  ])
  expect(Math.round(outcome.rules[0]?.gainedMetres ?? 0)).toBe(600)
  const again = await planner.post('/api/coverage/runs', { sets: ['bins-gb50337'], draftId: draft.id })
  const run = await done<CoverageRun>(planner, again.headers.get('Location') ?? '')
  expect(run.result?.rules.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(0)
  expect(
    await planner.problem(planner.post('/api/coverage/proposals', { setId: 'bins-gb50337', goal: 'budget' })),
  ).toMatchObject({
    status: 400,
  })
})

test(
  'an admin keeps a set of the bureau’s own over the shipped one, and another planner’s run goes by it',
  PATIENT,
  async () => {
    const city = await testCity({ assets: ASSETS })
    const [admin, planner] = [await city.as('admin'), await city.as('planner')]
    const shipped = ((await planner.json('/api/coverage/sets')) as { sets: CoverageSet[] }).sets.find(
      ({ id }) => id === 'bins-gb50337',
    )
    if (!shipped) throw new Error('the set is shipped')
    const rules = shipped.rules.map((rule) => ({ ...rule, maxMetres: 700, edition: '本局 2026', verified: 'U' }))
    const body = { name: shipped.name, layer: 'bins', standing: true, rules }
    expect((await planner.put('/api/coverage/sets/bins-gb50337', body)).status).toBe(403)
    expect((await admin.put('/api/coverage/sets/bins-gb50337', body)).status).toBe(200)
    expect(await admin.problem(admin.put('/api/coverage/sets/bins-gb50337', body))).toMatchObject({ status: 428 })
    expect(await admin.problem(admin.put('/api/coverage/sets/own-bins', body))).toMatchObject({ code: 'bad-rule' })
    const { sets } = (await planner.json('/api/coverage/sets')) as { sets: CoverageSet[] }
    expect(sets.find(({ id }) => id === 'bins-gb50337')).toMatchObject({ version: 1, standing: true })
    const path = (await planner.post('/api/coverage/runs', { sets: ['bins-gb50337'] })).headers.get('Location') ?? ''
    expect(await done<CoverageRun>(planner, path)).toMatchObject({
      result: { rules: [{ gaps: 0 }, { gaps: 0 }, { gaps: 0 }] },
    })
  },
)
