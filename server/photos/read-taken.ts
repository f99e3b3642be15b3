import gcoord from 'gcoord'
import type { LngLat } from '../contract/geo.ts'
import type { Taken } from '../contract/photo.ts'
import { type ExifTags, readExif } from './read-exif.ts'

const MINUTE_MS = 60_000
/** A camera that does not say its zone is set to Asia/Shanghai, which has had one offset since 1991. */
const HERE_MINUTES = 480

/** What a camera wrote into a photo: EXIF as it stands in the file. What cannot be read is as if it were not there: anybody can write it. */
export function readTaken(exif: Buffer | undefined): Taken {
  const tags = exif ? readExif(exif) : {}
  return { at: instantOf(tags), places: placesOf(tags) }
}

function instantOf({ time = '', offset }: ExifTags): number | undefined {
  const [, date, clock] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)$/.exec(time.trim()) ?? []
  const wall = Date.parse(`${date?.replaceAll(':', '-')}T${clock}Z`)
  return Number.isNaN(wall) ? undefined : wall - minutesOf(offset) * MINUTE_MS
}

function minutesOf(offset = ''): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset.trim()) ?? []
  return sign === undefined ? HERE_MINUTES : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Exif's own system is WGS84, but phones and apps in China also write GCJ-02, some 500 m off, and seldom say which: a place counts as either
 *  unless the datum is told. */
function placesOf({ longitude, longitudeRef, latitude, latitudeRef, datum = '' }: ExifTags): LngLat[] {
  const lng = degreesOf(longitude, longitudeRef === 'W', 180)
  const lat = degreesOf(latitude, latitudeRef === 'S', 90)
  // 0, 0 is what a camera writes that has not found itself.
  if (lng === undefined || lat === undefined || (lng === 0 && lat === 0)) return []
  const shifted = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84) as LngLat
  const system = datum.replace(/[^A-Za-z\d]/g, '').toUpperCase()
  if (system === 'WGS84' || system === 'CGCS2000') return [[lng, lat]]
  return system === 'GCJ02' ? [shifted] : [[lng, lat], shifted]
}

/** Of degrees, minutes and seconds; undefined for what is none, or more than there are. */
function degreesOf(parts: number[] | undefined, negative: boolean, most: number): number | undefined {
  const [degrees, minutes = 0, seconds = 0] = parts ?? []
  const value = (degrees ?? Number.NaN) + minutes / 60 + seconds / 3600
  if (!(value >= 0 && value <= most)) return undefined
  return negative ? -value : value
}
