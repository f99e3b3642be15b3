import { expect, test } from 'vitest'
import { HEAT_MAGIC } from '../../../server/contract/heat.ts'
import { readHeat } from '../../../web/map/read-heat.ts'

/** A heat file as contract/heat.ts describes it. `blanks` lengthens the header to another remainder of 4. */
function heatFile(at: number[], { blanks = 0, magic = HEAT_MAGIC, promised = at.length } = {}): ArrayBuffer {
  const header = { subject: 'complaints', seq: 7, from: 'a', to: 'b', classes: ['x'], sources: ['y'], count: promised }
  const text = new TextEncoder().encode(JSON.stringify(header) + ' '.repeat(blanks))
  const padded = Math.ceil(text.length / 4) * 4
  const bytes = new Uint8Array(8 + padded + 14 * at.length).fill(0x20, 8, 8 + padded)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, padded, true)
  bytes.set(text, 8)
  const start = 8 + padded
  at.forEach((second, i) => {
    view.setInt32(start + 4 * i, 937_858_000 + i, true)
    view.setInt32(start + 4 * (at.length + i), -5, true)
    view.setUint32(start + 8 * at.length + 4 * i, second, true)
    view.setUint8(start + 12 * at.length + i, i)
    view.setUint8(start + 13 * at.length + i, 9)
  })
  return bytes.buffer
}

test.each([0, 1, 2, 3])('the columns are read whatever the length of the header (%i blanks)', (blanks) => {
  const columns = readHeat(heatFile([10, 20, 20], { blanks }))
  expect([...columns.lng]).toEqual([937_858_000, 937_858_001, 937_858_002])
  expect([...columns.lat]).toEqual([-5, -5, -5])
  expect([...columns.at]).toEqual([10, 20, 20])
  expect([...columns.classOf, ...columns.sourceOf]).toEqual([0, 1, 2, 9, 9, 9])
  expect(columns).toMatchObject({ count: 3, seq: 7, classes: ['x'], sources: ['y'] })
})

test('what is not a heat file, is cut short or is out of order is refused', () => {
  expect(() => readHeat(new ArrayBuffer(3))).toThrow('not a heat file')
  expect(() => readHeat(heatFile([1], { magic: 1 }))).toThrow('not a heat file')
  expect(() => readHeat(heatFile([1, 2], { promised: 3 }))).toThrow('cut short')
  expect(() => readHeat(heatFile([1, 2]).slice(0, 20))).toThrow('cut short')
  expect(() => readHeat(heatFile([5, 4]))).toThrow('order of time')
})
