import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface Holder {
  pid: number
  host: string
  since: string
  command: string
}

/** Another process works on the folder; `holder` is undefined in the moment before that one has written who it is. */
export class DataDirHeld extends Error {
  readonly dataDir: string
  readonly holder: Holder | undefined

  constructor(dataDir: string, holder: Holder | undefined) {
    const who = holder
      ? `process ${holder.pid} on ${holder.host} since ${holder.since} (${holder.command})`
      : 'another process that is just starting'
    super(`The data folder ${dataDir} is in use by ${who}. Stop that process first, or set another DATA_DIR.`)
    this.name = 'DataDirHeld'
    this.dataDir = dataDir
    this.holder = holder
  }
}

/** Takes a folder (made if absent) for this process alone and returns what gives it back. Throws DataDirHeld.
 *
 *  The lock is the operating system's, through an exclusive SQLite transaction that lasts as long as the process: it ends with the
 *  process however that ends, and no pid is compared, since a pid is used again. Who holds it stands in a file beside it, because a
 *  locked SQLite file cannot be read (and on POSIX opening and closing lock.db by other means in this process would drop the lock). */
export function lockDataDir(dataDir: string): () => void {
  const holderFile = join(dataDir, 'lock-holder.json')
  const lock = openLock(dataDir)
  try {
    lock.pragma('locking_mode = exclusive')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new DataDirHeld(dataDir, readHolder(holderFile))
    throw error
  }
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    command: process.argv.join(' '),
  }
  writeFileSync(`${holderFile}.new`, `${JSON.stringify(holder, null, 2)}\n`)
  renameSync(`${holderFile}.new`, holderFile)
  return () => {
    if (!lock.open) return
    rmSync(holderFile, { force: true })
    lock.close()
  }
}

function openLock(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true })
    return new Database(join(dataDir, 'lock.db'), { timeout: 0 })
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be written: ${(error as Error).message}`, { cause: error })
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}
