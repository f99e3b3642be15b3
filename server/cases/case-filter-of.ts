import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import type { Bbox } from '../contract/geo.ts'
import type { Scope } from '../contract/role.ts'
import type { State } from '../contract/state.ts'
import type { Db, Schema } from '../store/schema.ts'
import { NEVER_MS } from '../store/tables/cases.ts'

/** Which cases; what is absent does not narrow. Lists are alternatives. */
export interface CaseFilter {
  status?: readonly string[]
  source?: readonly string[]
  code?: readonly string[]
  kind?: 'component' | 'matter'
  assetId?: string
  crew?: string
  /** Unit that answers for it. */
  owner?: string
  /** As lightOfCase says at `now`, Unix ms. */
  light?: { of: readonly State[]; now: number }
  /** Those that were joined under this case (N10). */
  parent?: string
  /** Whether something is awaited from somebody. */
  open?: boolean
  /** Beginning of a case number. */
  number?: string
  /** Received at or after, and before; ISO instants. */
  from?: string
  to?: string
  bbox?: Bbox
  /** Whose list it is: the same as isInScope. */
  scope?: Scope
}

type Cases = ExpressionBuilder<Schema, 'cases'>

export function matchingCases(db: Db, city: string, filter: CaseFilter): SelectQueryBuilder<Schema, 'cases', object> {
  const { status, source, code, kind, assetId, crew, owner, parent, light, open, number, from, to, bbox, scope } =
    filter
  let query = db.selectFrom('cases').where('city', '=', city)
  if (status) query = query.where(isOneOf('status', status))
  if (source) query = query.where(isOneOf('source', source))
  if (code) query = query.where(isOneOf('code', code))
  if (kind) query = query.where('kind', '=', kind)
  if (assetId) query = query.where('asset_id', '=', assetId)
  if (crew) query = query.where('crew_id', '=', crew)
  if (owner) query = query.where('owner_unit', '=', owner)
  if (parent) query = query.where('parent_id', '=', parent)
  if (open !== undefined) query = query.where('open', '=', open ? 1 : 0)
  if (light) query = query.where((eb) => eb.or(light.of.map((one) => hasLight(eb, one, light.now))))
  if (number) query = query.where((eb) => beginsWith(eb, 'number', number))
  if (from) query = query.where('received_ms', '>=', Date.parse(from))
  if (to) query = query.where('received_ms', '<', Date.parse(to))
  if (bbox) {
    const [west, south, east, north] = bbox
    query = query.where('lng', '>=', west).where('lng', '<=', east).where('lat', '>=', south).where('lat', '<=', north)
  }
  if (scope) query = query.where((eb) => isWithin(eb, scope))
  return query
}

/** An empty list is no alternative at all: `in ()` is a syntax error on PostgreSQL. */
const isOneOf = (column: 'status' | 'source' | 'code', values: readonly string[]) => (eb: Cases) =>
  values.length ? eb(column, 'in', values) : eb.lit(false)

/** Texts compare by bytes on both engines, and these are digits and dashes. */
const beginsWith = (eb: Cases, column: 'number' | 'unit_grid', start: string): Expression<SqlBool> =>
  eb.and([eb(column, '>=', start), eb(column, '<', `${start}~`)])

function isWithin(eb: Cases, { areas, contractor, crewId }: Scope): Expression<SqlBool> {
  const placed = areas.map((area) =>
    area.length === 6
      ? eb.or([beginsWith(eb, 'unit_grid', area), eb('unit_grid', 'is', null)])
      : beginsWith(eb, 'unit_grid', area),
  )
  const given = [
    ...(contractor === null ? [] : [eb('contractor', '=', contractor)]),
    ...(crewId === null ? [] : [eb('crew_id', '=', crewId)]),
  ]
  return eb.and([eb.or(placed), ...given])
}

function hasLight(eb: Cases, light: State, now: number): Expression<SqlBool> {
  if (light === 'normal') return eb('open', '=', 0)
  if (light === 'emergency') return eb.and([eb('open', '=', 1), eb('urgency', '=', 'emergency')])
  const due: Record<Exclude<State, 'normal' | 'emergency'>, Expression<SqlBool>[]> = {
    late: [eb('next_due_ms', '<', now)],
    due: [eb('next_due_ms', '>=', now), eb('warn_ms', '<=', now)],
    // Where several clocks run, one may be due long before another is at 80 %.
    working: [eb('next_due_ms', '>=', now), eb('warn_ms', '>', now), eb('next_due_ms', '<', NEVER_MS)],
    unknown: [eb('next_due_ms', '=', NEVER_MS)],
  }
  return eb.and([eb('open', '=', 1), eb('urgency', '=', 'ordinary'), ...due[light]])
}
