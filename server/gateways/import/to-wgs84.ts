import gcoord from 'gcoord'
import proj4 from 'proj4'
import type { LngLat, SourceCrs } from '../../contract/geo.ts'

/** What a file's coordinates are declared to be: one of the four systems in degrees, or CGCS2000 in Gauss-Krüger metres. */
export interface DeclaredCrs {
  crs: SourceCrs
  /** EPSG number of a CGCS2000 Gauss-Krüger zone, when the file is in metres. */
  epsg?: number
}

const NAMES: Record<string, SourceCrs> = {
  wgs84: 'WGS84',
  'epsg:4326': 'WGS84',
  crs84: 'WGS84',
  cgcs2000: 'CGCS2000',
  'epsg:4490': 'CGCS2000',
  'gcj-02': 'GCJ-02',
  gcj02: 'GCJ-02',
  'bd-09': 'BD-09',
  bd09: 'BD-09',
}

/** EPSG:4491–4501 6° zones 13–23 with the zone before the easting, 4502–4512 the same without it, 4513–4533 and 4534–4554 3° zones. */
function gaussKruger(epsg: number): string | undefined {
  const at = (from: number, to: number): number | undefined => (epsg >= from && epsg <= to ? epsg - from : undefined)
  const six = at(4491, 4501) ?? at(4502, 4512)
  const three = at(4513, 4533) ?? at(4534, 4554)
  if (six === undefined && three === undefined) return undefined
  const meridian = six !== undefined ? 75 + six * 6 : 75 + (three ?? 0) * 3
  const zone = epsg <= 4501 ? 13 + (six ?? 0) : epsg >= 4513 && epsg <= 4533 ? 25 + (three ?? 0) : 0
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

/** undefined when the word names no system that is taken. */
export function declaredCrs(word: string): DeclaredCrs | undefined {
  const crs = NAMES[word.trim().toLowerCase()]
  if (crs) return { crs }
  const epsg = Number(word.match(/^epsg:(\d{4})$/i)?.[1])
  return gaussKruger(epsg) ? { crs: 'CGCS2000', epsg } : undefined
}

/** A function that turns a position of the file into WGS84 degrees, to 1e-7 (about 1 cm). */
export function toWgs84({ crs, epsg }: DeclaredCrs): (position: number[]) => LngLat {
  const round = ([lng, lat]: [number, number]): LngLat => [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
  const projection = epsg === undefined ? undefined : gaussKruger(epsg)
  if (projection) {
    const forward = proj4(projection, '+proj=longlat +ellps=GRS80 +no_defs').forward
    return (at) => round(forward([at[0] ?? Number.NaN, at[1] ?? Number.NaN]) as [number, number])
  }
  if (crs === 'GCJ-02' || crs === 'BD-09') {
    const from = crs === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09
    return (at) =>
      round(gcoord.transform([at[0] ?? Number.NaN, at[1] ?? Number.NaN], from, gcoord.WGS84) as [number, number])
  }
  return (at) => round([at[0] ?? Number.NaN, at[1] ?? Number.NaN])
}
