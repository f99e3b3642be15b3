import { describe, expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { Geofence } from '../../../../server/contract/geofence.ts'
import {
  cornersOf,
  middlesOf,
  movedCorner,
  nudged,
  readCorners,
  ringOf,
  textOf,
  withCorner,
  withoutCorner,
} from '../../../../web/admin/fences/corners.ts'
import { spanOfDay } from '../../../../web/admin/fences/crossing-day.ts'
import { emptyFence, fenceDraftOf, fencePatchOf, newFenceOf } from '../../../../web/admin/fences/fence-draft.ts'
import { readFenceSearch } from '../../../../web/admin/fences/fence-search.ts'
import { fenceAt, viewOfCorners } from '../../../../web/admin/fences/fence-view.ts'

const A: LngLat = [93.78, 31.88]
const B: LngLat = [93.79, 31.88]
const C: LngLat = [93.79, 31.89]
const SQUARE: LngLat[] = [A, B, C, [93.78, 31.89]]

describe('corners', () => {
  test('a ring and its corners say each other', () => {
    expect(ringOf(cornersOf(ringOf(SQUARE)))).toEqual(ringOf(SQUARE))
    expect(ringOf([])).toEqual([])
    expect(ringOf(SQUARE)).toHaveLength(5)
  })

  test('a corner is put between, moved and taken away without touching the others', () => {
    expect(withCorner([A, B], 1, C)).toEqual([A, C, B])
    expect(movedCorner([A, B], 1, [93.123456789, 31.1])).toEqual([A, [93.1234568, 31.1]])
    expect(withoutCorner([A, B, C], 0)).toEqual([B, C])
    expect(SQUARE).toHaveLength(4)
  })

  test('every side of an area has a middle, and a line has one', () => {
    expect(middlesOf(SQUARE)).toHaveLength(4)
    expect(middlesOf(SQUARE)[3]).toEqual([93.78, 31.885])
    expect(middlesOf([A, B])).toEqual([[93.785, 31.88]])
    expect(middlesOf([A])).toEqual([])
  })

  test('a metre north is a metre', () => {
    const [lng, lat] = nudged(A, 0, 10)
    expect(lng).toBe(A[0])
    expect((lat - A[1]) * 111_195).toBeCloseTo(10, 3)
  })

  test('a list of corners reads back as it was written', () => {
    expect(readCorners(textOf(SQUARE))).toEqual({ corners: SQUARE })
  })

  test('Chinese commas, tabs and a closing line are taken, and what is no place is told by its line', () => {
    expect(readCorners('93.78，31.88\n\n93.79\t31.88\n93.79 31.89\n93.78, 31.88')).toEqual({ corners: [A, B, C] })
    expect(readCorners('93.78, 31.88\n93.79')).toEqual({ badLine: 2 })
    expect(readCorners('31.88, 93.78')).toEqual({ badLine: 1 })
    expect(readCorners('')).toEqual({ corners: [] })
  })
})

describe('a fence in the form', () => {
  const fence: Geofence = {
    ...{ id: 'f1', name: '值守点', purpose: 'watch-post', ring: ringOf(SQUARE), crews: null },
    ...{ madeAt: '2026-05-01T04:00:00.000Z', endedAt: null, demo: false },
  }

  test('nobody named is every crew', () => {
    expect(newFenceOf({ ...emptyFence, name: ' 新点 ' }, SQUARE)).toEqual({
      ...{ name: '新点', purpose: 'watch-post', ring: ringOf(SQUARE), crews: null },
    })
  })

  test('only what was changed is sent', () => {
    const draft = fenceDraftOf(fence)
    expect(fencePatchOf(fence, draft, SQUARE)).toBeUndefined()
    expect(fencePatchOf(fence, { ...draft, crews: ['c1'] }, SQUARE)).toEqual({ crews: ['c1'] })
    expect(fencePatchOf(fence, draft, [A, B, C])).toEqual({ ring: ringOf([A, B, C]) })
  })

  test('the smaller of two fences in one place is meant', () => {
    const large = {
      id: 'large',
      ring: ringOf([
        [93.7, 31.8],
        [93.9, 31.8],
        [93.9, 32],
        [93.7, 32],
      ]),
    }
    const small = { id: 'small', ring: fence.ring }
    expect(fenceAt([large, small], [93.785, 31.885])?.id).toBe('small')
    expect(fenceAt([large, small], [93.72, 31.82])?.id).toBe('large')
    expect(fenceAt([large, small], [95, 31])).toBeUndefined()
  })

  test('a fence is shown whole', () => {
    const view = viewOfCorners(SQUARE, [600, 400])
    expect(view?.lng).toBeCloseTo(93.785, 9)
    expect(view?.lat).toBeCloseTo(31.885, 9)
    const across = 360 / (512 * 2 ** (view?.zoom ?? 0))
    expect(across * 600).toBeGreaterThan(0.01)
    expect(across * 400 * Math.cos((31.885 * Math.PI) / 180)).toBeGreaterThan(0.01)
    expect(viewOfCorners([], [600, 400])).toBeUndefined()
  })
})

test('a business day begins eight hours before the one of Greenwich', () => {
  expect(spanOfDay('2026-05-01')).toEqual({ from: '2026-04-30T16:00:00.000Z', to: '2026-05-01T16:00:00.000Z' })
  expect(spanOfDay('2026-13-01')).toBeUndefined()
})

test('a damaged part of the address is dropped', () => {
  expect(readFenceSearch({ fence: 'new', day: 'x', crew: 'demo-1', of: 3 })).toEqual({ fence: 'new', crew: 'demo-1' })
})
