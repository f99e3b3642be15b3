import type { Kysely, RawBuilder } from 'kysely'
import { addColumns, index, whole } from '../make-table.ts'

/** Beyond every deadline: where nothing runs. So a list by deadline needs no rule for what has none. */
export const NEVER_MS = Date.parse('9999-12-31T00:00:00Z')

/** What lists, lights and rates ask of a case, beside its state: columns, so that 500,000 are read without parsing one. */
export interface CaseFacts {
  /** 1 while something is awaited from somebody, else 0. */
  open: number
  urgency: string
  method: string
  condition_id: string | null
  crew_id: string | null
  contractor: string | null
  owner_unit: string | null
  responsibility_grid: string | null
  parent_id: string | null
  /** The earliest of its running clocks: when 80 % are used, and when it is due; NEVER_MS where none runs. */
  warn_ms: number
  next_due_ms: number
  /** When what the filing condition asks is due, with its extensions: the last of the stages that began; null before filing and at a
   *  standstill. */
  due_ms: number | null
  accepted_ms: number | null
  filed_ms: number | null
  dispatched_ms: number | null
  taken_ms: number | null
  /** The crew's last answer; null again after a failed check. */
  handled_ms: number | null
  verified_ms: number | null
  /** One bit a post, see POST_BITS in contract/post-bits.ts: the post has ended a clock; one of them too late. */
  posts_done: number
  posts_late: number
  reports: number
  repeats: number
  reworks: number
  extensions: number
  suspensions: number
  send_backs: number
  reopenings: number
}

/** Cases of before keep what a default says; the next step of each brings its facts. */
export async function makeCaseFacts(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await addColumns(db, 'cases', {
    required: {
      open: [whole, 0],
      ...{ urgency: [text, 'ordinary'], method: [text, 'service'] },
      ...{ warn_ms: [whole, NEVER_MS], next_due_ms: [whole, NEVER_MS] },
      ...{ posts_done: [whole, 0], posts_late: [whole, 0], reports: [whole, 0], repeats: [whole, 0] },
      ...{ reworks: [whole, 0], extensions: [whole, 0], suspensions: [whole, 0] },
      ...{ send_backs: [whole, 0], reopenings: [whole, 0] },
    },
    optional: {
      ...{ condition_id: text, crew_id: text, contractor: text, owner_unit: text, responsibility_grid: text },
      ...{ parent_id: text, due_ms: whole, accepted_ms: whole, filed_ms: whole, dispatched_ms: whole },
      ...{ taken_ms: whole, handled_ms: whole, verified_ms: whole },
    },
  })
  await setOpen(db)
  await index(db, 'cases', 'open', 'next_due_ms', 'id')
  await index(db, 'cases', 'number')
  // What came before at the same place: a class in a narrow band of latitude is a handful, of however many cases.
  await index(db, 'cases', 'code', 'lat', 'lng')
  await index(db, 'cases', 'parent_id')
}

/** What came again of one class, of however many: a class within the days of the rule. */
export const indexCasesByClass = (db: Kysely<unknown>): Promise<void> => index(db, 'cases', 'code', 'received_ms')

/** Old statuses only: what was then still open. */
async function setOpen(db: Kysely<unknown>): Promise<void> {
  const cases = db as Kysely<{ cases: { open: number; status: string } }>
  await cases.updateTable('cases').set({ open: 1 }).where('status', 'not in', ['closed', 'unsolved']).execute()
}
