import type { City } from '../../../server/contract/city.ts'
import { aboutOf } from './about.ts'
import { fileName } from './file-name.ts'
import { geoJsonOf } from './geojson-of.ts'
import type { Handout } from './handout.ts'
import { saveBlob } from './save-blob.ts'

export function exportGeoJson(handout: Handout, city: City, language: 'zh' | 'en'): void {
  const now = Date.now()
  const text = JSON.stringify(geoJsonOf(handout, aboutOf(handout, city, language, now)))
  saveBlob(fileName(handout, city, now, 'geojson'), new Blob([text], { type: 'application/geo+json' }))
}
