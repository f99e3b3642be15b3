import { forgetAssets, keepAssets } from '../assets/asset-store.ts'
import { Asset } from '../contract/asset.ts'
import type { LogEntry } from '../contract/log.ts'
import { inspectionEntryOf, keepLastInspections } from '../inspections/record-inspections.ts'
import type { Tx } from '../store/store.ts'
import { caseEntryOf, keepLastCases, loggedCase } from './record-cases.ts'

/** A thing that happened: the whole state of a case, an inspection or an asset after it, null for an asset that is gone. */
export interface PastRecord {
  at: string
  kind: string
  entity: 'case' | 'inspection' | 'asset'
  entityId: string
  after: unknown
}

type By = Pick<LogEntry, 'actor' | 'reason'>

const BATCH = 2_000

/** Brings in a mixed history, oldest first, as the log has to have it: its time never goes back, so that cases and inspections of the same
 *  weeks cannot come one after the other. Returns how many records there were. Throws, and so undoes the transaction, at the first
 *  record whose state is not what its entity says. */
export async function recordHistory(
  tx: Tx,
  records: Iterable<PastRecord> | AsyncIterable<PastRecord>,
  by: By,
): Promise<number> {
  let count = 0
  let batch: PastRecord[] = []
  for await (const record of records) {
    count += 1
    batch.push(record)
    if (batch.length < BATCH) continue
    await recordBatch(tx, batch, by)
    batch = []
  }
  await recordBatch(tx, batch, by)
  return count
}

async function recordBatch(tx: Tx, records: readonly PastRecord[], by: By): Promise<void> {
  if (!records.length) return
  const entries = records.map((record) => entryOf(record, by))
  const firstSeq = await tx.append(entries.map((entry) => (entry.entity === 'case' ? loggedCase(entry) : entry)))
  const placed = entries.map((entry, index) => ({ ...entry, seq: firstSeq + index }))
  await keepLastCases(
    tx,
    placed.filter((entry) => entry.entity === 'case'),
  )
  await keepLastInspections(
    tx,
    placed.filter((entry) => entry.entity === 'inspection'),
  )
  await keepLastAssets(
    tx,
    placed.filter((entry) => entry.entity === 'asset'),
  )
}

const entryOf = (record: PastRecord, by: By) => {
  if (record.entity === 'case') return caseEntryOf(record, by)
  if (record.entity === 'inspection') return inspectionEntryOf(record, by)
  return assetEntryOf(record, by)
}

function assetEntryOf({ at, kind, entityId, after }: PastRecord, by: By) {
  const state = after === null ? null : Asset.parse(after)
  if (state && state.id !== entityId) throw new RangeError(`${kind} of ${entityId} carries the state of ${state.id}`)
  return { ...by, at, kind, entity: 'asset' as const, entityId, after: state } satisfies LogEntry
}

async function keepLastAssets(
  tx: Tx,
  entries: readonly { entityId: string; after: Asset | null; seq: number }[],
): Promise<void> {
  const last = new Map(entries.map((entry) => [entry.entityId, entry]))
  const kept = [...last.values()].flatMap(({ after: state, seq }) => (state ? [{ state, seq }] : []))
  await keepAssets(tx, kept)
  await forgetAssets(
    tx,
    [...last.values()].filter(({ after }) => after === null).map(({ entityId }) => entityId),
  )
}
