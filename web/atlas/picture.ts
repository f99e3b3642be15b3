import type { LngLat } from '../../server/contract/geo.ts'
import type { View } from '../map/city-map.ts'
import { degreesPerPixel } from './place-view.ts'
import type { AtlasSearch } from './search-params.ts'
import { type Moment, readMoment } from './time/city-moment.ts'

export type HeatMode = 'complaints' | 'inspections' | 'difference'
export const HEAT_MODES: readonly HeatMode[] = ['complaints', 'inspections', 'difference']
export type Theme = 'light' | 'dark'

/** Days of Asia/Shanghai, YYYY-MM-DD, both included. */
export interface DayRange {
  from: string
  to: string
}

/** Everything that a copied link restores. */
export interface Picture {
  view?: View
  /** Undefined: the layers that the catalogue shows at first. */
  layers?: string[]
  /** Statuses shown, by layer; a layer that is absent shows all of them. */
  statuses: Record<string, string[]>
  problemsOnly: boolean
  heat?: HeatMode
  /** Empty: all. */
  classes: string[]
  sources: string[]
  time?: DayRange
  /** The moment that the things are of; undefined is now. */
  at?: Moment
  thing?: string
  cell?: LngLat
  /** The layer whose list is open. */
  list?: string
  sort?: { key: string; descending: boolean }
  theme?: Theme
  language?: 'zh' | 'en'
}

/** Whether a card lies over the map. A cell is one of the heat map. */
export const hasCard = ({ thing, cell, heat }: Picture): boolean =>
  thing !== undefined || (cell !== undefined && heat !== undefined)

const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []
const numbersOf = (text: string): number[] => text.split(',').map(Number)

function viewOf(text: string | undefined): View | undefined {
  if (!text) return undefined
  const [lng = 0, lat = 0, zoom = 0, bearing = 0, pitch = 0] = numbersOf(text)
  const sane = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24 && Math.abs(bearing) <= 360
  return sane ? { lng, lat, zoom, bearing, pitch: Math.min(Math.max(pitch, 0), 85) } : undefined
}

function cellOf(text: string | undefined): LngLat | undefined {
  if (!text) return undefined
  const [lng = 999, lat = 999] = numbersOf(text)
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : undefined
}

const realDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function rangeOf(text: string | undefined): DayRange | undefined {
  const [from = '', to = ''] = text?.split('..') ?? []
  return realDay(from) && realDay(to) && from <= to ? { from, to } : undefined
}

const statusesOf = (text: string | undefined): Record<string, string[]> =>
  Object.fromEntries(
    (text?.split(';') ?? []).map((part) => {
      const [layer = '', ids] = part.split(':')
      return [layer, listOf(ids)]
    }),
  )

export function pictureOf(search: AtlasSearch): Picture {
  return {
    view: viewOf(search.v),
    layers: search.layers === undefined ? undefined : search.layers === 'none' ? [] : listOf(search.layers),
    statuses: statusesOf(search.status),
    problemsOnly: search.only === 'problems',
    heat: search.heat as HeatMode | undefined,
    classes: listOf(search.class),
    sources: listOf(search.source),
    time: rangeOf(search.time),
    at: readMoment(search.at, Date.now()),
    thing: search.thing,
    cell: cellOf(search.cell),
    list: search.list,
    sort: search.sort ? { key: search.sort.replace(/^-/, ''), descending: search.sort.startsWith('-') } : undefined,
    theme: search.theme as Theme | undefined,
    language: search.lang as 'zh' | 'en' | undefined,
  }
}

/** Without an exponent, which the address does not read, and without noughts at the end. */
const short = (value: number, digits: number): string => {
  const text = value.toFixed(digits)
  return digits === 0 ? text : text.replace(/\.?0+$/, '').replace(/^-0$/, '0')
}

/** As many decimals of a degree as leave a place within an eighth of a pixel at this zoom: 6 from zoom 15, 7 from 18; never fewer than 5,
 *  about a metre. */
const decimalsAt = (zoom: number): number => Math.max(5, Math.ceil(-Math.log10(degreesPerPixel(zoom) / 4)))

/** As short as it can be without moving the picture by a pixel anywhere on a screen. */
export function viewText({ lng, lat, zoom, bearing, pitch }: View): string {
  const turn = [short(bearing, 2), short(pitch, 2)]
  const zoomed = short(zoom, 4)
  const decimals = decimalsAt(Number(zoomed))
  const parts = [short(lng, decimals), short(lat, decimals), zoomed]
  return (turn.every((part) => part === '0') ? parts : [...parts, ...turn]).join(',')
}

export function searchOf(picture: Picture): AtlasSearch {
  const statuses = Object.entries(picture.statuses).map(([layer, ids]) => `${layer}:${ids.join(',')}`)
  return {
    v: picture.view && viewText(picture.view),
    layers: picture.layers && (picture.layers.length > 0 ? picture.layers.join(',') : 'none'),
    status: statuses.length > 0 ? statuses.join(';') : undefined,
    only: picture.problemsOnly ? 'problems' : undefined,
    heat: picture.heat,
    class: picture.classes.join(',') || undefined,
    source: picture.sources.join(',') || undefined,
    time: picture.time && `${picture.time.from}..${picture.time.to}`,
    at: picture.at,
    thing: picture.thing,
    cell: picture.cell && `${short(picture.cell[0], 6)},${short(picture.cell[1], 6)}`,
    list: picture.list,
    sort: picture.sort && `${picture.sort.descending ? '-' : ''}${picture.sort.key}`,
    theme: picture.theme,
    lang: picture.language,
  }
}
