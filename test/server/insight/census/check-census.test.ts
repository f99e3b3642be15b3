import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../../../server/contract/local-plane.ts'
import { type CensusFrame, type CensusThing, checkCensus } from '../../../../server/insight/census/check-census.ts'

const LAT = 31.886
const PER_LNG = METRES_PER_DEGREE * Math.cos((LAT * Math.PI) / 180)
const metresOff = ([lng, lat]: LngLat, east: number, north: number): LngLat => [
  lng + east / PER_LNG,
  lat + north / METRES_PER_DEGREE,
]
const HERE: LngLat = [93.785, LAT]

const lampAt = (number: number, location: LngLat, of: Partial<CensusThing> = {}): CensusThing => ({
  ...{
    id: `54062601037${String(number).padStart(6, '0')}`,
    layer: 'streetlights',
    code: '01037',
    name: `灯 ${number}`,
  },
  ...{ location, point: true, fields: { circuit: 'A-1', lampType: 'led' } },
  ...of,
})

const FRAME: CensusFrame = {
  area: '540626',
  inGrid: (lng) => lng < 93.9,
  mandatory: new Map([['streetlights', ['circuit', 'lampType']]]),
  rules: { duplicateMetres: 1, stacked: ['venues'], gridless: ['roads'] },
}

function found(things: CensusThing[], frame: Partial<CensusFrame> = {}, most = 100) {
  const steps = checkCensus(things, { ...FRAME, ...frame }, most)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** So many lamps, 25 m apart, in rows of a hundred. */
const street = (count: number): CensusThing[] =>
  Array.from({ length: count }, (_, at) => lampAt(at + 1, metresOff(HERE, (at % 100) * 25, Math.floor(at / 100) * 25)))

test('a census without a mistake has none', () => {
  expect(found(street(500))).toMatchObject({
    ...{ things: 500, faulty: 0, faults: [] },
    counts: { duplicate: 0, 'outside-grid': 0, 'missing-field': 0, 'wrong-area': 0 },
  })
})

test('counts equal the mistakes that were sown', () => {
  const things = street(1_000)
  const change = (at: number, of: Partial<CensusThing>): void => {
    things[at] = { ...(things[at] as CensusThing), ...of }
  }
  for (let at = 0; at < 7; at++) change(100 + at, { fields: { circuit: ' ', lampType: 'led' } })
  for (let at = 0; at < 5; at++) change(200 + at, { fields: {} })
  for (let at = 0; at < 11; at++) change(300 + at, { location: [93.95, LAT + at * 0.001] })
  for (let at = 0; at < 3; at++) change(400 + at, { id: `540627${things[400 + at]?.id.slice(6)}` })
  const twins = Array.from({ length: 13 }, (_, at) =>
    lampAt(5_000 + at, metresOff(things[600 + at]?.location ?? HERE, 0.6, -0.7)),
  )
  const { things: all, faulty, counts, layers } = found([...things, ...twins])
  expect(all).toBe(1_013)
  expect(counts).toEqual({ duplicate: 13, 'outside-grid': 11, 'missing-field': 7 + 10, 'wrong-area': 3 })
  expect(faulty).toBe(13 + 11 + 7 + 5 + 3)
  expect(layers).toEqual([{ layer: 'streetlights', things: 1_013, faulty, counts }])
})

test('a duplicate is nearer than a metre, and names the one that was there before', () => {
  const first = lampAt(1, HERE)
  const near = lampAt(2, metresOff(HERE, 0.99, 0))
  expect(found([near, first]).faults).toMatchObject([{ kind: 'duplicate', id: near.id, twin: first.id, metres: 0.99 }])
  expect(found([first, lampAt(2, metresOff(HERE, 1.01, 0))]).counts.duplicate).toBe(0)
  expect(found([first, lampAt(2, metresOff(HERE, -0.75, -0.75))]).counts.duplicate).toBe(0)
})

test('in every direction and across the borders of cells a twin is found', () => {
  for (let step = 0; step < 360; step += 7) {
    const angle = (step * Math.PI) / 180
    const from = metresOff(HERE, step * 0.13, step * 0.37)
    const twin = lampAt(2, metresOff(from, 0.98 * Math.cos(angle), 0.98 * Math.sin(angle)))
    expect(found([lampAt(1, from), twin]).counts.duplicate).toBe(1)
  }
})

test('of three on one spot two are duplicates', () => {
  expect(found([1, 2, 3].map((number) => lampAt(number, HERE))).counts.duplicate).toBe(2)
})

test('things of another code, shops in one house and areas are no duplicates', () => {
  const box = lampAt(2, HERE, { layer: 'light-cabinets', code: '01060' })
  const shops = [3, 4].map((number) => lampAt(number, HERE, { layer: 'venues', code: 'L0701' }))
  const yards = [5, 6].map((number) => lampAt(number, HERE, { layer: 'yards', code: '02001', point: false }))
  expect(found([lampAt(1, HERE), box, ...shops, ...yards]).counts.duplicate).toBe(0)
})

test('without grids nobody knows what is outside of them, and a road belongs to none', () => {
  const away = lampAt(1, [93.95, LAT])
  expect(found([away], { inGrid: null }).counts['outside-grid']).toBeNull()
  expect(found([away]).counts['outside-grid']).toBe(1)
  expect(found([{ ...away, layer: 'roads' }]).counts['outside-grid']).toBe(0)
})

test('all are counted and the first are told, in the order of their codes', () => {
  const bare = [4, 2, 3, 1].map((number) => lampAt(number, metresOff(HERE, number * 25, 0), { fields: {} }))
  const { counts, faults } = found(bare, {}, 3)
  expect(counts['missing-field']).toBe(8)
  expect(faults.map(({ id, field }) => `${Number(id.slice(-6))} ${field}`)).toEqual([
    '2 circuit',
    '4 circuit',
    '4 lampType',
  ])
})
