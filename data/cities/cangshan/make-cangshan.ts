import type { MadeCity, Position } from '../city.ts'
import { Projection } from '../town/projection.ts'
import { makeAssets } from './assets/make-assets.ts'
import { drawBasemap } from './basemap/draw-basemap.ts'
import { buildDistrict } from './district.ts'
import { GROUND_BOX } from './outline.ts'

export const CANGSHAN_AREA = '350104'
const ORIGIN: Position = [119.335, 26.03]
const DEFAULT_SEED = 20317
const DEFAULT_TODAY = '2026-11-01'

/** As many things as stand in such a district, with lamps about 30 m apart. */
export const CANGSHAN_ASSETS = 320_000

export interface CangshanPlan {
  seed?: number
  /** How many things; more than a district has is for measurement: the same kinds, closer together. Throws RangeError when too few. */
  assets?: number
  /** YYYY-MM-DD until which drains were dredged; of one day for whoever does not care. */
  today?: string
}

/** 仓山区 as a large demo: an island of 98 km² between two arms of a river, at its real coordinates and with the figures of
 *  its yearly report. Everything on it is made up, and the same plan makes the same bytes. */
export function makeCangshan({
  seed = DEFAULT_SEED,
  assets = CANGSHAN_ASSETS,
  today = DEFAULT_TODAY,
}: CangshanPlan = {}): MadeCity {
  const projection = new Projection(ORIGIN)
  const district = buildDistrict(seed)
  const made = makeAssets(district, projection, { area: CANGSHAN_AREA, count: assets, today })
  const roadIds = new Map(made.filter(({ layer }) => layer === 'roads').map(({ name, id }) => [name, id]))
  const [west, south, east, north] = GROUND_BOX
  return {
    area: CANGSHAN_AREA,
    source: 'made:cangshan',
    name: { zh: '仓山区', en: 'Cangshan District' },
    centre: [119.331, 26.02],
    zoom: 12.2,
    bounds: [...projection.position([west, south]), ...projection.position([east, north])],
    basemap: drawBasemap(district, projection, (name) => roadIds.get(name) ?? ''),
    elevation: (lng, lat) => district.heightAt(projection.plane([lng, lat])),
    assets: made,
  }
}
