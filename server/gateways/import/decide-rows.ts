import { assetsById, assetsOfLayer, highestSequence } from '../../assets/asset-store.ts'
import { sameThing } from '../../assets/same-thing.ts'
import type { Asset } from '../../contract/asset.ts'
import type { Db } from '../../store/schema.ts'
import { type Identity, type ImportFrame, identify, mergeRow } from './decide-row.ts'
import type { ImportJob, ImportTally, ImportWatch } from './import-job.ts'
import { gatherKnown, type KnownThings } from './known-things.ts'
import { type MappedRow, mapRow } from './map-row.ts'
import { readRows } from './read-rows.ts'
import { RejectedRow } from './refusals.ts'
import type { SourceRow } from './source-row.ts'
import { toWgs84 } from './to-wgs84.ts'

/** Whole new states, ready to be written; a row that changes nothing is only counted. */
export interface DecidedBatch {
  added: Asset[]
  changed: Asset[]
  removed: string[]
}

const BATCH = 1_000

/**
 * Reads the file once and says batch by batch what becomes of the layer: the same for a dry run and for the import itself, so that the
 * one shows what the other does. Holds one batch of rows, and of the layer only its ids and places. `tally` is counted up as it goes.
 */
export async function* decideRows(
  job: ImportJob,
  source: string,
  db: Db,
  tally: ImportTally,
  watch: ImportWatch,
): AsyncGenerator<DecidedBatch> {
  const known = await gatherKnown(flatten(assetsOfLayer(db, job.city, job.layer.id)))
  const frame = await frameOf(job, source, db, known)
  const turn = toWgs84(job.crs)
  const rowOf = new Map<string, number>()

  const take = (row: SourceRow): { row: MappedRow; identity: Identity; number: number } => {
    const mapped = mapRow(row, job.mapping, job.layer, turn)
    const identity = identify(mapped, frame)
    // A new thing has a new code each time it is met: the file's own number tells that it was met before.
    const id = mapped.id ?? identity.id
    const first = rowOf.get(id) ?? rowOf.get(identity.id)
    if (first !== undefined)
      throw new RejectedRow('twice', `${id} 在第 ${first} 行已有`, `${id} is already in row ${first}`)
    rowOf.set(id, row.number)
    rowOf.set(identity.id, row.number)
    return { row: mapped, identity, number: row.number }
  }

  let taken: ReturnType<typeof take>[] = []
  const settle = async (): Promise<DecidedBatch> => {
    const before = await assetsById(db, job.city, taken.map(({ identity }) => identity.id).filter(known.has))
    const batch: DecidedBatch = { added: [], changed: [], removed: [] }
    for (const { row, identity, number } of taken) {
      const old = before.get(identity.id)
      const asset = mergeRow(row, identity, old, frame)
      if (old && sameThing(old, asset)) {
        tally.same += 1
        continue
      }
      const kind = old ? 'changed' : 'added'
      batch[kind].push(asset)
      tally[kind] += 1
      watch.onTaken?.(number, kind, asset.name, asset.id)
    }
    taken = []
    watch.onRows?.(tally)
    return batch
  }

  for await (const row of readRows(job.source, watch.onBytes)) {
    tally.rows += 1
    try {
      taken.push(take(row))
    } catch (fault) {
      if (!(fault instanceof RejectedRow)) throw fault
      tally.rejected += 1
      watch.onRejected?.({ number: row.number, code: fault.code, text: fault.text, columns: row.columns })
    }
    if (taken.length === BATCH) yield await settle()
  }
  yield await settle()
  if (!job.replace) return
  const removed = [...known.ids()].filter((id) => !rowOf.has(id))
  tally.removed = removed.length
  yield { added: [], changed: [], removed }
}

async function frameOf(job: ImportJob, source: string, db: Db, known: KnownThings): Promise<ImportFrame> {
  const next = new Map<string, number>()
  for (const { code } of job.layer.codes) next.set(code, await highestSequence(db, job.city, code))
  const mint = (typeCode: string): number => {
    const sequence = (next.get(typeCode) ?? 0) + 1
    next.set(typeCode, sequence)
    return sequence
  }
  return {
    area: job.city,
    layer: job.layer,
    registry: job.registry,
    known,
    sourceCrs: job.crs.crs,
    source,
    now: job.now,
    mint,
  }
}

async function* flatten<T>(pages: AsyncIterable<T[]>): AsyncGenerator<T> {
  for await (const page of pages) yield* page
}
