import { PNG } from 'pngjs'
import { type Bounds, latOf, lngOf, tilesOver } from './tile-cover.ts'
import { type PackedTile, writePmtiles } from './write-pmtiles.ts'

const SIZE = 256
const ZOOMS = { min: 8, max: 12 }

/** Writes heights as terrain-RGB images (256 px, 0.1 m steps above −10,000 m, the "mapbox" encoding) to a PMTiles file.
 *  @param elevation metres above sea at a longitude and latitude; asked some way beyond the bounds too, to fill the outer tiles */
export async function buildReliefArchive(
  elevation: (lng: number, lat: number) => number,
  bounds: Bounds,
  path: string,
): Promise<{ tiles: number; bytes: number }> {
  const tiles: PackedTile[] = []
  for (let z = ZOOMS.min; z <= ZOOMS.max; z++)
    for (const { x, y } of tilesOver(bounds, z)) tiles.push({ z, x, y, data: heightsOf(elevation, z, x, y) })
  return writePmtiles(path, tiles, {
    kind: 'png',
    minZoom: ZOOMS.min,
    maxZoom: ZOOMS.max,
    bounds,
    metadata: { encoding: 'mapbox' },
  })
}

function heightsOf(elevation: (lng: number, lat: number) => number, z: number, x: number, y: number): Uint8Array {
  const image = new PNG({ width: SIZE, height: SIZE, colorType: 2 })
  const world = 2 ** z
  for (let row = 0; row < SIZE; row++) {
    const lat = latOf((y + (row + 0.5) / SIZE) / world)
    for (let column = 0; column < SIZE; column++) {
      const lng = lngOf((x + (column + 0.5) / SIZE) / world)
      const steps = Math.round((elevation(lng, lat) + 10000) * 10)
      const at = (row * SIZE + column) * 4
      image.data[at] = steps >> 16
      image.data[at + 1] = (steps >> 8) & 255
      image.data[at + 2] = steps & 255
      image.data[at + 3] = 255
    }
  }
  return PNG.sync.write(image, { colorType: 2, deflateLevel: 6, filterType: -1 })
}
