import { expect, test } from 'vitest'
import { balanceParking, type ParkingYard, scoreYards } from '../../../../server/insight/parking/balance.ts'

const CHECKED = { fenced: true, hardened: true, washBay: true }
const yard = (id: string, of: Partial<ParkingYard> = {}): ParkingYard => ({
  ...{
    id,
    name: id,
    kind: 'truck-park',
    status: 'free',
    location: [93.781, 31.881],
    bays: 20,
    occupied: 3,
    checks: CHECKED,
  },
  ...of,
})
const at = (clock: string, location: [number, number] = [93.7812, 31.8812]) => ({
  ...{ location, atMs: Date.parse(`2026-04-01T${clock}:00+08:00`) },
})
const RULES = { cellMetres: 500, nightHours: [22, 23, 0] }

test('trucks that found no place stand against the bays of their cell, by the hour of the night', () => {
  const far: [number, number] = [93.9, 31.9]
  const cases = [at('22:10'), at('22:50'), at('23:59'), at('00:30'), at('12:00'), ...Array(12).fill(at('23:00', far))]
  const cells = balanceParking({ yards: [yard('a'), yard('b', { status: 'closed' })], cases, nights: 2 }, RULES)
  expect(cells).toMatchObject([
    { bays: 0, yards: 0, demand: [0, 12, 0], cases: 12, peakPerNight: 6, balance: -6 },
    { bays: 20, yards: 2, demand: [2, 1, 1], cases: 4, peakPerNight: 1, balance: 19 },
  ])
  const [west, south, east, north] = cells[1]?.bbox ?? [0, 0, 0, 0]
  expect((north - south) * 111_195.08).toBeCloseTo(500, 6)
  expect((east - west) * 111_195.08 * Math.cos((31.88 * Math.PI) / 180)).toBeCloseTo(500, -1)
  expect(west <= 93.781 && 93.781 < east && south <= 31.881 && 31.881 < north).toBe(true)
})

test('a yard has the weights of what is there; what nobody wrote down is named and counts as missing', () => {
  const checklist = { fenced: 0.4, hardened: 0.3, washBay: 0.3 }
  const scored = scoreYards(
    [
      yard('full'),
      yard('half', { checks: { fenced: true, hardened: false, washBay: null } }),
      yard('a', { checks: { fenced: null, hardened: null, washBay: null } }),
    ],
    { checklist },
  )
  expect(scored).toMatchObject([
    { id: 'a', score: 0, missing: [], unknown: ['fenced', 'hardened', 'washBay'] },
    { id: 'half', score: 40, missing: ['hardened'], unknown: ['washBay'] },
    { id: 'full', score: 100, missing: [], unknown: [] },
  ])
})
