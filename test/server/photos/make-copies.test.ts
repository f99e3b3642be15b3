import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { formatOf } from '../../../server/photos/image-format.ts'
import { decodePhoto, redactCopies } from '../../../server/photos/make-copies.ts'
import { picture, pngBomb } from '../../support/pictures.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#7a9' } })
const code = (code_: string) => expect.objectContaining({ code: code_ })

test('a photo is drawn anew: at most 2048 pixels long, a thumbnail of 320, nothing of EXIF left', async () => {
  const taken = await picture({ width: 3000, height: 1500, place: [93.785, 31.886], time: '2026:05:01 11:00:00' })
  const { full, thumbnail, width, height, exif, format } = await decodePhoto(taken)
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 2048, height: 1024 })
  expect(exif?.length).toBeGreaterThan(50)
  for (const copy of [full, thumbnail]) {
    const { format: made, exif: left, icc, xmp, iptc } = await sharp(copy).metadata()
    expect({ made, left, icc, xmp, iptc }).toEqual({ made: 'jpeg' })
    expect(copy.includes('王五')).toBe(false)
  }
  expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 320, height: 160 })
})

test('a photo taken on its side stands upright', async () => {
  const { width, height } = await decodePhoto(await picture({ width: 400, height: 200, orientation: 6 }))
  expect({ width, height }).toEqual({ width: 200, height: 400 })
})

test('a small photo is not blown up', async () => {
  expect(await decodePhoto(await picture({ width: 40, height: 30 }))).toMatchObject({ width: 40, height: 30 })
})

test('PNG and WebP are taken, what is clear in them becomes white', async () => {
  const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } })
  for (const made of [await clear.png().toBuffer(), await clear.webp().toBuffer()]) {
    const { full } = await decodePhoto(made)
    expect((await sharp(full).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
  }
})

describe('is refused', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const files: [string, () => Buffer | Promise<Buffer>][] = [
    ['nothing at all', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('hello')],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', () => Buffer.from(SVG)],
    ['an SVG behind white space', () => Buffer.from(`\n\n  ${SVG}`)],
    ['a GIF', () => plain(8, 8).gif().toBuffer()],
    ['a TIFF', () => plain(8, 8).tiff().toBuffer()],
    ['an AVIF', () => plain(8, 8).avif().toBuffer()],
    ['a PDF', () => Buffer.from('%PDF-1.7\n')],
  ]
  test.each(files)('%s', async (_, make) => {
    await expect(decodePhoto(await make())).rejects.toEqual(code('not-a-photo'))
  })

  test('HEIC, with words that say what to do', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
    await expect(decodePhoto(heic)).rejects.toEqual(code('heic'))
  })

  test('a photo that is cut off, wherever', async () => {
    const whole = await sharp({
      create: {
        width: 600,
        height: 400,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    for (const share of [0.02, 0.3, 0.6, 0.9])
      await expect(decodePhoto(whole.subarray(0, whole.length * share)), `${share}`).rejects.toEqual(
        code('broken-photo'),
      )
  })

  test('the first bytes of a photo and then something else', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(SVG)])
    await expect(decodePhoto(bytes)).rejects.toEqual(code('broken-photo'))
  })

  test('a few kilobytes that unpack to 900 million pixels, before they are unpacked', async () => {
    const bomb = pngBomb(30_000, 30_000)
    expect(bomb.length).toBeLessThan(200_000)
    const before = process.memoryUsage.rss()
    const begun = performance.now()
    await expect(decodePhoto(bomb)).rejects.toEqual(code('too-many-pixels'))
    expect(performance.now() - begun).toBeLessThan(500)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000)
  })

  test('one pixel more than there may be', async () => {
    await expect(decodePhoto(pngBomb(50_000, 1_001))).rejects.toEqual(code('too-many-pixels'))
  })
})

test('of a picture that is also an archive only the picture is left', async () => {
  const both = Buffer.concat([await picture(), Buffer.from('PK\x03\x04 the archive behind it <script>')])
  const { full } = await decodePhoto(both)
  expect(full.includes('PK\x03\x04')).toBe(false)
  expect(full.includes('<script>')).toBe(false)
})

test('what is called by another name is known by its bytes', async () => {
  expect(formatOf(await plain(8, 8).png().toBuffer())).toBe('png')
  expect(formatOf(await plain(8, 8).webp().toBuffer())).toBe('webp')
  expect(formatOf(Buffer.from('RIFF1234WAVEfmt '))).toBeUndefined()
})

test('a painted box covers every pixel that it touches, in both copies, and no other', async () => {
  const { full } = await decodePhoto(await plain(1000, 500).png().toBuffer())
  const copies = await redactCopies(full, [{ left: 0.5, top: 0.5, width: 0.25, height: 0.25 }])
  expect({ width: copies.width, height: copies.height }).toEqual({ width: 1000, height: 500 })
  const colour = async (copy: Buffer, left: number, top: number) => {
    const { data } = await sharp(copy)
      .extract({ left, top, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return data[0] ?? -1
  }
  // #7a9 is 119 in red, the paint 91.
  for (const [x, y] of [
    [502, 252],
    [625, 312],
    [747, 372],
  ] as const)
    expect(await colour(copies.full, x, y)).toBeLessThan(97)
  for (const [x, y] of [
    [480, 312],
    [770, 312],
    [625, 230],
    [625, 395],
  ] as const)
    expect(await colour(copies.full, x, y)).toBeGreaterThan(113)
  expect(await colour(copies.thumbnail, 200, 100)).toBeLessThan(97)
  expect(await colour(copies.thumbnail, 100, 100)).toBeGreaterThan(113)
})

test('a box of no width to speak of, at the edge, is painted', async () => {
  const { full } = await decodePhoto(await plain(100, 100).png().toBuffer())
  const edge = { left: 1, top: 1, width: 1e-9, height: 1e-9 }
  await expect(redactCopies(full, [edge])).resolves.toMatchObject({ width: 100 })
})
