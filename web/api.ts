import type { Asset } from '../server/contract/asset.ts'
import type { Case } from '../server/contract/case.ts'
import { City } from '../server/contract/city.ts'
import type { CodeKind, TypeCode } from '../server/contract/code-registry.ts'
import type { Bbox, Geometry, LngLat } from '../server/contract/geo.ts'
import type { HeatSubject } from '../server/contract/heat.ts'
import { HEAT_MIME } from '../server/contract/heat.ts'
import type { Layer, Text } from '../server/contract/layer.ts'
import type { LogRow } from '../server/contract/log.ts'
import { Problem } from '../server/contract/problem.ts'
import type { FaultReport, ScreenFault } from '../server/contract/screen.ts'
import type { SearchAnswer, SearchHit } from '../server/contract/search.ts'

/** What the server refused, with its problem; `code` is `unreachable` when no server answered at all. */
export class Refusal extends Error {
  readonly problem: Problem
  /** After so many seconds it may be tried again; 0 where nothing is said. */
  readonly waitSeconds: number
  constructor(problem: Problem, waitSeconds = 0) {
    super(problem.detail)
    this.problem = problem
    this.waitSeconds = waitSeconds
  }
}

export const unreachable = (detail: string): Problem => ({
  type: 'about:blank',
  title: 'Unreachable',
  status: 0,
  detail,
  code: 'unreachable',
  id: '',
})

/** What a page does when its person turns out to be signed out; main.tsx says it once. */
let whenSignedOut = (): void => undefined
export const onSignedOut = (act: () => void): void => {
  whenSignedOut = act
}

/** What a refusal says, out of its body; something is told even where it is no problem+json. */
export function refusalOfAnswer(status: number, words: string, body: unknown, headers?: Headers): Refusal {
  const problem = Problem.safeParse(body)
  const unknown = { ...unreachable(words), status, code: 'unexpected' }
  const refusal = new Refusal(problem.success ? problem.data : unknown, Number(headers?.get('retry-after')) || 0)
  if (refusal.problem.code === 'signed-out') whenSignedOut()
  return refusal
}

/** The one place where an answer is judged: `fetch` does not reject on 409. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((fault: unknown) => {
    if (init.signal?.aborted) throw fault
    throw new Refusal(unreachable(String(fault)))
  })
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => undefined)
  throw refusalOfAnswer(response.status, response.statusText, body, response.headers)
}

function ask(
  path: string,
  accept: string,
  signal?: AbortSignal,
  seq?: number,
  cache?: RequestCache,
): Promise<Response> {
  const headers = { accept, ...(seq === undefined ? {} : { 'wait-for-seq': String(seq) }) }
  return request(path, { headers, signal, cache })
}

/** `seq`: the answer is of a picture that has this row of the log, whichever node gives it. */
export async function json<Answer>(path: string, signal?: AbortSignal, seq?: number): Promise<Answer> {
  const response = await ask(path, 'application/json', signal, seq)
  return (await response.json()) as Answer
}

/** As `json`, but never what the browser kept of an earlier answer: for one whose ETag is of all but its instant. */
export async function freshJson<Answer>(path: string, signal?: AbortSignal, seq?: number): Promise<Answer> {
  const response = await ask(path, 'application/json', signal, seq, 'no-store')
  return (await response.json()) as Answer
}

export type Query = Record<string, string | number | undefined>

export function address(path: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`],
  )
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path
}

export type LayerPicture = Layer & {
  version: string
  count: number
  countByStatus: Record<string, number>
  /** Of all its things; null while there are none. */
  bounds: Bbox | null
  /** The instant that all this is of, ISO in UTC; absent: now. */
  at?: string
}

export interface Feature {
  type: 'Feature'
  id: string
  geometry: Geometry
  properties: Record<string, unknown> & { name: string; status: string }
}

export interface FeaturePage {
  features: Feature[]
  /** How many there are in all, over every page. */
  numberMatched: number
  next: string | null
}

export type { SearchHit }

export const getCity = async (signal?: AbortSignal, seq?: number): Promise<City> =>
  City.parse(await json('/api/city', signal, seq))

/** The layers as they are, or as they stood at an instant. */
export const getLayers = async (signal?: AbortSignal, at?: string, seq?: number): Promise<LayerPicture[]> =>
  (await json<{ layers: LayerPicture[] }>(timed('/api/layers', at), signal, seq)).layers.map((layer) => ({
    ...layer,
    at,
  }))

/** An instant keeps its colons: they stand in an address as they are. */
const timed = (path: string, at: string | undefined): string => (at ? `${path}?at=${at}` : path)

export interface FeatureQuery {
  bbox: Bbox
  status?: string[]
  limit: number
  cursor?: string
  at?: string
}

export const featuresAddress = (layer: string, query: Partial<FeatureQuery>, format?: 'csv' | 'geojson'): string =>
  withinAddress(layer, 'features', query, { limit: query.limit, cursor: query.cursor, format })

const withinAddress = (
  layer: string,
  what: 'features' | 'counts',
  { bbox, status, at }: Partial<Pick<FeatureQuery, 'bbox' | 'status' | 'at'>>,
  more: Query = {},
): string =>
  address(`/api/layers/${layer}/${what}`, {
    bbox: bbox?.map((degrees) => Number(degrees.toFixed(6))).join(','),
    status: status?.join(','),
    at,
    ...more,
  })

export const getFeatures = (layer: string, query: FeatureQuery, signal?: AbortSignal): Promise<FeaturePage> =>
  json(featuresAddress(layer, query), signal)

/** How many things of a layer lie within a box. */
export const getCounts = async (
  layer: string,
  query: Partial<Pick<FeatureQuery, 'bbox' | 'status' | 'at'>>,
  signal?: AbortSignal,
): Promise<number> => (await json<{ count: number }>(withinAddress(layer, 'counts', query), signal)).count

/** The things of a layer nearest to a place, the nearest first. */
export const getNearest = async (layer: string, at: LngLat, k: number, signal?: AbortSignal): Promise<Feature[]> =>
  (await json<FeaturePage>(address(`/api/layers/${layer}/nearest`, { at: at.join(','), k }), signal)).features

/** A thing with the name of its type code, where a table knows it. */
export type AssetCard = Asset & { codeName: Text | null }

export const getAsset = (id: string, signal?: AbortSignal, at?: string): Promise<AssetCard> =>
  json(timed(`/api/assets/${encodeURIComponent(id)}`, at), signal)

export const getHistory = async (id: string, signal?: AbortSignal, at?: string): Promise<LogRow[]> =>
  (await json<{ rows: LogRow[] }>(timed(`/api/assets/${encodeURIComponent(id)}/history`, at), signal)).rows

export const search = async (text: string, signal?: AbortSignal): Promise<SearchHit[]> =>
  (await json<SearchAnswer>(address('/api/search', { q: text, limit: 12 }), signal)).results

export interface CasePage {
  cases: Case[]
  next?: string | null
}

export const getCases = (query: Query, signal?: AbortSignal, seq?: number): Promise<CasePage> =>
  json(address('/api/cases', query), signal, seq)

/** The points of a heat map in the binary of the contract. */
export const getHeat = async (subject: HeatSubject, signal?: AbortSignal): Promise<ArrayBuffer> =>
  (await ask(`/api/heat/${subject}`, HEAT_MIME, signal)).arrayBuffer()

export const getCode = (kind: CodeKind, code: string, signal?: AbortSignal): Promise<TypeCode> =>
  json(`/api/codes/${kind}/${code}`, signal)

/** Tells the server what went wrong on this screen, once: nobody waits for it, and a screen in trouble is not told of another. */
export async function reportFault(fault: ScreenFault): Promise<void> {
  const report: FaultReport = { fault }
  const headers = { 'content-type': 'application/json' }
  const asked = fetch('/api/screens/faults', { method: 'POST', keepalive: true, headers, body: JSON.stringify(report) })
  await asked.catch(() => undefined)
}
