import { State } from '../contract/state.ts'
import type { Cluster } from './cluster-grid.ts'
import { mvtKey, mvtValue } from './mvt-value.ts'
import type { TileScratch } from './tile-scratch.ts'
import { ValueSlots } from './value-slots.ts'

const STATES = State.options
const KEYS = Buffer.concat(['count', 'state', ...STATES, 'id', 'name', 'status'].map(mvtKey))
const STATE_VALUES = STATES.map(mvtValue)
const STATE_KEYS = 2
const SINGLE_KEYS = STATE_KEYS + STATES.length

/** The one member of a cluster of one: ready values, and its number. */
export interface Single {
  id: Uint8Array
  name: Uint8Array
  status: Uint8Array
  number: number
}

const slots = new ValueSlots()

/** The source-layer `…-clusters`: a point for each cluster, with its count, its worst state and the count by state. A cluster of one
 *  carries its thing, under the thing's own feature id. `side` is the tile's side in Mercator units. */
export function writeClusters(
  scratch: TileScratch,
  name: string,
  clusters: readonly Cluster[],
  side: number,
  singleAt: (cluster: Cluster) => Single | undefined,
): void {
  slots.clear()
  scratch.begin(name)
  for (const cluster of clusters) {
    const { count, byState, sumX, sumY } = cluster
    const tags = [0, slots.of(count), 1, slots.of(STATE_VALUES[worstIn(byState)] as Uint8Array)]
    for (let state = 0; state < STATES.length; state++) {
      const members = byState[state] as number
      if (members > 0) tags.push(STATE_KEYS + state, slots.of(members))
    }
    const single = count === 1 ? singleAt(cluster) : undefined
    if (single) {
      tags.push(SINGLE_KEYS, slots.of(single.id))
      tags.push(SINGLE_KEYS + 1, slots.of(single.name))
      tags.push(SINGLE_KEYS + 2, slots.of(single.status))
    }
    writePoint(scratch, single?.number, tags, pixel(sumX / count / side), pixel(sumY / count / side))
  }
  scratch.raw(KEYS)
  slots.write(scratch)
  scratch.end()
}

function worstIn(byState: readonly number[]): number {
  let state = STATES.length - 1
  while (state > 0 && byState[state] === 0) state--
  return state
}

/** Of a place in 0 … 1 of the tile. */
const pixel = (place: number): number => Math.min(4095, Math.floor(place * 4096))

function writePoint(scratch: TileScratch, id: number | undefined, tags: number[], x: number, y: number): void {
  scratch.reserve(tags.length * 3 + 40)
  scratch.bytes[scratch.at++] = 0x12
  const start = scratch.at++
  if (id !== undefined) {
    scratch.bytes[scratch.at++] = 0x08
    scratch.varint(id)
  }
  scratch.bytes[scratch.at++] = 0x12
  const tagStart = scratch.at++
  for (const tag of tags) scratch.varint(tag)
  scratch.bytes[tagStart] = scratch.at - tagStart - 1
  // A point, and its geometry: one place to move to.
  for (const byte of [0x18, 1, 0x22]) scratch.bytes[scratch.at++] = byte
  const geometryStart = scratch.at++
  for (const part of [9, x * 2, y * 2]) scratch.varint(part)
  scratch.bytes[geometryStart] = scratch.at - geometryStart - 1
  scratch.bytes[start] = scratch.at - start - 1
}
