import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** `assets_geo`, for QGIS, where the database has the PostGIS extension (`create extension postgis` is the administrator's act, since it needs
 *  rights that a server should not have). Looked at on every start, so that it appears once the extension does. */
export async function offerGeoView(db: Db): Promise<void> {
  const { rows } = await sql<{ postgis: boolean; view: boolean }>`
    select exists (select 1 from pg_extension where extname = 'postgis') as postgis,
           to_regclass('assets_geo') is not null as view`.execute(db)
  if (!rows[0]?.postgis || rows[0].view) return
  await sql`
    create view assets_geo as
    select city || '/' || id as key, city, id, layer, name, status, code, edition, fields::jsonb as fields, source_crs, source,
           changed_at::timestamptz as changed_at, st_setsrid(st_geomfromgeojson(geometry), 4326) as geom
    from assets`.execute(db)
}
