import { expect, test } from 'vitest'
import { complaint, testCity } from '../../support/test-city.ts'

const CASES = Array.from({ length: 12 }, (_, index) =>
  complaint(index + 1, {
    source: index % 3 === 0 ? 'patrol' : 'hotline-12345',
    receivedAt: `2026-01-${String(index + 1).padStart(2, '0')}T09:00:00+08:00`,
    number: `202601${String(index + 1).padStart(2, '0')}-0001`,
    assetId: index === 5 ? '54062601037000001' : null,
  }),
)
const idsOf = ({ cases }: { cases: { id: string }[] }): string[] => cases.map(({ id }) => id)

test('cases come newest first, in pages that add up', async () => {
  const city = await testCity({ cases: CASES })
  const found: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: { cases: { id: string }[]; next: string | null } = await city.json(
      `/api/cases?limit=5${next && `&cursor=${next}`}`,
    )
    found.push(...idsOf(page))
    next = page.next
  }
  expect(found).toEqual(CASES.map(({ id }) => id).reverse())
})

test('cases are narrowed by source, time, thing and place', async () => {
  const city = await testCity({ cases: CASES })
  const count = async (query: string) => idsOf(await city.json(`/api/cases?${query}`)).length
  expect(await count('source=patrol')).toBe(4)
  expect(await count('source=patrol,hotline-12345')).toBe(12)
  expect(await count('from=2026-01-03&to=2026-01-05')).toBe(2)
  expect(await count('from=2026-01-03T09:00:00%2B08:00&to=2026-01-03T09:00:01%2B08:00')).toBe(1)
  expect(await count('assetId=54062601037000001')).toBe(1)
  expect(await count('bbox=93,31,94,32')).toBe(12)
  expect(await count('bbox=90,31,91,32')).toBe(0)
  expect(await count('code=01037&kind=component&status=received')).toBe(12)
  expect(await count('kind=matter')).toBe(0)
})

test('a case is found by its id and by its number', async () => {
  const city = await testCity({ cases: CASES })
  expect(await city.json('/api/cases/case-0007')).toMatchObject({ number: '20260107-0001' })
  expect(await city.json('/api/cases/20260107-0001')).toMatchObject({ id: 'case-0007' })
  expect(await city.refusal('/api/cases/20260107-0002')).toMatchObject({ status: 404, code: 'unknown-case' })
  expect(await city.refusal('/api/cases/20269999-0001')).toMatchObject({ status: 404 })
})

test('what cannot be understood is refused by name', async () => {
  const city = await testCity()
  const forged = Buffer.from(JSON.stringify([1, '\u0000'])).toString('base64url')
  for (const [query, code] of [
    ['from=yesterday', 'bad-from'],
    ['from=2026-02-30', 'bad-from'],
    ['from=2026-01-01T00:00:00', 'bad-from'],
    ['from=2026-01-02&to=2026-01-01', 'bad-to'],
    ['source=rumour', 'bad-source'],
    ['status=lost', 'bad-status'],
    ['code=1', 'bad-code'],
    ['cursor=abc', 'bad-cursor'],
    [`cursor=${forged}`, 'bad-cursor'],
    ['limit=1001', 'bad-limit'],
    ['assetId=%00', 'bad-asset-id'],
    ['page=2', 'unknown-parameter'],
  ]) {
    expect(await city.refusal(`/api/cases?${query}`), query).toMatchObject({ status: 400, code })
  }
})
