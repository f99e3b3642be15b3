import { inTile, type ReadFeature, readTile, tileOf } from '../city/read-tile.ts'
import type { Sender } from './write-desk.ts'

type Place = [lng: number, lat: number]

/** A lamp as the last answer left it; undefined when it is not there. */
interface Known {
  id: string
  state: { place: Place; status: string; etag: string } | undefined
}

const ZOOM = 16
const STATUSES = ['on', 'dimmed', 'off', 'reported', 'fault']

/** Repeatable random numbers from 0 up to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Makes `pairs` random edits of lamps (new, moved, another status, removed), each followed by the tiles of where it was and is, fetched
 *  when the edit is answered; `atOnce` of them go on side by side, each with its own lamps. Answers what was stale, in words.
 *  `fetch` is given the row that the edit was. */
export async function editAndFetch(
  desk: Sender,
  {
    pairs,
    atOnce,
    seed,
    fetch,
  }: { pairs: number; atOnce: number; seed: number; fetch: (path: string, seq: string) => Promise<Response> },
): Promise<string[]> {
  const stale: string[] = []
  let left = pairs
  const work = async (worker: number): Promise<void> => {
    const random = randomOf(seed + worker)
    const lamps: Known[] = Array.from({ length: 5 }, () => ({ id: '', state: undefined }))
    while (left-- > 0) {
      const lamp = lamps[Math.floor(random() * lamps.length)] as Known
      const before = lamp.state?.place
      const seq = await editOne(desk, lamp, random)
      const places = [lamp.state?.place, before].filter((place) => place !== undefined)
      for (const key of new Set(places.map((place) => tileOf(place, ZOOM).join('/')))) {
        const path = `/tiles/streetlights/${ZOOM}/${key}.mvt`
        const answer = await fetch(path, seq)
        if (answer.status !== 200 && answer.status !== 204) throw new Error(`${path} answers ${answer.status}`)
        const fault = faultOf(lamp, key, readTile(new Uint8Array(await answer.arrayBuffer())).streetlights ?? [])
        if (fault) stale.push(`row ${seq}, ${path}: ${fault}`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => work(worker)))
  return stale
}

/** One random edit; answers the log row of it. */
async function editOne(desk: Sender, lamp: Known, random: () => number): Promise<string> {
  const place: Place = [93.77 + random() * 0.03, 31.88 + random() * 0.012]
  const status = STATUSES[Math.floor(random() * STATUSES.length)] ?? 'on'
  const geometry = { type: 'Point', coordinates: place }
  const { state } = lamp
  if (!state) {
    const answer = await desk.add({ layer: 'streetlights', name: '路灯', status, geometry })
    const { id } = (await expectStatus(answer, 201).json()) as { id: string }
    Object.assign(lamp, { id, state: { place, status, etag: answer.headers.get('ETag') ?? '' } })
    return seqOf(answer)
  }
  const seen = { 'If-Match': state.etag }
  const dice = random()
  if (dice < 0.15) {
    const answer = expectStatus(await desk.remove(lamp.id, seen), 204)
    lamp.state = undefined
    return seqOf(answer)
  }
  const patch = dice < 0.6 ? { geometry } : dice < 0.9 ? { status } : { geometry, status }
  const answer = expectStatus(await desk.patch(lamp.id, patch, seen), 200)
  const after = { place: 'geometry' in patch ? place : state.place, status: 'status' in patch ? status : state.status }
  lamp.state = { ...after, etag: answer.headers.get('ETag') ?? '' }
  return seqOf(answer)
}

const seqOf = (answer: Response): string => answer.headers.get('Log-Seq') ?? ''

function expectStatus(answer: Response, status: number): Response {
  if (answer.status !== status) throw new Error(`answers ${answer.status}, not ${status}`)
  return answer
}

/** Why a tile is not of what stands; `key` is its x/y. */
function faultOf({ id, state }: Known, key: string, features: ReadFeature[]): string | undefined {
  const found = features.filter(({ properties }) => properties.id === id)
  const here = state !== undefined && tileOf(state.place, ZOOM).join('/') === key
  if (!here) {
    // A tile also has what stands in the margin around it.
    return found.some(({ parts }) => isInside(parts[0]?.[0])) ? `${id} is still there` : undefined
  }
  const [feature, twice] = found
  if (!feature || twice) return `${id} is there ${found.length} times`
  if (feature.properties.status !== state.status) return `${id} is ${feature.properties.status}, not ${state.status}`
  const [px, py] = feature.parts[0]?.[0] ?? [Number.NaN, Number.NaN]
  const [x, y] = pixelOf(state.place)
  return Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1 ? undefined : `${id} is at ${px}, ${py}, not ${x}, ${y}`
}

const isInside = ([x, y]: [number, number] = [-1, -1]): boolean => x >= 1 && y >= 1 && x < 4095 && y < 4095

function pixelOf(place: Place): [number, number] {
  const [x, y] = tileOf(place, ZOOM)
  return inTile(place, ZOOM, x, y)
}
