import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildReliefArchive } from '../../../server/basemap/build-relief.ts'
import { openArchive } from '../../../server/basemap/open-archive.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { groundOf } from '../../../server/drains/ground-book.ts'
import { gatherTiles } from '../../../server/drains/read-relief.ts'
import { reckonGround } from '../../../server/drains/reckon-ground.ts'

const PLACES: LngLat[] = [
  [93.785, 31.886],
  [93.785, 31.886],
  [93.8, 31.886],
]

async function slope() {
  const folder = mkdtempSync(join(tmpdir(), 'ground-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'relief.pmtiles')
  await buildReliefArchive((lng) => 4_000 - (lng - 93.7) * 1_000, [93.75, 31.87, 93.82, 31.9], path)
  const archive = await openArchive(path)
  if (!archive) throw new Error('no relief')
  onTestFinished(() => archive.close())
  return archive
}

test('the ground is reckoned in a thread, once for the same places', { timeout: 30_000 }, async () => {
  const archive = await slope()
  let asked = 0
  const archives = {
    relief: () => {
      asked++
      return Promise.resolve(archive)
    },
  }
  const tiles = await gatherTiles(archive, PLACES)
  const here = tiles && reckonGround(tiles)
  const [one, other] = await Promise.all([groundOf(archives, PLACES), groundOf(archives, [...PLACES])])
  expect(one).toEqual(here)
  expect(other).toBe(one)
  expect(asked).toBe(1)
  // Two in one cell share what drains to it.
  expect(one?.catchmentM2[0]).toBe(one?.catchmentM2[1])
  await groundOf(archives, PLACES.slice(1))
  expect(asked).toBe(2)
})

test('a relief that is made later is found', async () => {
  let asked = 0
  const none = {
    relief: () => {
      asked++
      return Promise.resolve(undefined)
    },
  }
  expect(await groundOf(none, PLACES)).toBeUndefined()
  expect(await groundOf(none, PLACES)).toBeUndefined()
  expect(asked).toBe(2)
})
