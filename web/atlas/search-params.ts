/** The address of the map page: every word of it is text, kept only when it reads as it should. A bad part is dropped and the rest
 *  stands, so that a link damaged on its way still opens something. */
export interface AtlasSearch {
  /** lng,lat,zoom[,bearing,pitch] */
  v?: string
  layers?: string
  status?: string
  only?: 'problems'
  heat?: string
  class?: string
  source?: string
  time?: string
  /** The moment that the things are of, in Shanghai; absent: now. */
  at?: string
  thing?: string
  cell?: string
  list?: string
  sort?: string
  theme?: string
  lang?: string
}

const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,9})?'
const IDS = '[\\w.:\\u4e00-\\u9fff-]+'
const DAY = '\\d{4}-\\d{2}-\\d{2}'

/** Whole values only; lengths are bounded because a link is foreign input. */
const PATTERNS: Record<keyof AtlasSearch, RegExp> = {
  v: new RegExp(`^${NUMBER},${NUMBER},${NUMBER}(,${NUMBER},${NUMBER})?$`),
  layers: /^(none|[a-z][a-z0-9-]{1,40}(,[a-z][a-z0-9-]{1,40}){0,60})$/,
  status: /^[a-z][a-z0-9-]{1,40}:[a-z0-9,-]*(;[a-z][a-z0-9-]{1,40}:[a-z0-9,-]*){0,60}$/,
  only: /^problems$/,
  heat: /^(complaints|inspections|difference)$/,
  class: new RegExp(`^${IDS}(,${IDS}){0,200}$`),
  source: new RegExp(`^${IDS}(,${IDS}){0,60}$`),
  time: new RegExp(`^${DAY}\\.\\.${DAY}$`),
  at: new RegExp(`^${DAY}T\\d{2}:\\d{2}$`),
  thing: /^[A-Za-z0-9-]{1,40}$/,
  cell: new RegExp(`^${NUMBER},${NUMBER}$`),
  list: /^[a-z][a-z0-9-]{1,40}$/,
  sort: /^-?[A-Za-z][A-Za-z0-9]{0,40}$/,
  theme: /^(light|dark)$/,
  lang: /^(zh|en)$/,
}

const KEYS = Object.keys(PATTERNS) as (keyof AtlasSearch)[]

export function readSearch(raw: Record<string, unknown>): AtlasSearch {
  const kept = KEYS.flatMap((key) => {
    const value = raw[key]
    return typeof value === 'string' && value.length <= 4000 && PATTERNS[key].test(value) ? [[key, value]] : []
  })
  return Object.fromEntries(kept) as AtlasSearch
}

/** `?a=b` to texts: unlike the router's own reading, `1` stays the text it is. */
export const parseSearch = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query))

/** Texts to `?a=b`, with the marks that lists are made of left readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [`${key}=${readable(encodeURIComponent(value))}`] : [],
  )
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

const readable = (text: string): string =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';').replaceAll('%2F', '/')
