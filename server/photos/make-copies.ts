import sharp, { type SharpOptions } from 'sharp'
import type { Redaction } from '../contract/photo.ts'
import { formatOf, type ImageFormat } from './image-format.ts'
import { PhotoRefused } from './photo-refused.ts'

/** Longest sides in pixels: a screen, and a list. */
const FULL = 2048
const THUMBNAIL = 320
const QUALITY = 80
/** What the largest phone sensors give at their usual setting; a bomb of a few kilobytes unpacks to a thousand times that. */
export const MOST_PIXELS = 50_000_000

const DECODE: SharpOptions = { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 }

export interface Copies {
  /** JPEG, upright, without any metadata. */
  full: Buffer
  thumbnail: Buffer
  width: number
  height: number
}

export interface DecodedPhoto extends Copies {
  format: ImageFormat
  /** What the camera wrote. */
  exif: Buffer | undefined
}

/** Decodes a photo whole and draws it anew, so that what is shown holds pixels and nothing else of the file. Throws PhotoRefused for what is no
 *  whole JPEG, PNG or WebP of at most MOST_PIXELS. */
export async function decodePhoto(bytes: Buffer): Promise<DecodedPhoto> {
  const format = formatOf(bytes)
  if (format === 'heif')
    throw new PhotoRefused(
      'type',
      'heic',
      'HEIC is not taken: set the camera to JPEG ("most compatible"), or convert it.',
    )
  if (!format) throw new PhotoRefused('type', 'not-a-photo', 'Send a JPEG, PNG or WebP picture.')
  const found = await sharp(bytes, DECODE).metadata().catch(refuse)
  if (found.format !== format) throw new PhotoRefused('type', 'not-a-photo', 'Send a JPEG, PNG or WebP picture.')
  const upright = sharp(bytes, DECODE).autoOrient().flatten({ background: '#fff' })
  const { data, info } = await upright
    .resize({ width: FULL, height: FULL, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
    .catch(refuse)
  const { width, height } = info
  return { format, exif: found.exif, full: data, thumbnail: await thumbnailOf(data), width, height }
}

/** Paints boxes over the copy that is shown. Painted and not blurred: a blurred number plate can be read back. */
export async function redactCopies(full: Buffer, boxes: readonly Redaction[]): Promise<Copies> {
  const { width, height } = await sharp(full).metadata()
  const { data } = await sharp(full)
    .composite(boxes.map((box) => paintedBox(box, width, height)))
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { full: data, thumbnail: await thumbnailOf(data), width, height }
}

/** Every pixel that a box touches. */
function paintedBox(box: Redaction, width: number, height: number) {
  const left = Math.min(Math.floor(box.left * width), width - 1)
  const top = Math.min(Math.floor(box.top * height), height - 1)
  const right = Math.min(Math.ceil((box.left + box.width) * width), width)
  const bottom = Math.min(Math.ceil((box.top + box.height) * height), height)
  const size = { width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  return { input: { create: { ...size, channels: 3 as const, background: '#5b6470' } }, left, top }
}

const thumbnailOf = (full: Buffer): Promise<Buffer> =>
  sharp(full)
    .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer()

function refuse(error: unknown): never {
  if (error instanceof Error && /pixel limit/i.test(error.message))
    throw new PhotoRefused('large', 'too-many-pixels', `The picture has more than ${MOST_PIXELS / 1e6} million pixels.`)
  throw new PhotoRefused('type', 'broken-photo', 'The picture is broken or cut off; send it again.')
}
