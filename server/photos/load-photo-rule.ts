import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { PhotoRule } from '../contract/photo.ts'

/** The rule in `folder`/photos.json. Throws DataError. */
export async function loadPhotoRule(folder: string): Promise<PhotoRule> {
  const { value, faults } = await readCheckedJson(join(folder, 'photos.json'), PhotoRule)
  if (!value) throw new DataError(faults)
  return value
}
