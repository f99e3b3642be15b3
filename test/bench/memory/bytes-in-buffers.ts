import { text } from 'node:stream/consumers'
import { getHeapSnapshot } from 'node:v8'

interface Snapshot {
  snapshot: { meta: { node_fields: string[] } }
  nodes: number[]
  strings: string[]
}

/** Bytes of all array buffers that this thread can reach, shared ones too: `process.memoryUsage` counts those that a worker made for the
 *  worker. For a small heap: its picture is one text. */
export async function bytesInBuffers(): Promise<number> {
  const { snapshot, nodes, strings }: Snapshot = JSON.parse(await text(getHeapSnapshot()))
  const fields = snapshot.meta.node_fields
  const [name, size] = [fields.indexOf('name'), fields.indexOf('self_size')]
  const wanted = strings.indexOf('system / JSArrayBufferData')
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length)
    if (nodes[node + name] === wanted) bytes += nodes[node + size] ?? 0
  return bytes
}
