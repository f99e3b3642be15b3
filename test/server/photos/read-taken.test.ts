import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readTaken } from '../../../server/photos/read-taken.ts'
import { type Camera, picture } from '../../support/pictures.ts'

const takenBy = async (camera: Camera) => readTaken((await sharp(await picture(camera)).metadata()).exif)
const PLACE = [93.785, 31.886] as const

test('a camera that does not tell its zone is set to Asia/Shanghai', async () => {
  expect((await takenBy({ time: '2026:05:01 11:00:00' })).at).toBe(Date.parse('2026-05-01T11:00:00+08:00'))
})

test('a zone that is told counts', async () => {
  const at = async (offset: string) => (await takenBy({ time: '2026:05:01 11:00:00', offset })).at
  expect(await at('+06:00')).toBe(Date.parse('2026-05-01T11:00:00+06:00'))
  expect(await at('-03:30')).toBe(Date.parse('2026-05-01T11:00:00-03:30'))
})

test('a place whose datum is told is one place, else it may be WGS84 or GCJ-02', async () => {
  const { places: told } = await takenBy({ place: PLACE, datum: 'WGS-84' })
  expect(told).toHaveLength(1)
  expect(told[0]?.[0]).toBeCloseTo(PLACE[0], 6)
  expect(told[0]?.[1]).toBeCloseTo(PLACE[1], 6)
  const { places } = await takenBy({ place: PLACE })
  expect(places).toHaveLength(2)
  expect(Math.abs((places[1]?.[0] ?? 0) - PLACE[0])).toBeGreaterThan(0.0005)
  expect((await takenBy({ place: PLACE, datum: 'GCJ-02' })).places).toEqual([places[1]])
})

test('south and west are negative', async () => {
  const [place] = (await takenBy({ place: [-58.38, -34.6], datum: 'WGS-84' })).places
  expect(place?.[0]).toBeCloseTo(-58.38, 5)
  expect(place?.[1]).toBeCloseTo(-34.6, 5)
})

test('a camera that knew nothing, or had not found itself, says nothing', async () => {
  expect(await takenBy({})).toEqual({ at: undefined, places: [] })
  expect((await takenBy({ place: [0, 0] })).places).toEqual([])
  for (const time of ['0000:00:00 00:00:00', '    :  :     :  :  ', '2026:13:01 00:00:00', 'yesterday'])
    expect((await takenBy({ time })).at, time).toBeUndefined()
  expect(readTaken(undefined)).toEqual({ at: undefined, places: [] })
})

test('whatever stands in EXIF, it is read or passed over, soon', async () => {
  const { exif } = await sharp(await picture({ time: '2026:05:01 11:00:00', place: PLACE })).metadata()
  if (!exif) throw new Error('no EXIF')
  expect(readTaken(exif)).toMatchObject({ at: expect.any(Number), places: [expect.any(Array), expect.any(Array)] })
  for (let index = 0; index < exif.length; index += 1) {
    for (const byte of [0, 0x7f, 0xff]) {
      const changed = Buffer.from(exif)
      changed[index] = byte
      const { at, places } = readTaken(changed)
      expect(at === undefined || Number.isFinite(at)).toBe(true)
      for (const [lng, lat] of places) expect(Math.abs(lng) <= 181 && Math.abs(lat) <= 91).toBe(true)
    }
  }
  expect(readTaken(Buffer.alloc(100_000, 0x4d))).toEqual({ at: undefined, places: [] })
})

test('EXIF that is made to take long is passed over within half a second', () => {
  // Every entry is a list of 65,000 bytes that overlaps with every other.
  const bytes = Buffer.alloc(65_000)
  bytes.write('Exif\0\0II*\0', 'latin1')
  bytes.writeUInt32LE(8, 10)
  bytes.writeUInt16LE(5_000, 14)
  for (let entry = 0; entry < 5_000; entry += 1) {
    const at = 16 + entry * 12
    bytes.writeUInt16LE(entry, at)
    bytes.writeUInt16LE(1, at + 2)
    bytes.writeUInt32LE(65_000, at + 4)
    bytes.writeUInt32LE(0, at + 8)
  }
  const begun = performance.now()
  readTaken(bytes)
  expect(performance.now() - begun).toBeLessThan(500)
})
