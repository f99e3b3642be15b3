import type { Asset } from '../../../server/contract/asset.ts'
import type { Geometry, LngLat } from '../../../server/contract/geo.ts'
import { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'

const text = (en: string) => ({ zh: en, en })

/** A layer with a choice in tiles, a text and a number beside it, and five statuses of five states. */
export const layerOf = (
  geometry: Layer['geometry'],
  { id = `${geometry}s`, detailZoom = 13, mark = true } = {},
): Layer =>
  Layer.parse({
    id,
    name: text(id),
    group: 'roads',
    geometry,
    edition: 'local',
    codes: [{ code: 'L0101' }],
    measure: text('piece'),
    symbol: { icon: 'temaki:street_lamp_arm', mark },
    detailZoom,
    statuses: [
      { id: 'on', name: text('on'), state: 'normal' },
      { id: 'reported', name: text('reported'), state: 'working' },
      { id: 'full', name: text('full'), state: 'due' },
      { id: 'fault', name: text('fault'), state: 'late' },
      { id: 'fire', name: text('fire'), state: 'emergency' },
    ],
    fields: [
      {
        key: 'kind',
        name: text('kind'),
        type: 'choice',
        inTile: true,
        choices: ['a', 'b', 'c'].map((one) => ({ id: one, name: text(one) })),
      },
      { key: 'road', name: text('road'), type: 'text' },
      { key: 'powerW', name: text('power'), type: 'integer', unit: 'W' },
    ],
    rules: {},
  })

export const STATE_OF: Record<string, string> = {
  on: 'normal',
  reported: 'working',
  full: 'due',
  fault: 'late',
  fire: 'emergency',
}

/** Numbers 0 … 1 that are the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const CENTRE: LngLat = [93.785, 31.886]

/** A place within some 5 km of the town's centre, denser towards it, to 1e-7 degrees. */
export const placeNear = (random: () => number): LngLat => {
  const [far, turn] = [0.05 * random() ** 2, random() * 2 * Math.PI]
  return [CENTRE[0] + far * Math.cos(turn), CENTRE[1] + far * Math.sin(turn)].map(
    (one) => Math.round(one * 1e7) / 1e7,
  ) as LngLat
}

const shaped = (geometry: Layer['geometry'], random: () => number): Geometry => {
  if (geometry === 'point') return { type: 'Point', coordinates: placeNear(random) }
  const [lng, lat] = placeNear(random)
  const size = 0.0004 + 0.004 * random() ** 4
  const corner = (turn: number, far: number): LngLat =>
    [lng + size * far * Math.cos(turn), lat + size * far * Math.sin(turn)].map(
      (one) => Math.round(one * 1e7) / 1e7,
    ) as LngLat
  const corners = 3 + Math.floor(random() * 8)
  if (geometry === 'line')
    return {
      type: 'LineString',
      coordinates: Array.from({ length: corners }, (_, at) => corner(at * 0.7, 0.3 + random())),
    }
  const ring = Array.from({ length: corners }, (_, at) => corner((at / corners) * 2 * Math.PI, 0.4 + random()))
  const rings = [[...ring, ring[0] as LngLat]]
  if (random() < 0.3) rings.push([corner(0, 0.1), corner(2, 0.1), corner(4, 0.1), corner(0, 0.1)])
  if (random() < 0.5) for (const one of rings) one.reverse()
  return { type: 'Polygon', coordinates: rings }
}

const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T

export function assetOf(layer: Layer, number: number, random: () => number): Asset {
  return {
    id: `540626L0101${String(number).padStart(6, '0')}`,
    layer: layer.id,
    name: random() < 0.2 ? '路灯' : `索曲路 ${number} 号`,
    status: oneOf(['on', 'on', 'on', 'on', 'reported', 'full', 'fault', 'fire'], random),
    geometry: shaped(layer.geometry, random),
    fields: {
      kind: oneOf(['a', 'b', 'c'], random),
      road: oneOf(['索曲路', '文化路', '迎宾路'], random),
      powerW: number % 400,
    },
    code: 'L0101',
    edition: 'local',
    sourceCrs: 'WGS84',
    source: 'made:test',
    changedAt: '2026-11-01T08:00:00+08:00',
  }
}

export const assetsOf = (layer: Layer, count: number, random: () => number): Asset[] =>
  Array.from({ length: count }, (_, at) => assetOf(layer, at + 1, random))

/** A log row that says the thing is now so; `undefined` that it is gone. */
export const rowOf = (seq: number, entityId: string, after: Asset | undefined): LogRow => ({
  city: '540626',
  seq,
  hash: '',
  at: '2026-11-01T08:00:00+08:00',
  actor: 'person:test',
  kind: after ? 'asset-changed' : 'asset-removed',
  entity: 'asset',
  entityId,
  after: after ?? null,
  reason: null,
})

/** What a plain list of things makes of random edits, and the log rows of them. */
export function editAtRandom(
  things: Map<string, Asset>,
  layer: Layer,
  edits: number,
  seq: number,
  random: () => number,
): LogRow[] {
  const ids = [...things.keys()]
  return Array.from({ length: edits }, (_, at) => {
    const dies = random() < 0.25
    const isNew = random() < 0.3
    const id = isNew ? assetOf(layer, 500_000 + seq + at, random).id : oneOf(ids, random)
    const fresh = { ...assetOf(layer, 1, random), id }
    const old = things.get(id)
    const after = dies ? undefined : random() < 0.5 && old ? { ...old, status: fresh.status } : fresh
    if (after) things.set(id, after)
    else things.delete(id)
    return rowOf(seq + at, id, after)
  })
}
