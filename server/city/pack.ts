const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const
/** `bare`: bytes without a view. */
type Kind = keyof typeof KINDS | 'bare'

interface Opener {
  new (body: SharedArrayBuffer, from: number, length: number): ArrayBufferView
  BYTES_PER_ELEMENT: number
}

/** Where an array stands in a body: first byte and bytes. */
type Packed = { $: [kind: Kind, from: number, bytes: number] }

/** Arrays begin at multiples of this, as Float64Array needs. */
const ALIGNED = 8

/** A tree of plain values and typed arrays as JSON and bytes: the arrays one after the other, in the tree their places. */
export function pack(value: unknown): { tree: unknown; body: Uint8Array[]; bytes: number } {
  const body: Uint8Array[] = []
  let bytes = 0
  const add = (kind: Kind, array: Uint8Array): Packed => {
    const place: Packed = { $: [kind, bytes, array.length] }
    const gap = (ALIGNED - (array.length % ALIGNED)) % ALIGNED
    body.push(array, new Uint8Array(gap))
    bytes += array.length + gap
    return place
  }
  const walk = (one: unknown): unknown => {
    if (ArrayBuffer.isView(one)) return add(kindOf(one), new Uint8Array(one.buffer, one.byteOffset, one.byteLength))
    if (one instanceof SharedArrayBuffer) return add('bare', new Uint8Array(one))
    // JSON has no undefined in lists.
    if (one === undefined) return { undefined: true }
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, child]) => [key, walk(child)]))
    return one
  }
  return { tree: walk(value), body, bytes }
}

/** What was packed; its arrays are views into the body. */
export function unpack(tree: unknown, body: SharedArrayBuffer): unknown {
  if (typeof tree !== 'object' || tree === null) return tree
  if (Array.isArray(tree)) return tree.map((one) => unpack(one, body))
  if ('undefined' in tree) return undefined
  if ('$' in tree) {
    const [kind, from, bytes] = (tree as Packed).$
    if (kind === 'bare') return body.slice(from, from + bytes)
    const array: Opener = KINDS[kind]
    return new array(body, from, bytes / array.BYTES_PER_ELEMENT)
  }
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, unpack(child, body)]))
}

function kindOf(array: ArrayBufferView): Kind {
  // A Buffer is a Uint8Array of another name.
  const kind = array instanceof Uint8Array ? 'Uint8Array' : array.constructor.name
  if (kind in KINDS) return kind as Kind
  throw new TypeError(`arrays of ${kind} are not packed`)
}
