import { createRoute, z } from '@hono/zod-openapi'
import { casePoints } from '../cases/case-store.ts'
import type { CityPicture } from '../city/city-picture.ts'
import { pointInside } from '../city/point-inside.ts'
import { ParkingBalance, type ParkingRules } from '../contract/parking.ts'
import type { Scope } from '../contract/role.ts'
import { actorOf, allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { checkRange } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { instantParameter } from '../http/parameters.ts'
import { balanceParking, type ParkingYard, scoreYards } from '../insight/parking/balance.ts'
import type { Store } from '../store/store.ts'

export interface ParkingNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  now: () => Date
  rules: ParkingRules
}

const DAY_MS = 86_400_000
const STANDARD_DAYS = 90

const balance = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/balance', tags: ['Truck parking'] },
    summary: 'Bays against trucks that found none, by cell and hour of the night; and the checklist of yards',
    middleware: [allow(gate, 'read', 'upkeep')] as const,
    request: {
      query: z.strictObject({
        from: instantParameter(`Cases at or after; ${STANDARD_DAYS} days back when absent`).optional(),
        to: instantParameter('Before; up to now when absent').optional(),
        cellMetres: z.coerce
          .number({ error: 'give metres from 100 to 5000' })
          .min(100, { error: 'give metres from 100 to 5000' })
          .max(5_000, { error: 'give metres from 100 to 5000' })
          .optional(),
      }),
    },
    responses: {
      200: json('The worst cell first', named('ParkingBalance', ParkingBalance)),
      ...refusals(400, 401, 403, 503),
    },
  })

/** 大型车辆停放: whether there is room at night, and how yards are kept. */
export const parkingRoutes = (needs: ParkingNeeds) =>
  newRoutes().openapi(balance(needs.gate), async (c) => {
    const { from, to = needs.now().toISOString(), cellMetres = needs.rules.cellMetres } = c.req.valid('query')
    const begin = from ?? new Date(Date.parse(to) - STANDARD_DAYS * DAY_MS).toISOString()
    checkRange(begin, to)
    return c.json(await parkingBalance({ from: begin, to, cellMetres, scope: actorOf(c).scope }, needs), 200)
  })

async function parkingBalance(
  { from, to, cellMetres, scope }: { from: string; to: string; cellMetres: number; scope: Scope },
  { area, store, memory, rules }: ParkingNeeds,
): Promise<ParkingBalance> {
  const isDemand = ({ kind, code }: { kind: string; code: string }): boolean =>
    rules.demand.some((one) => one.kind === kind && one.code === code)
  const cases = (await casePoints(store.db, area, { from, to, scope }))
    .filter(isDemand)
    .map(({ lng, lat, ms }) => ({ location: [lng, lat] as [number, number], atMs: Number(ms) }))
  const yards = [...yardsOf(memory)]
  const nights = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS))
  const cells = balanceParking({ yards, cases, nights }, { ...rules, cellMetres })
  return {
    ...{ from, to, nights, cellMetres, hours: rules.nightHours, cells, yards: scoreYards(yards, rules), rules },
    bays: cells.reduce((sum, cell) => sum + cell.bays, 0),
    cases: cells.reduce((sum, cell) => sum + cell.cases, 0),
  }
}

function* yardsOf(memory: ParkingNeeds['memory']): Generator<ParkingYard> {
  for (const { id, name, status, geometry, fields } of memory.layer('truck-parking')?.all() ?? []) {
    const { kind, bays, occupied, fenced, hardened, washBay } = fields
    yield {
      ...{ id, name, status, kind: String(kind ?? ''), location: pointInside(geometry) },
      ...{ bays: wholeOf(bays), occupied: wholeOf(occupied) },
      checks: { fenced: yesOrNo(fenced), hardened: yesOrNo(hardened), washBay: yesOrNo(washBay) },
    }
  }
}

const wholeOf = (value: unknown): number | null => (typeof value === 'number' ? Math.round(value) : null)
const yesOrNo = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
