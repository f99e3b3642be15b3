import { expect, test } from 'vitest'
import { cases } from './cases.ts'
import { edits } from './edits.ts'
import { features } from './features.ts'
import { live } from './live.ts'
import { memory } from './memory.ts'
import { start } from './start.ts'
import { tiles } from './tiles.ts'

// Without the peers, whose start takes longer than all the rest; a run of the bench itself checks them before it measures.
const SMALL = { assets: 5_000, rounds: 1, seconds: 0.2, peers: false }

test('tiles: every kind of request and every zoom has its figures', async () => {
  const { rows, zooms, growth } = await tiles(SMALL)
  const own = ['ceiling', 'ready-made', 'uncached', 'cached', 'cached, packed', 'not modified']
  expect(rows.map(({ kind }) => kind).slice(0, own.length)).toEqual(own)
  expect(rows).toHaveLength(own.length)
  expect(zooms.map(({ z }) => z)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16])
  expect(growth.at(-1)).toMatchObject({ things: 5_000 })
  for (const row of [...rows, ...zooms, ...growth]) expectPositive(row)
})

test('features: our page and that of objects have their figures', async () => {
  const { rows } = await features(SMALL)
  expect(rows.map(({ kind }) => kind)).toEqual(['ours', 'JSON.stringify'])
  for (const row of rows) expectPositive(row)
})

test('edits: as many arrive as were meant to, and tiles have their figures meanwhile', async () => {
  const { rows } = await edits(SMALL)
  expect(rows.map(({ editsPerSecond }) => editsPerSecond)).toEqual([0, 100, 1_000])
  for (const { editsPerSecond, arrived, ...row } of rows) {
    expectPositive(row)
    expect(arrived).toBeGreaterThanOrEqual(editsPerSecond * 0.5)
  }
})

test('live: as many events reach every screen in our way as in the raw one', async () => {
  const { rows, ratio } = await live({ clients: 50, faults: 0, seconds: 1, rounds: 1 })
  expect(rows.map(({ way }) => way)).toEqual(['nobody', 'raw', 'ours'])
  for (const { way, cpu, perSecond } of rows) {
    expect(cpu).toBeGreaterThan(0)
    if (way !== 'nobody') expect(perSecond).toBeGreaterThan(5)
  }
  expect(ratio).toBeGreaterThan(0)
})

test('cases: lives are made by the verbs, and a step has its cost among few and among many', async () => {
  const { rows } = await cases({ count: 1_500 })
  expect(rows.map((row) => row.cases)).toEqual([1_000, 1_500])
  for (const row of rows) expectPositive(row)
})

test('memory: things weigh less in columns than as objects', async () => {
  const { rows } = await memory({ ...SMALL, assets: 10_000 })
  const [ours = 0, , objects = 0] = rows.map(({ bytesPerThing }) => bytesPerThing)
  expect(ours).toBeGreaterThan(30)
  expect(objects).toBeGreaterThan(ours)
})

test('start: the server is ready with every thing of the store', async () => {
  const { rows } = await start(SMALL)
  expect(rows.length).toBeGreaterThanOrEqual(2)
  for (const row of rows) {
    expectPositive(row)
    expect(row.things).toBe(5_000)
  }
})

function expectPositive(row: object): void {
  for (const [name, figure] of Object.entries(row))
    if (typeof figure === 'number') expect(figure, name).toBeGreaterThan(0)
}
