import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { writeAssets } from '../../assets/write-assets.ts'
import { readHead } from '../../store/read-log.ts'
import type { Store } from '../../store/store.ts'
import { decideRows } from './decide-rows.ts'
import type { ImportJob, ImportTally, ImportWatch } from './import-job.ts'
import { keepImport } from './import-store.ts'

const newTally = (): ImportTally => ({ rows: 0, added: 0, changed: 0, same: 0, removed: 0, rejected: 0 })

/** What `importFile` would do, with nothing written. */
export async function tryImport(job: ImportJob, store: Store, watch: ImportWatch = {}): Promise<ImportTally> {
  const tally = newTally()
  for await (const _batch of decideRows(job, 'import:dry-run', store.db, tally, watch));
  return tally
}

/** Brings the file in, in one transaction: all of its good rows or, when anything breaks, none. The answer's `id` undoes it. */
export async function importFile(
  job: ImportJob,
  store: Store,
  watch: ImportWatch = {},
): Promise<ImportTally & { id: string }> {
  const id = `${job.now.slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')}`
  const actor = `import:${id}`
  const tally = newTally()
  const reason = `${basename(job.source.path)} → ${job.layer.id}`
  await store.transaction(job.city, async (tx) => {
    const first = (await readHead(tx.db, job.city)).seq + 1
    for await (const batch of decideRows(job, actor, tx.db, tally, watch)) {
      await writeAssets(tx, batch, { actor, reason, at: job.now })
    }
    const record = {
      id,
      layer: job.layer.id,
      file_name: basename(job.source.path),
      crs: job.crs.epsg ? `EPSG:${job.crs.epsg}` : job.crs.crs,
      mapping: JSON.stringify(job.mapping),
      actor,
      started_at: job.now,
    }
    const counts = { added: tally.added, changed: tally.changed, removed: tally.removed, rejected: tally.rejected }
    const last = await tx.append([
      {
        at: job.now,
        actor,
        kind: 'import-committed',
        entity: 'import',
        entityId: id,
        after: { ...record, ...counts },
        reason,
      },
    ])
    await keepImport(tx, {
      ...record,
      ...counts,
      finished_at: job.now,
      first_seq: first,
      last_seq: last,
      undone_at: null,
    })
  })
  return { ...tally, id }
}
