import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Version {
  name: string
  version: string
  node: string
  startedAt: string
}

/** Of the package in a folder. */
export function readVersion(root: string, startedAt: string): Version {
  const path = join(root, 'package.json')
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name: string; version: string }
  return { name, version, node: process.version, startedAt }
}
