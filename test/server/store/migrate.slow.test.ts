import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { onEachEngine, onPostgres } from '../../support/engines.ts'
import { by, lamp, SUO } from '../../support/entries.ts'

onEachEngine((newPlace) => {
  test('a schema of a newer version is refused and left alone', async () => {
    const place = await newPlace()
    await (await place.open()).close()
    await place.tamper("insert into kysely_migration (name, timestamp) values ('999-of-the-future', '2030-01-01')")
    await expect(place.open()).rejects.toThrow('The database cannot be brought up to date')
  })

  test('a step that ends half way leaves nothing behind, so that the next start can take it', async () => {
    const place = await newPlace()
    await place.tamper('create table inspections (in_the_way int)')
    await expect(place.open()).rejects.toThrow('The database cannot be brought up to date at 001-log-and-state')
    await place.tamper('drop table inspections')
    expect((await (await place.open()).head(SUO)).seq).toBe(0)
  })
})

onPostgres((newPlace) => {
  test('nodes that start at once on an empty database all succeed', async () => {
    const place = await newPlace()
    const stores = await Promise.all(Array.from({ length: 4 }, () => place.open()))
    for (const store of stores) expect((await store.head(SUO)).seq).toBe(0)
  })

  test('where PostGIS is there, QGIS finds the things as a view with geometry', async (context) => {
    const place = await newPlace()
    await place.tamper('create extension postgis').catch(() => context.skip('PostGIS is not installed here'))
    const store = await place.open()
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [93, 31],
          [94, 31],
          [94, 32],
          [93, 31],
        ] as [number, number][],
      ],
    }
    await store.transaction(SUO, (tx) =>
      writeAssets(tx, { added: [lamp(1), lamp(2, { layer: 'landfills', geometry: square })] }, by()),
    )
    const { rows } = await sql`
      select layer, fields->>'road' as road, st_astext(geom) as place, st_srid(geom) as srid
      from assets_geo order by id`.execute(store.db)
    expect(rows).toEqual([
      { layer: 'streetlights', road: '藏北路', place: 'POINT(93.7851 31.886)', srid: 4326 },
      { layer: 'landfills', road: '藏北路', place: 'POLYGON((93 31,94 31,94 32,93 31))', srid: 4326 },
    ])
    await store.close()
    await place.open()
  })
})
