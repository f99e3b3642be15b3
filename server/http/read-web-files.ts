import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface WebFile {
  path: string
  type: string
  etag: string
  bytes: number
  /** Its name changes with its content. */
  immutable: boolean
}

const MIME: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : []
  })

/** The built files by address. What is not in the table cannot be asked for, so no address can leave the folder.
 *  Empty when nothing is built. `immutableUnder`: where the builder puts a hash into every name. */
export function readWebFiles(folder: string, immutableUnder = '/assets/'): Map<string, WebFile> {
  const files = new Map<string, WebFile>()
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return files
  for (const path of filesUnder(folder)) {
    const type = MIME[extname(path)]
    if (!type) continue
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const content = readFileSync(path)
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    files.set(address, { path, type, etag, bytes: content.length, immutable: address.startsWith(immutableUnder) })
  }
  return files
}
