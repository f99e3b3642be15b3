import pg from 'pg'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Ground } from '../city/ground.ts'

const BATCH = 20_000

const COLUMNS = `number int primary key, id text not null, name text not null, status text not null, state text not null,
  "roadClass" text, code text, edition text, "changedAt" text, road text, circuit text, "lampType" text, "powerW" int, "heightM" float8,
  "installedOn" text, geom geometry(Point, 3857) not null, place geometry(Point, 4326) not null`

/** The ground's things in a table `things`: in the projection of the tiles, in the order of the Hilbert curve, with an index on the place, and
 *  every attribute in a column of its own. */
export async function loadTable(url: string, { layer, assets }: Ground): Promise<void> {
  const states = new Map<string, string>(layer.statuses.map(({ id, state }) => [id, state]))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create unlogged table loaded (${COLUMNS})`)
    let batch: Asset[] = []
    let first = 1
    const flush = async () => {
      await insert(client, batch, first, states)
      first += batch.length
      batch = []
    }
    for (const asset of assets()) {
      batch.push(asset)
      if (batch.length === BATCH) await flush()
    }
    await flush()
    await client.query(`create table things (${COLUMNS})`)
    await client.query('insert into things select * from loaded order by geom')
    await client.query('drop table loaded')
    await client.query('create index things_geom on things using gist (geom)')
    await client.query('create index things_place on things using gist (place)')
    await client.query('vacuum (analyze, freeze) things')
  } finally {
    await client.end()
  }
}

async function insert(client: pg.Client, batch: Asset[], first: number, states: Map<string, string>): Promise<void> {
  const field = (key: string) => batch.map(({ fields }) => fields[key] ?? null)
  const at = (axis: 0 | 1) =>
    batch.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates[axis] : null))
  await client.query(
    `insert into loaded select n, id, name, status, state, c1, code, edition, changed, c2, c3, c4, c5, c6, c7,
       st_transform(st_setsrid(st_makepoint(lng, lat), 4326), 3857), st_setsrid(st_makepoint(lng, lat), 4326)
     from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::int[], $14::float8[], $15::text[], $16::float8[], $17::float8[])
       as t(n, id, name, status, state, c1, code, edition, changed, c2, c3, c4, c5, c6, c7, lng, lat)`,
    [
      batch.map((_, at) => first + at),
      ...(['id', 'name', 'status'] as const).map((key) => batch.map((asset) => asset[key])),
      batch.map(({ status }) => states.get(status) ?? 'unknown'),
      field('roadClass'),
      ...(['code', 'edition', 'changedAt'] as const).map((key) => batch.map((asset) => asset[key])),
      ...['road', 'circuit', 'lampType', 'powerW', 'heightM', 'installedOn'].map(field),
      at(0),
      at(1),
    ],
  )
}
