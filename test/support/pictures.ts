import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** As a phone writes it; what is absent it did not know. */
export interface Camera {
  width?: number
  height?: number
  /** `2026:05:01 11:00:00`, the wall clock. */
  time?: string
  /** `+08:00` … */
  offset?: string
  place?: readonly [lng: number, lat: number]
  datum?: string
  colour?: string
  orientation?: number
}

/** A JPEG with EXIF. */
export function picture(of: Camera = {}): Promise<Buffer> {
  const { width = 400, height = 300, colour = '#7a9', orientation } = of
  const made = sharp({ create: { width, height, channels: 3, background: colour } }).jpeg()
  const exif = made.withExif({
    IFD0: { Make: 'Test', Model: 'Camera of 王五' },
    IFD2: {
      ...(of.time ? { DateTimeOriginal: of.time } : {}),
      ...(of.offset ? { OffsetTimeOriginal: of.offset } : {}),
    },
    IFD3: { ...(of.place ? gpsOf(of.place) : {}), ...(of.datum ? { GPSMapDatum: of.datum } : {}) },
  })
  return (orientation ? exif.withMetadata({ orientation }) : exif).toBuffer()
}

function gpsOf([lng, lat]: readonly [number, number]): Record<string, string> {
  return {
    ...{ GPSLatitudeRef: lat < 0 ? 'S' : 'N', GPSLatitude: sexagesimal(Math.abs(lat)) },
    ...{ GPSLongitudeRef: lng < 0 ? 'W' : 'E', GPSLongitude: sexagesimal(Math.abs(lng)) },
  }
}

/** Degrees, minutes and seconds as three fractions, to 3 cm. */
function sexagesimal(degrees: number): string {
  const whole = Math.floor(degrees)
  const minutes = Math.floor((degrees - whole) * 60)
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 1000)
  return `${whole}/1 ${minutes}/1 ${seconds}/1000`
}

/** A PNG that says how large it is and holds that many white pixels, packed to next to nothing. */
export function pngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
