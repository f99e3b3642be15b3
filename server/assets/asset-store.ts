import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Asset } from '../contract/asset.ts'
import type { Bbox, Geometry, SourceCrs } from '../contract/geo.ts'
import type { AssetTable, Db } from '../store/schema.ts'
import { checkStorable } from '../store/storable-text.ts'
import type { Tx } from '../store/store.ts'
import { boundsOf } from './bounds-of.ts'

const PAGE = 2_000

/** The columns that a state is made of besides its layer and geometry. */
const STATE = [
  ...(['id', 'name', 'status', 'fields', 'code', 'edition'] as const),
  ...(['source_crs', 'source', 'changed_at'] as const),
] as const

/** The geometry of what is no point: the box of a point says where it is, and to parse a million texts takes a second. */
const SHAPE = sql<string | null>`case when geometry like '{"type":"Point"%' then null else geometry end`.as('geometry')

/** Every thing of a layer, in the order of id, in pages. Not one snapshot: a caller that needs one reads the log's head first and follows the
 *  log from there, which brings again, whole, what changed meanwhile. */
export async function* assetsOfLayer(db: Db, city: string, layer: string): AsyncGenerator<Asset[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('assets')
      .select([...STATE, 'west', 'south', SHAPE])
      .where('city', '=', city)
      .where('layer', '=', layer)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => {
      const geometry = row.geometry === null ? pointAt(row.west, row.south) : JSON.parse(row.geometry)
      return stateOf(row, layer, geometry)
    })
    if (rows.length < PAGE) return
    after = last.id
    await setImmediate()
  }
}

export async function assetById(db: Db, city: string, id: string): Promise<Asset | undefined> {
  const row = await db.selectFrom('assets').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()
  return row && assetOf(row)
}

/** A state with the seq of the log row that brought it, both of one reading. */
export interface SeenAsset {
  asset: Asset
  seq: number
}

export async function seenAsset(db: Db, city: string, id: string): Promise<SeenAsset | undefined> {
  const row = await db.selectFrom('assets').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()
  return row && { asset: assetOf(row), seq: row.seq }
}

/** Those of the ids that there are, by id. */
export async function assetsById(db: Db, city: string, ids: readonly string[]): Promise<Map<string, Asset>> {
  const found = new Map<string, Asset>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await db
      .selectFrom('assets')
      .selectAll()
      .where('city', '=', city)
      .where('id', 'in', ids.slice(from, from + PAGE))
      .execute()
    for (const row of rows) found.set(row.id, assetOf(row))
  }
  return found
}

/** Those of the ids that there are. */
export async function knownIds(db: Db, city: string, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await db
      .selectFrom('assets')
      .select('id')
      .where('city', '=', city)
      .where('id', 'in', ids.slice(from, from + PAGE))
      .execute()
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** The highest sequence number that a type code was ever given in this city, by things there and by things since removed (GB/T 47678.5:
 *  no code is used again). Codes are fixed in length, so the greatest text is the greatest number. */
export async function highestSequence(db: Db, city: string, typeCode: string): Promise<number> {
  const prefix = `${city}${typeCode}`
  const row = await db
    .selectFrom('log')
    .select(({ fn }) => fn.max('entity_id').as('id'))
    .where('city', '=', city)
    .where('entity', '=', 'asset')
    .where('entity_id', '>=', `${prefix}000000`)
    .where('entity_id', '<=', `${prefix}999999`)
    .executeTakeFirst()
  return row?.id ? Number(row.id.slice(prefix.length)) : 0
}

/** How many things there are, by layer; a layer without any is absent. */
export async function countAssets(db: Db, city: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('assets')
    .select(({ fn }) => ['layer', fn.countAll<number>().as('count')])
    .where('city', '=', city)
    .groupBy('layer')
    .execute()
  return new Map(rows.map(({ layer, count }) => [layer, Number(count)]))
}

/** Where everything of the city lies, or null when there is nothing. */
export async function boundsOfAssets(db: Db, city: string): Promise<Bbox | null> {
  const row = await db
    .selectFrom('assets')
    .select(({ fn }) => [
      fn.min('west').as('west'),
      fn.min('south').as('south'),
      fn.max('east').as('east'),
      fn.max('north').as('north'),
    ])
    .where('city', '=', city)
    .executeTakeFirst()
  if (!row || row.west === null || row.south === null || row.east === null || row.north === null) return null
  return [row.west, row.south, row.east, row.north]
}

/** Puts down the newest states, each with the seq of the log row that brought it; one state per thing. The log is the verb's part. */
export function keepAssets(tx: Tx, states: readonly { state: Asset; seq: number }[]): Promise<void> {
  return tx.write(
    'assets',
    states.map(({ state, seq }) => rowOf(tx.city, state, seq)),
    'replace',
  )
}

/** Puts a new state in the place of the one that row `was` of the log brought; false when that one is there no more. */
export async function replaceAsset(tx: Tx, { asset, seq }: SeenAsset, was: number): Promise<boolean> {
  const { city, id, ...state } = rowOf(tx.city, asset, seq)
  const { numUpdatedRows } = await tx.db
    .updateTable('assets')
    .set(state)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('seq', '=', was)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets the state that row `was` of the log brought; false when that one is there no more. */
export async function forgetAsset(tx: Tx, id: string, was: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('assets')
    .where('city', '=', tx.city)
    .where('id', '=', id)
    .where('seq', '=', was)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function forgetAssets(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    await tx.db
      .deleteFrom('assets')
      .where('city', '=', tx.city)
      .where('id', 'in', ids.slice(from, from + PAGE))
      .execute()
  }
}

function rowOf(city: string, asset: Asset, seq: number): AssetTable {
  checkStorable(`asset ${asset.id}`, asset.id, asset.layer, asset.name, asset.status, asset.source)
  const [west, south, east, north] = boundsOf(asset.geometry)
  return {
    city,
    id: asset.id,
    layer: asset.layer,
    name: asset.name,
    status: asset.status,
    code: asset.code,
    edition: asset.edition,
    geometry: JSON.stringify(asset.geometry),
    fields: JSON.stringify(asset.fields),
    west,
    south,
    east,
    north,
    source_crs: asset.sourceCrs,
    source: asset.source,
    changed_at: asset.changedAt,
    seq,
  }
}

const pointAt = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] })

const assetOf = (row: AssetTable): Asset => stateOf(row, row.layer, JSON.parse(row.geometry))

const stateOf = (row: Pick<AssetTable, (typeof STATE)[number]>, layer: string, geometry: Geometry): Asset => ({
  id: row.id,
  layer,
  name: row.name,
  status: row.status,
  geometry,
  fields: JSON.parse(row.fields),
  code: row.code,
  edition: row.edition,
  sourceCrs: row.source_crs as SourceCrs,
  source: row.source,
  changedAt: row.changed_at,
})
