import { z } from 'zod'
import { CaseSource, CaseStatus } from '../../server/contract/case.ts'
import { State } from '../../server/contract/state.ts'
import type { View } from '../map/city-map.ts'
import { type CaseFilter, NO_FILTER } from './desk/case-filter.ts'
import { type QueueSort, SORTS } from './desk/queue-order.ts'

const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,9})?'
const words = (word: string) =>
  z
    .string()
    .max(2_000)
    .regex(new RegExp(`^${word}(,${word}){0,60}$`))
const ids = words('[A-Za-z0-9][A-Za-z0-9:._-]{0,79}')

/** The address of the desk: every word of it is text. */
const Search = z.object({
  /** The number of the case that is open. */
  case: z.string().regex(/^\d{8}-\d{4}$/),
  /** lng,lat,zoom[,bearing,pitch] */
  v: z.string().regex(new RegExp(`^${NUMBER},${NUMBER},${NUMBER}(,${NUMBER},${NUMBER})?$`)),
  layers: z.union([z.literal('none'), words('[a-z][a-z0-9-]{1,40}')]),
  ...{ status: ids, light: ids, source: ids, class: ids, area: ids, crew: ids },
  mine: z.literal('yes'),
  /** Foreseen to be late. */
  red: z.literal('yes'),
  /** The day panel: open, or with the plan of this id. */
  day: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  q: z.string().min(1).max(60),
  sort: z.enum(SORTS),
})
export type DispatchSearch = Partial<z.infer<typeof Search>>

/** A bad part is dropped and the rest stands, so that a link damaged on its way still opens something. */
export const readDispatchSearch = (raw: Record<string, unknown>): DispatchSearch =>
  Object.fromEntries(
    Object.entries(Search.shape).flatMap(([key, schema]) => {
      const read = schema.safeParse(raw[key])
      return read.success ? [[key, read.data]] : []
    }),
  ) as DispatchSearch

const listOf = (text: string | undefined): string[] => text?.split(',') ?? []
const known = <Word extends string>(text: string | undefined, options: readonly Word[]): Word[] =>
  options.filter((one) => listOf(text).includes(one))

export const filterOf = (search: DispatchSearch): CaseFilter => ({
  status: known(search.status, CaseStatus.options),
  light: known(search.light, State.options),
  source: known(search.source, CaseSource.options),
  ...{ class: listOf(search.class), area: listOf(search.area), crew: listOf(search.crew) },
  mine: search.mine === 'yes',
  red: search.red === 'yes',
  q: search.q ?? '',
})

/** The filter's part of the address; absent where it takes all. */
export const searchOfFilter = ({ mine, red, q, ...lists }: CaseFilter): DispatchSearch =>
  Object.fromEntries([
    ...Object.entries(lists).flatMap(([key, list]) => (list.length > 0 ? [[key, list.join(',')]] : [])),
    ...(mine ? [['mine', 'yes']] : []),
    ...(red ? [['red', 'yes']] : []),
    ...(q ? [['q', q]] : []),
  ]) as DispatchSearch

/** An address whose filter is another: what else it says stays. */
export const withFilter = (search: DispatchSearch, filter: CaseFilter): DispatchSearch => {
  const rest = Object.entries(search).filter(([key]) => !(key in NO_FILTER))
  return { ...Object.fromEntries(rest), ...searchOfFilter(filter) }
}

export const sortOf = ({ sort }: DispatchSearch): QueueSort => sort ?? 'left'

/** Undefined: what the desk shows at first. */
export const layersOf = ({ layers }: DispatchSearch): string[] | undefined =>
  layers === undefined ? undefined : layers === 'none' ? [] : listOf(layers)

export function viewOf({ v }: DispatchSearch): View | undefined {
  if (v === undefined) return undefined
  const [lng = 999, lat = 99, zoom = 0, bearing = 0, pitch = 0] = v.split(',').map(Number)
  const sane = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24 && Math.abs(bearing) <= 360
  return sane ? { lng, lat, zoom, bearing, pitch: Math.min(Math.max(pitch, 0), 85) } : undefined
}

/** Six decimals are a tenth of a metre. */
export const viewText = ({ lng, lat, zoom, bearing, pitch }: View): string => {
  const place = [lng.toFixed(6), lat.toFixed(6), zoom.toFixed(2)]
  return (bearing || pitch ? [...place, bearing.toFixed(1), pitch.toFixed(1)] : place).join(',')
}
