import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import { recordCases } from '../../server/cases/record-cases.ts'
import type { Asset } from '../../server/contract/asset.ts'
import type { Case } from '../../server/contract/case.ts'
import type { Inspection } from '../../server/contract/inspection.ts'
import type { Problem } from '../../server/contract/problem.ts'
import type { Role, Scope } from '../../server/contract/role.ts'
import { recordInspections } from '../../server/inspections/record-inspections.ts'
import type { LiveLimits } from '../../server/live/live-limits.ts'
import { type OpenServer, openServer, type ServerNeeds } from '../../server/open-server.ts'
import { serve } from '../../server/serve.ts'
import { readSettings, type Settings } from '../../server/settings.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import type { EngineName } from '../../server/store/engine.ts'
import type { Store } from '../../server/store/store.ts'
import { type Client, client, signedIn } from './client.ts'
import { newPlace, type Place, type WhenOver } from './engines.ts'
import { by, complaint, lamp, SUO, visit } from './entries.ts'

export interface TestCity extends OpenServer {
  store: Store
  dataDir: string
  /** What the server wrote to its log. */
  logged: Record<string, unknown>[]
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** The body of a 200. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of the answer.
  json(path: string, headers?: Record<string, string>): Promise<any>
  /** The problem that a bad request gets, checked to be one. */
  refusal(path: string): Promise<Problem>
  /** Somebody with a role or several, signed in; a wall as `screen`. The whole city is theirs but for what `scope` narrows. */
  as(roles: Role | readonly Role[], scope?: Partial<Scope>): Promise<Client>
  /** Somebody who has not signed in. */
  guest: Client
  /** Changes things through the log, and waits until the city shows it. */
  change(changes: Parameters<typeof writeAssets>[1]): Promise<void>
  /** A real port; closed when the test is over. */
  listen(): Promise<string>
}

export interface TestCityParts {
  engine?: EngineName
  /** Where its store is; another city may be there too. */
  place?: Place
  now?: () => Date
  assets?: Asset[]
  cases?: Case[]
  inspections?: Inspection[]
  live?: Partial<LiveLimits>
  settings?: Partial<Settings>
  /** The crews that cases can be given to. */
  crewOf?: ServerNeeds['crewOf']
  /** A server whose city is not read yet. */
  unloaded?: boolean
  /** For a city that several tests look at; else it is closed when its test is over. */
  whenOver?: WhenOver
  webDir?: string
}

export const NOW = '2026-05-01T12:00:00.000+08:00'

/** The whole server on a real database, with a fixed clock. */
export async function testCity(parts: TestCityParts = {}): Promise<TestCity> {
  const { whenOver = onTestFinished } = parts
  const place = parts.place ?? (await newPlace(parts.engine ?? 'sqlite', whenOver))
  const store = await place.open()
  await fill(store, parts)
  const logged: Record<string, unknown>[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const now = parts.now ?? (() => new Date(NOW))
  const settings = { ...readSettings({ DATA_DIR: place.dataDir, GUESTS: 'map' }), ...parts.settings }
  const server = await openServer({
    ...{ settings, store, log, now, webDir: parts.webDir ?? `${place.dataDir}/no-web` },
    ...(parts.crewOf ? { crewOf: parts.crewOf } : {}),
    onBroken: (error) => log.fatal({ err: error }, 'broken'),
    ...(parts.live ? { liveLimits: parts.live } : {}),
  })
  whenOver(() => server.close())
  if (!parts.unloaded) await server.load()
  const fetch = (path: string, init: RequestInit): Response | Promise<Response> => server.app.request(path, init)
  const guest = client(fetch)
  return {
    ...{ ...server, store, dataDir: place.dataDir, logged, guest },
    ...{ get: guest.get, json: guest.json, refusal: guest.refusal },
    as: (roles, scope) => signedIn({ store, now }, fetch, typeof roles === 'string' ? [roles] : roles, scope),
    async change(changes) {
      await store.transaction(SUO, (tx) => writeAssets(tx, changes, by()))
      const { seq } = await store.head(SUO)
      while (server.memory.seq < seq) await new Promise((resolve) => setTimeout(resolve, 5))
    },
    async listen() {
      const listening = await serve(server, { host: '127.0.0.1', port: 0 })
      onTestFinished(() => listening.close())
      return `http://127.0.0.1:${listening.port}`
    },
  }
}

async function fill(store: Store, { assets = TOWN, cases = [], inspections = [] }: TestCityParts): Promise<void> {
  if (assets.length + cases.length + inspections.length === 0) return
  await store.transaction(SUO, async (tx) => {
    await describeCity(
      tx,
      { name: { zh: '索县', en: 'Suo' }, centre: [93.785, 31.886], zoom: 14, bounds: null, demo: true },
      { actor: 'made:test', at: '2025-01-01T00:00:00Z' },
    )
    await writeAssets(tx, { added: assets }, by({ at: '2025-01-01T00:00:00Z' }))
    const steps = cases.map((after) => ({ at: after.receivedAt, kind: 'case-received', entityId: after.id, after }))
    await recordCases(tx, steps, by())
    const visits = inspections.map((after) => ({ at: after.at, kind: 'inspection-made', entityId: after.id, after }))
    await recordInspections(tx, visits, by())
  })
}

/** 40 lamps along a street, every tenth one dark, a road and a landfill. */
export const TOWN: Asset[] = [
  ...Array.from({ length: 40 }, (_, index) =>
    lamp(index + 1, {
      name: `藏北路 路灯 ${index + 1}`,
      status: index % 10 === 0 ? 'fault' : 'on',
      fields: { road: '藏北路', roadClass: index < 20 ? 'main' : 'lane', powerW: 120, heightM: 9.5 },
    }),
  ),
  lamp(0, {
    id: '540626L0101000001',
    ...{ layer: 'roads', name: '藏北路', status: 'open', code: 'L0101', edition: 'local' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [93.785, 31.886],
        [93.789, 31.886],
      ],
    },
    fields: { class: 'main' },
  }),
  lamp(0, {
    id: '540626L0501000001',
    ...{ layer: 'landfills', name: '索县垃圾填埋场', status: 'operating', code: 'L0501', edition: 'local' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [93.8, 31.9],
          [93.802, 31.9],
          [93.802, 31.902],
          [93.8, 31.902],
          [93.8, 31.9],
        ],
      ],
    },
    fields: { capacityM3: 120000 },
  }),
]

export { complaint, lamp, visit }
