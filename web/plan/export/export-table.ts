import type { City } from '../../../server/contract/city.ts'
import { aboutOf } from './about.ts'
import { fileName } from './file-name.ts'
import type { Handout } from './handout.ts'
import { saveBlob } from './save-blob.ts'
import { tableSheets } from './table-sheets.ts'

/** The workbook's bytes. Its writer is a file of its own, asked for only now. */
export async function workbookOf(handout: Handout, city: City, language: 'zh' | 'en', now: number): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  return write(tableSheets(handout, aboutOf(handout, city, language, now))).toBlob()
}

export async function exportTable(handout: Handout, city: City, language: 'zh' | 'en'): Promise<void> {
  const now = Date.now()
  saveBlob(fileName(handout, city, now, 'xlsx'), await workbookOf(handout, city, language, now))
}
