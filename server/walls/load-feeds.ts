import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { type Feed, Feeds } from '../contract/feed.ts'

/** What a wall shows and how often it is due: `feeds.json` in the bureau's folder `own` goes before the shipped one. Throws DataError. */
export async function loadFeeds(rules: string, own: string): Promise<readonly Feed[]> {
  const ours = join(own, 'feeds.json')
  const path = (await exists(ours)) ? ours : join(rules, 'feeds.json')
  const { value, faults } = await readCheckedJson(path, Feeds)
  if (!value) throw new DataError(faults)
  return value.feeds
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
