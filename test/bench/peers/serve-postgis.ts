import { Hono } from 'hono'
import pg from 'pg'
import { listen } from '../city/listen.ts'
import { answerParent } from '../measure/answer-parent.ts'

/** A tile server as it is mostly written: a bare route that asks PostGIS for the tile, statements prepared once per connection. */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 4, idleTimeoutMillis: 0 })

/** The same attributes as our tile, the thing's number as the feature's id, only what stands in the tile. */
const tileOf = (attributes: string) => `select st_asmvt(t, $4, 4096, 'place', 'number') tile from (
  select number, ${attributes}, st_asmvtgeom(geom, box, 4096, 0, true) place
  from things, st_tileenvelope($1, $2, $3) box where geom && box) t where place is not null`
const PLAIN = { name: 'plain', text: tileOf('id, status, state, "roadClass"') }
const NAMED = { name: 'named', text: tileOf('id, name, status, state, "roadClass"') }

/** PostGIS writes each feature; they are put together as text and not parsed again, as json_agg would. */
const FEATURES = `select '{"type":"FeatureCollection","features":[' || string_agg(st_asgeojson(t, 'place', 7), ',') || ']}' page from (
  select id, name, status, state, "roadClass", code, edition, "changedAt", road, circuit, "lampType", "powerW", "heightM", "installedOn", place
  from things where place && st_makeenvelope($1, $2, $3, $4, 4326) limit $5) t`

const app = new Hono()
  .get('/tiles/:layer/:z/:x/:y', async (c) => {
    const { z, x, y, layer } = c.req.param()
    const { rows } = await pool.query<{ tile: Buffer<ArrayBuffer> }>({
      ...(c.req.query('named') === undefined ? PLAIN : NAMED),
      values: [z, x, y.replace('.mvt', ''), layer],
    })
    return c.body(rows[0]?.tile ?? Buffer.alloc(0), 200, { 'Content-Type': 'application/vnd.mapbox-vector-tile' })
  })
  .get('/features', async (c) => {
    const box = (c.req.query('bbox') ?? '').split(',')
    const { rows } = await pool.query<{ page: string }>({
      name: 'features',
      text: FEATURES,
      values: [...box, c.req.query('limit')],
    })
    return c.body(rows[0]?.page ?? '', 200, { 'Content-Type': 'application/geo+json; charset=utf-8' })
  })

answerParent(await listen(app))
