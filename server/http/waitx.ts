import { HEAT_MAGIC, type HeatPoints } from '../contract/heat.ts'

const DEGREE = 1e7
const BYTES_PER_POINT = 14

/** The binary of contract/heat.ts: header, then columns, little endian whatever the machine. */
export function encodeHeat(points: HeatPoints): Uint8Array<ArrayBuffer> {
  const { lng, lat, at, classOf, sourceOf, ...about } = points
  const count = at.length
  const header = paddedHeader({ ...about, count })
  const bytes = new Uint8Array(8 + header.length + count * BYTES_PER_POINT)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, HEAT_MAGIC, true)
  view.setUint32(4, header.length, true)
  bytes.set(header, 8)
  const columns = 8 + header.length
  for (let row = 0; row < count; row++) {
    view.setInt32(columns + row * 4, Math.round((lng[row] ?? 0) * DEGREE), true)
    view.setInt32(columns + (count + row) * 4, Math.round((lat[row] ?? 0) * DEGREE), true)
    view.setUint32(columns + (2 * count + row) * 4, at[row] ?? 0, true)
    view.setUint8(columns + 12 * count + row, classOf[row] ?? 0)
    view.setUint8(columns + 13 * count + row, sourceOf[row] ?? 0)
  }
  return bytes
}

function paddedHeader(about: object): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(about))
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20)
  padded.set(text)
  return padded
}
