import { open, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { FrozenLayer } from './layer-rows.ts'
import { pack, unpack } from './pack.ts'

/** Which city at which row of its log, and what its arrays mean: a file of another is no use. */
export interface SnapshotOf {
  area: string
  seq: number
  /** Of the log's row `seq`. */
  hash: string
  /** Of all that says what the arrays mean. */
  meaning: string
}

interface Head extends SnapshotOf {
  layers: { id: string; tree: unknown; bytes: number; crc: number }[]
}

const MAGIC = Buffer.from('gridkeeper snapshot 1\n')

/** Written in pieces of this size, each some ms of checksum, so that tiles are answered meanwhile. */
const PIECE = 4 * 2 ** 20

/** Writes a city's layers beside `path` and puts them in its place when they are safe on disk. */
export async function writeSnapshot(path: string, of: SnapshotOf, layers: readonly FrozenLayer[]): Promise<void> {
  const packed = layers.map((layer) => ({ id: layer.id, ...pack(layer) }))
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    const head: Head = { ...of, layers: [] }
    for (const { id, tree, body, bytes } of packed) {
      let crc = 0
      for (const piece of piecesOf(body)) {
        crc = crc32(piece, crc)
        await new Promise((resume) => setImmediate(resume))
      }
      head.layers.push({ id, tree, bytes, crc })
    }
    const json = Buffer.from(JSON.stringify(head))
    const lengths = Buffer.alloc(8)
    lengths.writeUInt32LE(json.length, 0)
    lengths.writeUInt32LE(crc32(json), 4)
    await file.writeFile(Buffer.concat([MAGIC, lengths, json]))
    for (const { body } of packed) for (const piece of piecesOf(body)) await file.writeFile(piece)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(beside, { force: true })
    throw error
  }
  await file.close()
  await rename(beside, path)
}

function* piecesOf(body: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const array of body)
    for (let from = 0; from < array.length; from += PIECE) yield array.subarray(from, from + PIECE)
}

/** The layers of a file, or undefined when there is none that is whole and fits. `fits` is asked before the layers are read. */
export async function readSnapshot(
  path: string,
  fits: (of: SnapshotOf) => boolean | Promise<boolean>,
): Promise<{ of: SnapshotOf; layers: FrozenLayer[] } | undefined> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return undefined
  try {
    let at = 0
    const next = async (into: Uint8Array): Promise<boolean> => {
      const { bytesRead } = await file.read(into, 0, into.length, at)
      at += bytesRead
      return bytesRead === into.length
    }
    const start = Buffer.alloc(MAGIC.length + 8)
    if (!(await next(start)) || !start.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
    const json = Buffer.alloc(Math.min(start.readUInt32LE(MAGIC.length), (await file.stat()).size))
    if (!(await next(json)) || crc32(json) !== start.readUInt32LE(MAGIC.length + 4)) return undefined
    const { layers: heads, ...of } = JSON.parse(json.toString()) as Head
    if (!(await fits(of))) return undefined
    const layers: FrozenLayer[] = []
    for (const { tree, bytes, crc } of heads) {
      // An array of its own for each layer, so that it goes when the layer's segments are merged anew.
      const body = new Uint8Array(new SharedArrayBuffer(bytes))
      for (let from = 0; from < bytes; from += PIECE)
        if (!(await next(body.subarray(from, from + PIECE)))) return undefined
      if (crc32(body) !== crc) return undefined
      layers.push(unpack(tree, body.buffer) as FrozenLayer)
    }
    return { of, layers }
  } finally {
    await file.close()
  }
}
