import { Migrator } from 'kysely'
import type { EngineName } from './engine.ts'
import { migrationsFor } from './migrations.ts'
import type { Db } from './schema.ts'

/** Brings the schema up to what this version needs; throws what went wrong, with the step's name. */
export async function migrate(db: Db, engine: EngineName): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrationsFor(engine)) } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the list of steps'
  throw new Error(`The database cannot be brought up to date at ${failed}: ${(error as Error).message}`, {
    cause: error,
  })
}
