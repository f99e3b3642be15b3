import { hash } from 'node:crypto'
import type { LogTable } from './schema.ts'

/** What the first row of a city's log is chained to. */
export const NO_HASH = '0'.repeat(64)

export type Unhashed = Omit<LogTable, 'hash'>

/** SHA-256 in hex over the hash before, 64 characters, and the row as canonical JSON with the names of the contract's LogRow.
 *  Spelled out, because `after` is canonical already and parsing it again would cost more than the hash. */
export const hashOf = (before: string, row: Unhashed): string =>
  hash(
    'sha256',
    `${before}{"actor":${JSON.stringify(row.actor)},"after":${row.after ?? 'null'},"at":"${row.at}","city":"${row.city}",` +
      `"entity":"${row.entity}","entityId":${JSON.stringify(row.entity_id)},"kind":${JSON.stringify(row.kind)},` +
      `"reason":${JSON.stringify(row.reason)},"seq":${row.seq}}`,
  )

/** The first row at which the chain breaks, and why; `rows` says how many were read. */
export type Verdict = { ok: true; rows: number; hash: string } | { ok: false; rows: number; seq: number; why: string }

/** Checks rows in the order of seq against each other and against the head, which was read before them; `headNow` reads it again, since rows
 *  may come while this runs. What it cannot see: the last rows cut off together with a rewritten head; for that, keep a head (seq and
 *  hash) elsewhere and compare. */
export async function verifyChain(
  pages: AsyncIterable<LogTable[]>,
  head: { seq: number; hash: string },
  headNow: () => Promise<{ seq: number }>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Verdict> {
  let seq = 0
  let hash = NO_HASH
  const broken = (at: number, why: string): Verdict => ({ ok: false, rows: seq, seq: at, why })
  for await (const page of pages) {
    for (const row of page) {
      if (row.seq !== seq + 1) return broken(seq + 1, `row ${seq + 1} is missing: after ${seq} comes ${row.seq}`)
      if (row.hash !== hashOf(hash, row)) return broken(row.seq, `row ${row.seq} is not what was written there`)
      seq = row.seq
      hash = row.hash
      if (seq === head.seq && hash !== head.hash) return broken(seq, `row ${seq} is not the one that the head names`)
    }
    onRows(seq)
  }
  if (seq < head.seq) return broken(seq + 1, `row ${seq + 1} is missing: the head stands at ${head.seq}`)
  if (seq > head.seq && (await headNow()).seq < seq)
    return broken(head.seq + 1, `row ${head.seq + 1} is behind the head: nobody wrote it through the store`)
  return { ok: true, rows: seq, hash }
}
