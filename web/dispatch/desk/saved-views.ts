import { z } from 'zod'
import { type DispatchSearch, readDispatchSearch } from '../dispatch-search.ts'

/** A filter and an order under a name. */
export interface SavedView {
  id: string
  name: string
  search: DispatchSearch
}

/** Those that every desk has; their names are words of the page. */
export const FIRST_VIEWS = [
  { id: 'all', search: {} },
  { id: 'late', search: { light: 'late' } },
  { id: 'due', search: { light: 'due' } },
  { id: 'filed', search: { status: 'filed' } },
] as const satisfies { id: string; search: DispatchSearch }[]

const MOST = 30
export const LONGEST_NAME = 20

/** What of the address a view keeps. */
const KEPT = ['status', 'light', 'source', 'class', 'area', 'crew', 'mine', 'red', 'q', 'sort'] as const
export const keptOf = (search: DispatchSearch): DispatchSearch =>
  Object.fromEntries(KEPT.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]]))) as DispatchSearch

/** Whether the address shows just this view. */
export const isView = (search: DispatchSearch, view: DispatchSearch): boolean =>
  KEPT.every((key) => search[key] === view[key])

/** An address that shows a view: the open case and the map stay. */
export const withView = (search: DispatchSearch, view: DispatchSearch): DispatchSearch => ({
  ...Object.fromEntries(Object.entries(search).filter(([key]) => !KEPT.some((kept) => kept === key))),
  ...view,
})

const Stored = z.array(z.object({ id: z.string(), name: z.string(), search: z.record(z.string(), z.unknown()) }))

/** Views as this browser kept them; none where that cannot be read. */
export function readViews(text: string | null): SavedView[] {
  try {
    return Stored.parse(JSON.parse(text ?? '[]')).map((view) => ({ ...view, search: readDispatchSearch(view.search) }))
  } catch {
    return []
  }
}

/** A view of the same name is replaced; the oldest goes when there are too many. */
export const addView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-MOST)

export const renameView = (views: readonly SavedView[], id: string, name: string): SavedView[] =>
  views.map((view) => (view.id === id ? { ...view, name } : view))

export const removeView = (views: readonly SavedView[], id: string): SavedView[] =>
  views.filter((view) => view.id !== id)
