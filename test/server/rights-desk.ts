import { type Right, rightOf } from '../../server/http/acting.ts'
import { lamp } from '../support/entries.ts'
import { complaint, type TestCity, type TestCityParts, visit } from '../support/test-city.ts'

/** An address of the app, and what it is for by its own word. */
export interface DeclaredRoute {
  method: string
  path: string
  right: Right | 'own' | undefined
}

/** Every address but those of files and pages, from the app itself. */
export function routesOf({ app }: Pick<TestCity, 'app'>): DeclaredRoute[] {
  const found = new Map<string, DeclaredRoute>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const before = found.get(key)
    found.set(key, { method, path, right: rightOf(handler) ?? before?.right })
  }
  return [...found.values()]
}

/** Open to anybody, each for a reason: health and words about the product, pages, and the ways in. */
export const OPEN = [
  ...['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /version'],
  ...['GET /docs', 'GET /docs/:file', 'GET /openapi.json', 'GET /*'],
  ...['POST /api/session', 'DELETE /api/session', 'GET /api/me', 'GET /enter/:token', 'POST /enter/:token'],
  ...['POST /api/screens/faults', 'POST /api/screens/pairings', 'POST /api/screens/pairings/collect'],
]

/** Street of the one who asks, and another. */
export const MINE = '540626100'
const OTHERS = '540626101'
/** In every row that is another's. */
export const MARK = '别处'

const PLACES: Record<string, string> = {
  layer: 'streetlights',
  z: '15',
  x: '24920',
  y: '13337',
  kind: 'component',
  code: '01037',
  year: '2026',
  seq: '1',
}

/** A real address in place of a pattern: `id` and the like are of what is another's. */
export const addressOf = (path: string, id = 'none'): string =>
  path.replace(/:(\w+)/g, (_, name: string) => PLACES[name] ?? id) + (QUERIES[path] ?? '')

const AT = 'at=93.785,31.886&kind=component&code=01037'
const SPAN = 'from=2026-01-01&to=2026-05-01'
const QUERIES: Record<string, string> = {
  '/api/placement': `?${AT}`,
  '/api/placement/assets': `?${AT}`,
  '/api/placement/duplicates': `?${AT}`,
  '/api/search': '?q=路',
  '/api/layers/:layer/cells': '?level=14',
  '/api/layers/:layer/nearest': '?at=93.785,31.886',
  '/api/evaluation': `?by=contractor&${SPAN}`,
  '/api/evaluation/mix': `?${SPAN}`,
  '/api/evaluation/cases': `?by=contractor&group=${MARK}公司&count=filed&${SPAN}`,
  '/api/crews/tracks': '?from=2026-04-30&to=2026-05-01',
  '/api/geofences/crossings': `?${SPAN}`,
  '/api/spots/recurrence': `?class=component:01037&${SPAN}`,
  '/api/spots/periods': `?indicator=received&by=cell&${SPAN}`,
  '/api/census/trust/:layer': '?bbox=93.7,31.8,93.9,31.9',
  '/api/readings': '?thing=none&quantity=leachate-level-m',
  '/api/deadlines/due': '?condition=none&from=2026-05-01T08:00:00%2B08:00',
}

/** Ids of what is another's, by the beginning of the address that asks for it. */
export const ID_OF: [start: string, id: string][] = [
  ['/api/cases', `case-${MARK}`],
  ['/api/inspections', `visit-${MARK}`],
  ['/api/assets', lamp(1).id],
]

const received = '2026-04-30T09:00:00+08:00'

/** A city with the same in two streets: one is mine, the other's bears the mark wherever it can. */
export const twoStreets = (): TestCityParts => ({
  cases: [
    complaint(1, { unitGrid: `${MINE}001001`, contractor: '我家公司', crewId: 'crew-mine', receivedAt: received }),
    complaint(2, {
      ...{ id: `case-${MARK}`, number: '20260430-0002', unitGrid: `${OTHERS}001001`, contractor: `${MARK}公司` },
      ...{ crewId: `crew-${MARK}`, problem: `${MARK}路灯不亮`, address: `${MARK}路 1 号`, receivedAt: received },
      ...{ status: 'dispatched', urgency: 'emergency', filedAt: received, dispatchedAt: received },
    }),
    ...[3, 4, 5].map((number) =>
      complaint(number, {
        ...{ id: `case-${MARK}-${number}`, number: `20260430-000${number}`, unitGrid: `${OTHERS}001001` },
        ...{ contractor: `${MARK}公司`, crewId: `crew-${MARK}`, problem: `${MARK}路灯不亮`, receivedAt: received },
      }),
    ),
  ],
  inspections: [
    visit(1, { unitGrid: `${MINE}001001` }),
    visit(2, { id: `visit-${MARK}`, unitGrid: `${OTHERS}001001`, address: `${MARK}路 3 号` }),
  ],
})
