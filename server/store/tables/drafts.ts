import type { Kysely, RawBuilder } from 'kysely'
import { index, table, whole } from '../make-table.ts'

/** A planner's sketch. It is no fact of the city: nothing of it stands in the log, and so in no layer, tile, count or search. */
export interface DraftTable {
  city: string
  id: string
  /** Actor. */
  owner: string
  owner_name: string
  name: string
  /** 1: other planners can read it. */
  shared: number
  /** Which of its versions it is now, and the newest that a redo leads to. */
  version: number
  newest: number
  /** Grows with every change: its ETag. */
  revision: number
  made_at: string
  changed_at: string
}

export interface DraftVersionTable {
  city: string
  draft_id: string
  version: number
  /** JSON, the items. */
  items: string
}

export async function makeDraftTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'drafts', {
    required: {
      ...{ city: text, id: text, owner: text, owner_name: text, name: text, shared: whole, version: whole },
      ...{ newest: whole, revision: whole, made_at: text, changed_at: text },
    },
    key: ['city', 'id'],
  })
  await index(db, 'drafts', 'owner')
  await table(db, 'draft_versions', {
    required: { city: text, draft_id: text, version: whole, items: text },
    key: ['city', 'draft_id', 'version'],
  })
}
