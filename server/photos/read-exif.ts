/** The few tags of EXIF that are asked for, as they stand in the file: texts without their NUL, fractions as numbers. */
export interface ExifTags {
  /** `2026:05:01 11:00:00`, the camera's wall clock, and the zone it is set to: `+08:00`. */
  time?: string
  offset?: string
  /** Degrees, minutes, seconds; N or S, E or W. */
  latitude?: number[]
  latitudeRef?: string
  longitude?: number[]
  longitudeRef?: string
  datum?: string
}

// CIPA DC-008 (Exif 3.0), 4.6: the pointers to the two directories, and the tags in them.
const PHOTO_POINTER = 0x8769
const GPS_POINTER = 0x8825
const ENTRY_BYTES = 12
const ASCII = 2
const LONG = 4
const RATIONAL = 5
const LONGEST_TEXT = 64
/** More parts has no tag that is asked for. */
const MOST_PARTS = 3

/** Reads the tags out of a TIFF block, with or without `Exif\0\0` before it. What cannot be read is left out, and nothing else of the block is
 *  looked at: exif-reader reads every tag, and of 65 kB in which 5,000 lists overlap it takes 8 s. */
export function readExif(block: Buffer): ExifTags {
  const bytes = block.subarray(block.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0)
  const order = bytes.toString('latin1', 0, 2)
  if (bytes.length < 8 || (order !== 'II' && order !== 'MM')) return {}
  const tiff: Tiff = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), little: order === 'II' }
  const root = tiff.view.getUint32(4, tiff.little)
  const photo = pointerIn(tiff, root, PHOTO_POINTER)
  const gps = pointerIn(tiff, root, GPS_POINTER)
  const text = (at: number | undefined, tag: number) => (at === undefined ? undefined : textIn(tiff, at, tag))
  const parts = (at: number | undefined, tag: number) => (at === undefined ? undefined : fractionsIn(tiff, at, tag))
  const tags = {
    ...{ time: text(photo, 0x9003), offset: text(photo, 0x9011), datum: text(gps, 0x12) },
    ...{ latitudeRef: text(gps, 1), latitude: parts(gps, 2), longitudeRef: text(gps, 3), longitude: parts(gps, 4) },
  }
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined))
}

interface Tiff {
  view: DataView
  little: boolean
}

interface Entry {
  type: number
  count: number
  /** Of its value, or of the pointer to it. */
  at: number
}

/** The entry of a tag in the directory at an offset. */
function entryIn({ view, little }: Tiff, directory: number, tag: number): Entry | undefined {
  if (directory + 2 > view.byteLength) return undefined
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * ENTRY_BYTES
    if (at + ENTRY_BYTES > view.byteLength) return undefined
    if (view.getUint16(at, little) === tag)
      return { type: view.getUint16(at + 2, little), count: view.getUint32(at + 4, little), at: at + 8 }
  }
  return undefined
}

function pointerIn(tiff: Tiff, directory: number, tag: number): number | undefined {
  const entry = entryIn(tiff, directory, tag)
  return entry?.type === LONG && entry.count === 1 ? tiff.view.getUint32(entry.at, tiff.little) : undefined
}

function textIn(tiff: Tiff, directory: number, tag: number): string | undefined {
  const { view, little } = tiff
  const entry = entryIn(tiff, directory, tag)
  if (entry?.type !== ASCII || entry.count > LONGEST_TEXT) return undefined
  // Four bytes stand in the entry itself.
  const from = entry.count > 4 ? view.getUint32(entry.at, little) : entry.at
  if (from + entry.count > view.byteLength) return undefined
  const text = Buffer.from(view.buffer, view.byteOffset + from, entry.count).toString('latin1')
  return text.split('\0')[0]
}

function fractionsIn(tiff: Tiff, directory: number, tag: number): number[] | undefined {
  const { view, little } = tiff
  const entry = entryIn(tiff, directory, tag)
  if (entry?.type !== RATIONAL || entry.count > MOST_PARTS) return undefined
  const from = view.getUint32(entry.at, little)
  if (from + entry.count * 8 > view.byteLength) return undefined
  return Array.from({ length: entry.count }, (_, index) => {
    const at = from + index * 8
    return view.getUint32(at, little) / view.getUint32(at + 4, little)
  })
}
