import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'

// The type names are PostgreSQL's; SQLite reads its own affinity out of them (bigint INTEGER, double precision REAL).
export const whole = sql`bigint`
export const real = sql`double precision`

export type Columns = Record<string, RawBuilder<unknown>>

/** Makes a table; a column is optional or not null. */
export async function table(
  db: Kysely<unknown>,
  name: string,
  { required, optional = {}, key }: { required: Columns; optional?: Columns; key: string[] },
): Promise<void> {
  let made: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, type] of Object.entries(required))
    made = made.addColumn(column, sql`${type}`, (of) => of.notNull())
  for (const [column, type] of Object.entries(optional)) made = made.addColumn(column, sql`${type}`)
  await made.addPrimaryKeyConstraint(`${name}_key`, key).execute()
}

/** An index behind the city. */
export async function index(db: Kysely<unknown>, name: string, ...columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${name}_by_${columns.join('_')}`)
    .on(name)
    .columns(['city', ...columns])
    .execute()
}

/** Adds columns to a table that has rows already: a required one with what the old rows then say. */
export async function addColumns(
  db: Kysely<unknown>,
  name: string,
  {
    required = {},
    optional = {},
  }: { required?: Record<string, readonly [type: RawBuilder<unknown>, old: string | number]>; optional?: Columns },
): Promise<void> {
  for (const [column, [type, old]] of Object.entries(required))
    await db.schema
      .alterTable(name)
      .addColumn(column, sql`${type}`, (of) => of.notNull().defaultTo(old))
      .execute()
  for (const [column, type] of Object.entries(optional))
    await db.schema.alterTable(name).addColumn(column, sql`${type}`).execute()
}
