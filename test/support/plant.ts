import { keepComplainant } from '../../server/complainants/keep-complainant.ts'
import type { Case } from '../../server/contract/case.ts'
import { openKeys } from '../../server/store/open-keys.ts'
import type { Keys } from '../../server/store/seal.ts'
import type { Store } from '../../server/store/store.ts'
import { complaint, SUO } from './entries.ts'

export const NAME = '欧阳明月'
export const PHONE = '13987654321'

/** A case of one report, as its intake leaves it. */
export const reported = (number: number, of: Partial<Case> = {}): Case =>
  complaint(number, {
    reports: [{ id: `report-${number}`, source: 'hotline-12345', at: of.receivedAt ?? '2026-01-01T09:00:00+08:00' }],
    ...of,
  })

interface Planted {
  store: Store
  dataDir: string
}

export const keysIn = ({ dataDir }: Pick<Planted, 'dataDir'>): Keys => openKeys({ dataDir, dataKey: undefined })

/** Keeps who made the first report of each case, as its intake does. */
export async function plant(
  city: Planted,
  cases: readonly Case[],
  complainant = { name: NAME, phone: PHONE },
): Promise<void> {
  const keys = keysIn(city)
  await city.store.transaction(SUO, async (tx) => {
    for (const { id: caseId, reports, receivedAt } of cases)
      for (const { id: reportId } of reports)
        await keepComplainant(tx, keys, { caseId, reportId, complainant, at: new Date(receivedAt) })
  })
}

/** Every row of every table as text, by table; bytes as UTF-8 and as Latin letters. */
export async function everyTable({ db }: Pick<Store, 'db'>): Promise<Map<string, string>> {
  const tables = await db.introspection.getTables()
  const texts = await Promise.all(
    tables.map(async ({ name }): Promise<[string, string]> => {
      const rows = await db
        .selectFrom(name as 'log')
        .selectAll()
        .execute()
      return [name, rows.flatMap((row) => Object.values(row).map(textOf)).join('\n')]
    }),
  )
  return new Map(texts)
}

const textOf = (value: unknown): string =>
  Buffer.isBuffer(value) ? `${value.toString('utf8')}${value.toString('latin1')}` : String(value)
