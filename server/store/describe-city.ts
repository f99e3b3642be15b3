import type { z } from 'zod'
import { City } from '../contract/city.ts'
import type { Db } from './schema.ts'
import type { Tx } from './store.ts'

/** What a city is, apart from what is in it. */
export const CityDescription = City.pick({ name: true, centre: true, zoom: true, bounds: true, demo: true })
export type CityDescription = z.infer<typeof CityDescription>

/** Says what the transaction's city is, in its log and on its head. */
export async function describeCity(
  tx: Tx,
  description: CityDescription,
  { actor, at, reason = null }: { actor: string; at: string; reason?: string | null },
): Promise<void> {
  await tx.append([
    { at, actor, kind: 'city-described', entity: 'city', entityId: tx.city, after: description, reason },
  ])
  await tx.db
    .updateTable('city_heads')
    .set({ description: JSON.stringify(description) })
    .where('city', '=', tx.city)
    .execute()
}

/** Undefined for a city that was never described. */
export async function readCity(db: Db, city: string): Promise<CityDescription | undefined> {
  const head = await db.selectFrom('city_heads').select('description').where('city', '=', city).executeTakeFirst()
  return head?.description ? CityDescription.parse(JSON.parse(head.description)) : undefined
}

/** Stands for a city while the store has none: who is let in before it comes is kept under it. */
export const NO_AREA = '000000'

/** The area codes of every city in the store, in order. */
export async function listCities(db: Db): Promise<string[]> {
  const heads = await db.selectFrom('city_heads').select('city').where('city', '!=', NO_AREA).orderBy('city').execute()
  return heads.map(({ city }) => city)
}
