import { expect, test } from 'vitest'
import { compareWithScan } from './scan-points.ts'

test('2,000 random tiles of points between random edits hold exactly what a plain scan finds', {
  timeout: 120_000,
}, async () => {
  expect(await compareWithScan(4000, 2000, 2026)).toBeGreaterThan(50_000)
})
