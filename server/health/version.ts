import { readFileSync } from 'node:fs'

export interface Version {
  name: string
  version: string
  node: string
  startedAt: string
}

/** Of the package that this file belongs to. */
export function readVersion(startedAt: string): Version {
  const path = new URL('../../package.json', import.meta.url)
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name: string; version: string }
  return { name, version, node: process.version, startedAt }
}
