import { Hono } from 'hono'
import type { Bbox } from '../../../server/contract/geo.ts'
import { groundOf } from '../city/ground.ts'
import { listen } from '../city/listen.ts'
import { answerParent } from '../measure/answer-parent.ts'

/** The naive peer: a bare route that writes ready GeoJSON objects with JSON.stringify. Which objects lie in a box it knows beforehand, so
 *  that only the writing is measured. */
const { assets, boxes } = JSON.parse(process.argv[2] ?? '') as { assets: number; boxes: Record<number, Bbox[]> }
const ground = await groundOf(assets)
const states = new Map(ground.layer.statuses.map(({ id, state }) => [id, state]))
const pages = Object.entries(boxes).flatMap(([size, some]) =>
  some.map((bbox) => ({ bbox, size: Number(size), key: `${bbox}/${size}`, features: [] as object[] })),
)
for (const { id, name, status, code, edition, changedAt, geometry, fields } of ground.assets()) {
  if (geometry.type !== 'Point') continue
  const [lng, lat] = geometry.coordinates
  const properties = { id, name, status, state: states.get(status), ...fields, code, edition, changedAt }
  for (const { bbox, size, features } of pages)
    if (features.length < size && lng >= bbox[0] && lat >= bbox[1] && lng <= bbox[2] && lat <= bbox[3])
      features.push({ type: 'Feature', id, geometry, properties })
}
const ready = new Map(pages.map(({ key, features }) => [key, features]))

const app = new Hono().get('/features', (c) => {
  const { bbox, limit } = c.req.query()
  return c.json({ type: 'FeatureCollection', features: ready.get(`${bbox}/${limit}`) })
})
answerParent(await listen(app))
