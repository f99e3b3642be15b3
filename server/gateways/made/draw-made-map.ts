import { join } from 'node:path'
import type { MadeCity } from '../../../data/cities/city.ts'
import { buildBasemapArchive } from '../../basemap/build-archive.ts'
import { buildReliefArchive } from '../../basemap/build-relief.ts'
import { type Report, timed } from './timed.ts'

/** Draws the base map and the relief of a made city into `dataDir`, each put in place as a whole. The same city draws the
 *  same bytes, so that a lost archive can be drawn again at any time. */
export async function drawMadeMap(
  { basemap, elevation, bounds }: Pick<MadeCity, 'basemap' | 'elevation' | 'bounds'>,
  dataDir: string,
  report: Report,
): Promise<void> {
  await timed('basemap', report, () => buildBasemapArchive(basemap, join(dataDir, 'basemap.pmtiles')))
  await timed('relief', report, () => buildReliefArchive(elevation, bounds, join(dataDir, 'relief.pmtiles')))
}
