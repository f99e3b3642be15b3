import { type Kysely, type Migration, type RawBuilder, sql } from 'kysely'
import type { EngineName } from './engine.ts'
import { index, real, table, whole } from './make-table.ts'
import { makeAuthenticatorTable } from './tables/authenticators.ts'
import { indexCasesByClass, makeCaseFacts } from './tables/cases.ts'
import { makeCrewTables } from './tables/crews.ts'
import { makeDraftTables } from './tables/drafts.ts'
import { makeFenceAndHandoverTables } from './tables/fences.ts'
import { makePeopleTables } from './tables/people.ts'
import { makePrivateTables } from './tables/private.ts'
import { makeRuleTable } from './tables/rules.ts'
import { makeUpkeepTables } from './tables/upkeep.ts'
import { makeWallTables } from './tables/walls.ts'

/** Texts compare by bytes on both engines: PostgreSQL would sort by the language of the database, SQLite never does. */
const textOn = (engine: EngineName): RawBuilder<unknown> =>
  engine === 'postgresql' ? sql`text collate "C"` : sql`text`

/** In the order of their names; one that has run is never changed. */
export const migrationsFor = (engine: EngineName): Record<string, Migration> => ({
  '001-log-and-state': { up: (db) => logAndState(db, textOn(engine)) },
  '002-answered-writes': { up: (db) => answeredWrites(db, textOn(engine)) },
  '003-people': { up: (db) => makePeopleTables(db, textOn(engine)) },
  '004-cases': { up: (db) => makeCaseFacts(db, textOn(engine)) },
  '005-crews': { up: (db) => makeCrewTables(db, textOn(engine)) },
  '006-private': { up: (db) => makePrivateTables(db, textOn(engine)) },
  '007-rules': { up: (db) => makeRuleTable(db, textOn(engine)) },
  '008-fences-and-handovers': { up: (db) => makeFenceAndHandoverTables(db, textOn(engine)) },
  '010-authenticators': { up: (db) => makeAuthenticatorTable(db, textOn(engine)) },
  '011-cases-by-class': { up: (db) => indexCasesByClass(db) },
  '012-walls': { up: (db) => makeWallTables(db, textOn(engine)) },
  '013-drafts': { up: (db) => makeDraftTables(db, textOn(engine)) },
  '015-upkeep': { up: (db) => makeUpkeepTables(db, textOn(engine)) },
})

async function logAndState(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'city_heads', {
    required: { city: text, seq: whole, hash: text },
    optional: { at: text, description: text },
    key: ['city'],
  })
  await table(db, 'log', {
    required: { city: text, seq: whole, at: text, actor: text, kind: text, entity: text, entity_id: text, hash: text },
    optional: { after: text, reason: text },
    key: ['city', 'seq'],
  })
  await index(db, 'log', 'entity', 'entity_id', 'seq')
  await table(db, 'assets', {
    required: {
      ...{ city: text, id: text, layer: text, name: text, status: text, code: text, edition: text, geometry: text },
      ...{ fields: text, west: real, south: real, east: real, north: real, source_crs: text, source: text },
      ...{ changed_at: text, seq: whole },
    },
    key: ['city', 'id'],
  })
  await index(db, 'assets', 'layer', 'id')
  await table(db, 'cases', {
    required: {
      ...{ city: text, id: text, number: text, kind: text, code: text, source: text, status: text, outcome: text },
      ...{ lng: real, lat: real, received_ms: whole, state: text, seq: whole },
    },
    optional: { asset_id: text, unit_grid: text, closed_ms: whole },
    key: ['city', 'id'],
  })
  await index(db, 'cases', 'received_ms', 'id')
  await index(db, 'cases', 'asset_id')
  await table(db, 'inspections', {
    required: {
      ...{ city: text, id: text, kind: text, lng: real, lat: real, at_ms: whole, officer_turns: whole },
      ...{ hazards: whole, open_hazards: whole, cases_filed: whole, state: text, seq: whole },
    },
    optional: { venue_id: text, unit_grid: text },
    key: ['city', 'id'],
  })
  await index(db, 'inspections', 'at_ms', 'id')
  await index(db, 'inspections', 'venue_id')
  await table(db, 'imports', {
    required: {
      ...{ city: text, id: text, layer: text, file_name: text, crs: text, mapping: text, actor: text },
      ...{ started_at: text, added: whole, changed: whole, removed: whole, rejected: whole },
    },
    optional: { finished_at: text, first_seq: whole, last_seq: whole, undone_at: text },
    key: ['city', 'id'],
  })
}

async function answeredWrites(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'answered_writes', {
    required: { city: text, actor: text, key: text, request: text, answer: text, at_ms: whole },
    key: ['city', 'actor', 'key'],
  })
  await index(db, 'answered_writes', 'at_ms')
}
