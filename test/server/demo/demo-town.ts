import { join } from 'node:path'
import { pino } from 'pino'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Case } from '../../../server/contract/case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { loadDemoCrews } from '../../../server/demo/load-demo-crews.ts'
import { makeDemoCrews } from '../../../server/demo/make-demo-crews.ts'
import type { Simulator } from '../../../server/demo/simulator.ts'
import { DEMO_CITIES } from '../../../server/demo-cities.ts'
import { demoPeople } from '../../../server/entry-links.ts'
import { openSimulator } from '../../../server/simulate-city.ts'
import type { EngineName } from '../../../server/store/engine.ts'
import { lamp, SUO } from '../../support/entries.ts'
import { type TestCity, testCity } from '../../support/test-city.ts'
import { DATA } from '../catalogue/catalogue-folder.ts'

const [WEST, SOUTH, ACROSS, STEP_LNG, STEP_LAT] = [93.78, 31.884, 6, 0.0013, 0.0011]
const corner = (x: number, y: number): LngLat => [WEST + x * STEP_LNG, SOUTH + y * STEP_LAT]
const road = (number: number, from: LngLat, to: LngLat): Asset =>
  lamp(0, {
    ...{
      id: `540626L0101${String(number).padStart(6, '0')}`,
      layer: 'roads',
      name: `演示路 ${number}`,
      status: 'open',
    },
    ...{ code: 'L0101', edition: 'local', fields: { class: 'street' } },
    geometry: { type: 'LineString', coordinates: [from, to] },
  })
const square = (x: number, y: number): Asset => {
  const [from, to] = [corner(x - 0.5, y - 0.5), corner(x + 0.5, y + 0.5)]
  const ring: LngLat[] = [from, [to[0], from[1]], to, [from[0], to[1]], from]
  return lamp(0, {
    ...{ id: `540626100001${String(x * 10 + y).padStart(3, '0')}`, layer: 'unit-grids', name: `网格 ${x}-${y}` },
    ...{ status: 'normal', code: 'L0802', edition: 'local', fields: {} },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
}
const along = Array.from({ length: ACROSS }, (_, i) => i)

/** Six streets by six, with lamps, bins and inlets at their corners. */
const ASSETS: Asset[] = [
  ...along.map((y) => road(y + 1, corner(-0.4, y), corner(ACROSS - 0.6, y))),
  ...along.map((x) => road(x + 11, corner(x, -0.4), corner(x, ACROSS - 0.6))),
  ...along.flatMap((x) => along.map((y) => square(x, y))),
  ...along.flatMap((x) =>
    along.flatMap((y) => {
      const number = x * 10 + y + 1
      const id = String(number).padStart(6, '0')
      const at = (shift: number) => ({
        geometry: { type: 'Point' as const, coordinates: corner(x + shift, y + 0.03) satisfies LngLat },
      })
      const inlet = { id: `54062601004${id}`, layer: 'drains', name: '', status: 'normal', code: '01004' }
      return [
        lamp(number, { ...at(0.2), fields: { road: '演示路', roadClass: 'street' } }),
        lamp(0, {
          ...at(0.3),
          id: `54062603005${id}`,
          layer: 'bins',
          name: '',
          status: 'normal',
          code: '03005',
          fields: { kind: 'street' },
        }),
        lamp(0, { ...at(0.4), ...inlet, fields: { kind: 'inlet' } }),
      ]
    }),
  ),
]

export interface DemoTown {
  city: TestCity
  /** The clock, which only `pass` moves. */
  now(): Date
  simulator: Simulator
  /** Another one on the same store, as after a restart. */
  restart(): Promise<void>
  /** So many ticks of 3 s. */
  pass(ticks: number): Promise<void>
  /** What was not done: code of the refusal, or the error. */
  refused: string[]
  open(): Promise<{ id: string; status: string }[]>
  /** Kinds of the log rows of cases, with how often each. */
  steps(): Promise<Map<string, number>>
}

/** A small made-up town with Suo's crews and people, and a clock that a test moves. */
export async function demoTown({
  engine = 'sqlite' as EngineName,
  speed = 60,
  cases = [] as Case[],
  start = '2026-11-23T09:00:00+08:00',
} = {}): Promise<DemoTown> {
  let ms = Date.parse(start)
  const now = (): Date => new Date(ms)
  const city = await testCity({ engine, assets: ASSETS, cases, now })
  const { store } = city
  const [demo] = DEMO_CITIES
  if (!demo) throw new Error('there is no demo city')
  await makeDemoCrews(await loadDemoCrews(join(DATA, 'cities/suo')), { area: SUO, store, now })
  await demoPeople(SUO, store, now)
  const refused: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void refused.push(readFault(line)) })
  const open = () => openSimulator(city, { demo, store, speed, now, log })
  const town: DemoTown = {
    ...{ city, now, refused, simulator: await open() },
    async restart() {
      await town.simulator.rest()
      town.simulator = await open()
    },
    async pass(ticks) {
      for (let tick = 0; tick < ticks; tick++) {
        ms += 3_000
        await town.simulator.tick()
        // The city in memory follows the log.
        const { seq } = await store.head(SUO)
        while (city.memory.seq < seq) await new Promise((resolve) => setTimeout(resolve, 1))
      }
      await town.simulator.rest()
    },
    open: () =>
      store.db.selectFrom('cases').select(['id', 'status']).where('city', '=', SUO).where('open', '=', 1).execute(),
    async steps() {
      const rows = await store.db
        .selectFrom('log')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .where('city', '=', SUO)
        .where('entity', '=', 'case')
        .groupBy('kind')
        .execute()
      return new Map(rows.map(({ kind, count }) => [kind, Number(count)]))
    },
  }
  return town
}

function readFault(line: string): string {
  const { deed, err, msg } = JSON.parse(line) as { deed?: string; err?: { message: string }; msg: string }
  return `${deed}: ${err?.message ?? msg}`
}
