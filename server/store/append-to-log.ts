import { setImmediate } from 'node:timers/promises'
import type { LogEntry } from '../contract/log.ts'
import { canonicalJson } from './canonical-json.ts'
import { hashOf } from './hash-chain.ts'
import type { LogTable } from './schema.ts'
import { checkStorable } from './storable-text.ts'

export interface Head {
  /** 0 when nothing was written yet. */
  seq: number
  hash: string
  /** ISO instant in UTC of the last row. */
  at: string | null
}

// So many are hashed before the event loop is free again.
const BATCH = 500

/** Writes entries behind `head` and returns the new head. The caller holds the city's lock, so that seq is in commit order. */
export async function appendToLog(
  insert: (rows: LogTable[]) => Promise<void>,
  city: string,
  head: Head,
  entries: readonly LogEntry[],
): Promise<Head> {
  let last = head
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows: LogTable[] = []
    for (const entry of entries.slice(from, from + BATCH)) {
      const row = rowBehind(last, city, entry)
      rows.push(row)
      last = row
    }
    await insert(rows)
    if (from + BATCH < entries.length) await setImmediate()
  }
  return { seq: last.seq, hash: last.hash, at: last.at }
}

function rowBehind(head: Head, city: string, entry: LogEntry): LogTable {
  const at = instantOf(entry)
  checkStorable(`${entry.kind} of ${entry.entityId}`, entry.actor, entry.kind, entry.entityId, entry.reason)
  const row = {
    city,
    seq: head.seq + 1,
    // The clock of a machine can be set back; the log's cannot, or 'the state at T' would have two answers.
    at: head.at !== null && at < head.at ? head.at : at,
    actor: entry.actor,
    kind: entry.kind,
    entity: entry.entity,
    entity_id: entry.entityId,
    after: entry.after === null || entry.after === undefined ? null : canonicalJson(entry.after),
    reason: entry.reason,
  }
  return { ...row, hash: hashOf(head.hash, row) }
}

function instantOf({ at, kind, entityId }: LogEntry): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) throw new RangeError(`${kind} of ${entityId}: ${JSON.stringify(at)} is not an ISO instant`)
  return new Date(ms).toISOString()
}
