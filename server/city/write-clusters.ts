import { State } from '../contract/state.ts'
import type { Cluster } from './cluster-grid.ts'
import { mvtValue } from './mvt-value.ts'
import type { TileScratch } from './tile-scratch.ts'

const KEYS = ['count', 'state', ...State.options, 'id', 'name', 'status'] as const
const STATE_KEYS = 2
const SINGLE_KEYS = STATE_KEYS + State.options.length

/** The one member of a cluster of one. */
export interface Single {
  id: string
  name: string
  status: string
  number: number
}

/** The source-layer `…-clusters`: a point for each cluster, with its count, its worst state and the count by state. A cluster of one
 *  carries its thing, under the thing's own feature id. `side` is the tile's side in Mercator units. */
export function writeClusters(
  scratch: TileScratch,
  name: string,
  clusters: readonly Cluster[],
  side: number,
  singleAt: (cluster: Cluster) => Single | undefined,
): void {
  const slots = new Map<string | number, number>()
  const slotOf = (value: string | number): number => {
    const slot = slots.get(value) ?? slots.size
    slots.set(value, slot)
    return slot
  }
  scratch.begin(name)
  for (const cluster of clusters) {
    const tags = [0, slotOf(cluster.count), 1, slotOf(State.options[worstIn(cluster)] ?? 'normal')]
    cluster.byState.forEach((members, state) => {
      if (members > 0) tags.push(STATE_KEYS + state, slotOf(members))
    })
    const single = cluster.count === 1 ? singleAt(cluster) : undefined
    if (single)
      tags.push(
        SINGLE_KEYS,
        slotOf(single.id),
        SINGLE_KEYS + 1,
        slotOf(single.name),
        SINGLE_KEYS + 2,
        slotOf(single.status),
      )
    const pixel = (sum: number): number => Math.min(4095, Math.floor((sum / cluster.count / side) * 4096))
    writePoint(scratch, single?.number, tags, pixel(cluster.sumX), pixel(cluster.sumY))
  }
  for (const key of KEYS) scratch.text(0x1a, key)
  for (const value of slots.keys()) scratch.raw(typeof value === 'number' ? numberValue(value) : mvtValue(value))
  scratch.end()
}

/** Most counts are small, and the same in many tiles. */
const SMALL: Uint8Array[] = []

function numberValue(value: number): Uint8Array {
  if (value >= 4096) return mvtValue(value)
  const known = SMALL[value] ?? mvtValue(value)
  SMALL[value] = known
  return known
}

const worstIn = ({ byState }: Cluster): number => byState.findLastIndex((members) => members > 0)

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
  for (const byte of [0x18, 1, 0x22]) scratch.bytes[scratch.at++] = byte
  const geometryStart = scratch.at++
  for (const part of [9, x * 2, y * 2]) scratch.varint(part)
  scratch.bytes[geometryStart] = scratch.at - geometryStart - 1
  scratch.bytes[start] = scratch.at - start - 1
}
