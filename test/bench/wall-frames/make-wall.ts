import { readFileSync } from 'node:fs'
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Scene } from '../../../server/contract/wall.ts'
import { encodeHeat } from '../../../server/insight/encode-heat.ts'
import { makeTown, type Town } from '../desk-map/make-town.ts'

const CENTRE: LngLat = [93.7858, 31.8892]
const COMPLAINTS = 3_000
const DAY_S = 86_400
/** How often the camera goes from one place to the other. */
export const LOOK_S = 22

/** A town with so many lamps, vehicles, open cases and a heat map; with none of them only the ground's colour is drawn. The same every time. */
export function makeWall(counts: { assets: number; vehicles: number; cases: number }, now: number): Town {
  const town = makeTown({ cases: counts.cases, crews: counts.vehicles }, now)
  const isEmpty = counts.assets === 0
  const lamps = isEmpty ? [] : [{ ...LAMPS, version: '1', count: counts.assets, countByStatus: {}, bounds: null }]
  const index = isEmpty
    ? undefined
    : new GeoJSONVT(lampsOf(counts.assets) as never, { maxZoom: 16, indexMaxZoom: 13, buffer: 64 })
  const heat = encodeHeat(complaintsOf(isEmpty ? 0 : COMPLAINTS, now))
  return {
    ...town,
    answers: {
      ...town.answers,
      '/api/me': { ...(town.answers['/api/me'] as object), actor: SCREEN },
      '/api/layers': { layers: lamps },
      '/api/wall/scenes': { scenes: scenesOf(isEmpty), version: 0, own: false, remote: null },
    },
    bytes(path) {
      if (path === '/api/heat/complaints') return heat
      const [, z, x, y] = /^\/tiles\/streetlights\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(path) ?? []
      if (!index || z === undefined) return undefined
      const tile = index.getTile(Number(z), Number(x), Number(y)) as GeoJSONVTTile | null
      return tile ? fromGeojsonVt({ streetlights: tile }, { version: 2, extent: 4096 }) : new Uint8Array()
    },
  }
}

const LAMPS = JSON.parse(readFileSync(new URL('../../../data/catalogue/streetlights.json', import.meta.url), 'utf8'))
const SCREEN = {
  ...{ id: 'screen:bench', name: '大屏', roles: ['screen'] },
  scope: { areas: ['540626'], contractor: null, crewId: null },
}

/** Two scenes of the same things: when one gives way to the other, the camera moves. */
const scenesOf = (isEmpty: boolean): Scene[] =>
  (['west', 'east'] as const).map((id) => ({
    ...{ id, title: { zh: id, en: id }, seconds: LOOK_S, layers: isEmpty ? [] : ['streetlights'] },
    camera: { centre: [CENTRE[0] + (id === 'west' ? -0.006 : 0.006), CENTRE[1]], zoom: 14.6 },
    panels: { left: [], right: [], foot: 'none' },
    map: { night: 'night', ...(isEmpty ? {} : { heat: 'complaints' as const }) },
  }))

function lampsOf(count: number) {
  const random = randomFrom(11)
  const features = Array.from({ length: count }, (_, i) => {
    const status = random() < 0.97 ? 'on' : random() < 0.5 ? 'dimmed' : 'fault'
    const coordinates = somewhere(random)
    const properties = { id: `l${i}`, name: `路灯 ${i}`, status, state: status === 'fault' ? 'late' : 'normal' }
    return { type: 'Feature', id: i, properties, geometry: { type: 'Point', coordinates } }
  })
  return { type: 'FeatureCollection', features }
}

function complaintsOf(count: number, now: number) {
  const random = randomFrom(5)
  const places = Array.from({ length: count }, () => somewhere(random))
  const to = Math.floor(now / 1_000)
  return {
    ...{ subject: 'complaints' as const, from: new Date(0).toISOString(), to: new Date(now).toISOString(), seq: 1 },
    ...{ classes: ['matter:06010'], sources: ['hotline'] },
    ...{ lng: places.map(([lng]) => lng), lat: places.map(([, lat]) => lat) },
    at: places.map((_, i) => to - Math.round(((count - i) / count) * 20 * DAY_S)),
    ...{ classOf: places.map(() => 0), sourceOf: places.map(() => 0) },
  }
}

const somewhere = (random: () => number): LngLat => [
  CENTRE[0] + (random() - 0.5) * 0.04,
  CENTRE[1] + (random() - 0.5) * 0.02,
]

/** Park and Miller. */
const randomFrom = (begin: number) => {
  let seed = begin
  return (): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
}
