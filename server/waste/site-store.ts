import type { Db } from '../store/schema.ts'

/** Sites of construction waste, by their ids: a building site, a disposal site or a heap. */
export async function sitesOf(db: Db, city: string): Promise<{ id: string; name: string; kind: string }[]> {
  const rows = await db
    .selectFrom('assets')
    .select(['id', 'name', 'fields'])
    .where('city', '=', city)
    .where('layer', '=', 'construction-waste')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, fields }) => ({
    id,
    name,
    kind: String((JSON.parse(fields) as { kind?: string }).kind ?? ''),
  }))
}
