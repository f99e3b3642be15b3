import { setImmediate } from 'node:timers/promises'
import type { AssetPage } from '../contract/asset-page.ts'
import { bytesOf, gatherColumn } from '../store/json-column.ts'
import type { Store } from '../store/store.ts'

/** Read and encoded between two breaths of the event loop: some 20 ms. */
const PAGE = 8_192

const COLUMNS = [
  ...(['id', 'name', 'status', 'geometry', 'fields'] as const),
  ...(['code', 'edition', 'source_crs', 'source', 'changed_at'] as const),
] as const

/** As assetsOfLayer, but column by column, in a third of its time. */
export async function* pagesOfLayer(
  { db, engine }: Pick<Store, 'db' | 'engine'>,
  city: string,
  layer: string,
): AsyncGenerator<AssetPage> {
  const gathered = (column: (typeof COLUMNS)[number]) =>
    gatherColumn(engine, column, column === 'geometry' || column === 'fields').as(column)
  for (let after = ''; ; ) {
    const rows = db
      .selectFrom('assets')
      .select(COLUMNS)
      .where('city', '=', city)
      .where('layer', '=', layer)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
    const page = await db
      .selectFrom(rows.as('page'))
      .select(({ fn }) => [fn.max('id').as('last'), fn.countAll<number>().as('count'), ...COLUMNS.map(gathered)])
      .executeTakeFirstOrThrow()
    if (page.count === 0) return
    yield {
      count: page.count,
      id: bytesOf(page.id),
      name: bytesOf(page.name),
      status: bytesOf(page.status),
      geometry: bytesOf(page.geometry),
      fields: bytesOf(page.fields),
      code: bytesOf(page.code),
      edition: bytesOf(page.edition),
      sourceCrs: bytesOf(page.source_crs),
      source: bytesOf(page.source),
      changedAt: bytesOf(page.changed_at),
    }
    if (page.count < PAGE) return
    after = page.last
    await setImmediate()
  }
}
