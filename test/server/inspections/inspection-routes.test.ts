import { expect, test } from 'vitest'
import { testCity, visit } from '../../support/test-city.ts'

const hazard = { grade: 'general' as const, problem: '灭火器过期', rectifiedAt: null }
const VISITS = [
  visit(1, { at: '2026-01-01T10:00:00+08:00', hazards: [hazard] }),
  visit(2, { at: '2026-01-02T10:00:00+08:00', kind: 'gas-user' }),
  visit(3, { at: '2026-01-03T10:00:00+08:00', hazards: [{ ...hazard, rectifiedAt: '2026-01-04T10:00:00+08:00' }] }),
]

test('inspections come newest first, and are narrowed by kind, time and open hazards', async () => {
  const city = await testCity({ inspections: VISITS })
  const ids = async (query: string): Promise<string[]> =>
    (await city.json(`/api/inspections?${query}`)).inspections.map(({ id }: { id: string }) => id)
  expect(await ids('')).toEqual(['visit-0003', 'visit-0002', 'visit-0001'])
  expect(await ids('kind=gas-user')).toEqual(['visit-0002'])
  expect(await ids('openHazards=true')).toEqual(['visit-0001'])
  expect(await ids('from=2026-01-02&to=2026-01-03')).toEqual(['visit-0002'])
  const page = await city.json('/api/inspections?limit=2')
  expect(await ids(`limit=2&cursor=${page.next}`)).toEqual(['visit-0001'])
})

test('one inspection can be asked for, and what is none is refused', async () => {
  const city = await testCity({ inspections: VISITS })
  expect(await city.json('/api/inspections/visit-0001')).toMatchObject({ hazards: [hazard] })
  expect(await city.refusal('/api/inspections/visit-0009')).toMatchObject({ status: 404, code: 'unknown-inspection' })
  expect(await city.refusal('/api/inspections?kind=picnic')).toMatchObject({ code: 'bad-kind' })
  expect(await city.refusal('/api/inspections?openHazards=maybe')).toMatchObject({ code: 'bad-open-hazards' })
})
