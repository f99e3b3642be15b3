import { expect, test } from 'vitest'
import { assetTiles, moveTiles } from '../../../web/map/asset-tiles.ts'

const AT = '2026-11-03T00:00Z'
const HERE = 'http://here'

test('the address of a layer carries its statuses and its moment, and neither where there is none', () => {
  const shown = { statusFilter: { bins: ['full', 'broken'] }, moments: { bins: AT, drains: AT } }
  expect(assetTiles({ id: 'bins' }, shown, HERE)).toBe(`${HERE}/tiles/bins/{z}/{x}/{y}.mvt?status=full,broken&at=${AT}`)
  expect(assetTiles({ id: 'drains' }, shown, HERE)).toBe(`${HERE}/tiles/drains/{z}/{x}/{y}.mvt?at=${AT}`)
  expect(assetTiles({ id: 'roads' }, shown, HERE)).toBe(`${HERE}/tiles/roads/{z}/{x}/{y}.mvt`)
})

test('only layers that are of another moment are sent elsewhere, and none that still waits for tiles', () => {
  const moved: string[] = []
  const sourceOf = (id: string) => ({ setTiles: (tiles: string[]) => moved.push(`${id} ${tiles}`) })
  const map = {
    getSource: (id: string) => (id === 'layer/hidden' ? undefined : sourceOf(id)),
    isSourceLoaded: (id: string) => id !== 'layer/late',
  }
  const layers = ['bins', 'drains', 'late', 'hidden'].map((id) => ({ id }))
  const before = { statusFilter: {}, moments: { drains: AT } }
  const now = { statusFilter: {}, moments: { drains: AT, bins: AT, late: AT, hidden: AT } }
  moveTiles(map as unknown as Parameters<typeof moveTiles>[0], layers, [before, now], HERE)
  expect(moved).toEqual([`layer/bins ${HERE}/tiles/bins/{z}/{x}/{y}.mvt?at=${AT}`])
})
