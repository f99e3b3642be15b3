import type { Kysely, Transaction } from 'kysely'
import type { AuthenticatorTable } from './tables/authenticators.ts'
import type { CaseFacts } from './tables/cases.ts'
import type { CrewPositionTable, CrewTable } from './tables/crews.ts'
import type { DraftTable, DraftVersionTable } from './tables/drafts.ts'
import type { FenceStayTable, GeofenceTable, HandoverTable } from './tables/fences.ts'
import type {
  EntryLinkTable,
  PairingTable,
  PersonSecretTable,
  PersonTable,
  ScreenTable,
  SessionTable,
  SignInFailureTable,
} from './tables/people.ts'
import type { PrivateSchema } from './tables/private.ts'
import type { RuleTable } from './tables/rules.ts'
import type { ManifestTable, ReadingAlarmTable, ReadingTable } from './tables/upkeep.ts'
import type { SceneTable, ScreenReportTable } from './tables/walls.ts'

/** Every key begins with `city`, the 6-digit area code. Texts named JSON below are JSON; instants are ISO in UTC, and columns that are
 *  sorted or drawn by are Unix milliseconds (`…_ms`). The same on both engines: no boolean, no date, no jsonb column. */
export interface Schema extends PrivateSchema {
  city_heads: CityHeadTable
  log: LogTable
  assets: AssetTable
  cases: CaseTable
  inspections: InspectionTable
  imports: ImportTable
  answered_writes: AnsweredWriteTable
  rules: RuleTable
  crews: CrewTable
  crew_positions: CrewPositionTable
  geofences: GeofenceTable
  fence_stays: FenceStayTable
  handovers: HandoverTable
  drafts: DraftTable
  draft_versions: DraftVersionTable
  people: PersonTable
  person_secrets: PersonSecretTable
  authenticators: AuthenticatorTable
  sessions: SessionTable
  entry_links: EntryLinkTable
  sign_in_failures: SignInFailureTable
  screens: ScreenTable
  pairings: PairingTable
  scenes: SceneTable
  screen_reports: ScreenReportTable
  readings: ReadingTable
  reading_alarms: ReadingAlarmTable
  waste_manifests: ManifestTable
}

/** The last row of a city's log, and what the city is. Its row is the lock under which a city is written. */
export interface CityHeadTable {
  city: string
  seq: number
  hash: string
  at: string | null
  /** JSON, see CityDescription. */
  description: string | null
}

export interface LogTable {
  city: string
  seq: number
  at: string
  actor: string
  kind: string
  entity: string
  entity_id: string
  /** Canonical JSON, the very text that was hashed; null when the thing is gone. */
  after: string | null
  reason: string | null
  hash: string
}

export interface AssetTable {
  city: string
  id: string
  layer: string
  name: string
  status: string
  code: string
  edition: string
  /** JSON, GeoJSON geometry. */
  geometry: string
  /** JSON. */
  fields: string
  west: number
  south: number
  east: number
  north: number
  source_crs: string
  source: string
  changed_at: string
  /** The log row that brought this state. */
  seq: number
}

export interface CaseTable extends CaseFacts {
  city: string
  id: string
  number: string
  kind: string
  code: string
  source: string
  status: string
  outcome: string
  asset_id: string | null
  unit_grid: string | null
  lng: number
  lat: number
  received_ms: number
  closed_ms: number | null
  /** JSON, the Case without what is as its default says. */
  state: string
  seq: number
}

export interface InspectionTable {
  city: string
  id: string
  kind: string
  venue_id: string | null
  unit_grid: string | null
  lng: number
  lat: number
  at_ms: number
  officer_turns: number
  /** How many, and how many of them are not rectified. */
  hazards: number
  open_hazards: number
  cases_filed: number
  /** JSON, the whole Inspection. */
  state: string
  seq: number
}

/** One file brought in. What it changed is in the log between `first_seq` and `last_seq`; undoing reads it there. */
export interface ImportTable {
  city: string
  id: string
  layer: string
  file_name: string
  crs: string
  /** JSON. */
  mapping: string
  actor: string
  started_at: string
  finished_at: string | null
  first_seq: number | null
  last_seq: number | null
  added: number
  changed: number
  removed: number
  rejected: number
  undone_at: string | null
}

/** What a write under an Idempotency-Key was answered, so that the same request again is answered and not done again. */
export interface AnsweredWriteTable {
  city: string
  /** Whose key it is: two callers may have the same. */
  actor: string
  key: string
  /** Tells the same request from another: SHA-256 in hex. */
  request: string
  /** JSON. */
  answer: string
  at_ms: number
}

/** Reads: the store's `db`, or a transaction. */
export type Db = Kysely<Schema>
export type WritableDb = Transaction<Schema>
