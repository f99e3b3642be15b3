import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './schema.ts'
import { KEY_BYTES, type Keys, keysOf } from './seal.ts'
import type { Tx } from './store.ts'

/** Keys that cannot be used, in words for the person who started the server. */
export class BadDataKey extends Error {}

/** Beside the embedded store, and not in it: a copy of the database alone opens nothing. */
const FILE = 'data.key'

export interface KeySettings {
  dataDir: string
  /** Keys in base64 with commas between, the newest first; absent: the file. */
  dataKey: string | undefined
}

/** The keys of personal data: of the setting, else of DATA_DIR/data.key, which is made (mode 0600) when it is not there; `onMade` hears of
 *  that. Throws BadDataKey. */
export function openKeys({ dataDir, dataKey }: KeySettings, onMade: (file: string) => void = () => undefined): Keys {
  if (dataKey !== undefined) return parseKeys(dataKey, 'DATA_KEY')
  const file = join(dataDir, FILE)
  if (makeFile(dataDir, file)) onMade(file)
  else if (statSync(file).mode & 0o077)
    throw new BadDataKey(`${file} can be read by others on this machine. Run: chmod 600 ${file}`)
  return parseKeys(readFileSync(file, 'utf8'), file)
}

/** Refuses to serve a city that has personal data under a key that is not here: another node's, or an earlier one. Returns the ids of those
 *  it has. Throws BadDataKey. */
export async function checkKeys(db: Db, city: string, keys: Keys): Promise<string[]> {
  const rows = await db.selectFrom('private_keys').select('key_id').where('city', '=', city).execute()
  const known = rows.map((row) => row.key_id)
  const missing = known.filter((id) => !keys.ids.has(id))
  if (missing.length) throw new BadDataKey(missingKey(missing))
  return known
}

/** Before anything is sealed in a city: its keys are all here, and the newest is noted. Runs under the city's lock, so that of two nodes
 *  with a key each the second is refused. Throws BadDataKey. */
export async function noteKey(tx: Tx, keys: Keys): Promise<void> {
  const known = await checkKeys(tx.db, tx.city, keys)
  if (!known.includes(keys.id)) await tx.write('private_keys', [{ city: tx.city, key_id: keys.id }], 'fail')
}

const missingKey = (ids: string[]): string =>
  `The store holds personal data under a key that is not here (${ids.join(', ')}). Every node on one database needs the same keys: ` +
  'set DATA_KEY on each, to what stands in data.key of the first; after a change of keys, to the new one, a comma, and the old one.'

const parseKeys = (text: string, where: string): Keys => {
  const [first, ...others] = text
    .split(/[,\s]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const key = Buffer.from(word, 'base64')
      if (key.length !== KEY_BYTES)
        throw new BadDataKey(
          `${where} does not hold keys of ${KEY_BYTES} bytes in base64, as from: openssl rand -base64 32`,
        )
      return key
    })
  if (!first) throw new BadDataKey(`${where} holds no key. If it is lost, so is what was sealed with it.`)
  return keysOf([first, ...others])
}

/** Whole or not at all, and never over another's: two processes may start on one folder. */
function makeFile(dataDir: string, file: string): boolean {
  mkdirSync(dataDir, { recursive: true })
  const making = `${file}.${process.pid}`
  try {
    statSync(file)
    return false
  } catch {
    const opened = openSync(making, 'wx', 0o600)
    writeSync(opened, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    fsyncSync(opened)
    closeSync(opened)
  }
  try {
    linkSync(making, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(making, { force: true })
  }
}
