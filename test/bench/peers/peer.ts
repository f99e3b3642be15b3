import type { ServedTile } from '../tiles/serve-tiles.ts'

/** Another program that answers the same tiles. */
export interface Peer {
  name: string
  version: string
  port: number
  pathOf(tile: ServedTile): string
  /** Of all its processes, in milliseconds. */
  readCpu(): number | Promise<number>
}

/** Says loudly that a peer is left out. */
export function missing(name: string, packages: string): undefined {
  console.warn(`\n!! ${name} is not installed and is LEFT OUT. Debian: apt-get install ${packages}\n`)
}
