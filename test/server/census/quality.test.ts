import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'

const whole = { road: '藏北路', circuit: 'A-1', lampType: 'led', installedOn: '2020-01-01' }

// The first city of a file is made in seconds on a busy machine.
test('a planner reads what the census got wrong, and a supervisor does not', { timeout: 20_000 }, async () => {
  const assets = [
    lamp(1, { fields: whole }),
    lamp(2, { fields: { ...whole, circuit: null } }),
    lamp(3, { fields: whole }),
    lamp(9, { fields: whole, geometry: lamp(3).geometry }),
  ]
  const city = await testCity({ assets })
  const planner = await city.as('planner')
  const quality = await planner.json('/api/census/quality')
  expect(quality).toMatchObject({
    ...{ area: '540626', things: 4, faulty: 2 },
    counts: { duplicate: 1, 'outside-grid': null, 'missing-field': 1, 'wrong-area': 0 },
    faults: [
      { kind: 'duplicate', id: assets[3]?.id, twin: assets[2]?.id, metres: 0 },
      { kind: 'missing-field', id: assets[1]?.id, field: 'circuit' },
    ],
    rules: { duplicateMetres: 1 },
  })
  expect((await (await city.as('admin')).json('/api/census/quality?limit=1')).faults).toHaveLength(2)
  expect(await planner.refusal('/api/census/quality?limit=0')).toMatchObject({ status: 400, parameter: 'limit' })
  expect(await (await city.as('supervisor')).refusal('/api/census/quality')).toMatchObject({ status: 403 })
})

test('while a census is looked over others are served', { timeout: 20_000 }, async () => {
  const assets = Array.from({ length: 5_000 }, (_, at) =>
    lamp(at + 1, {
      fields: whole,
      geometry: { type: 'Point', coordinates: [93.7 + (at % 200) * 3e-4, 31.8 + Math.floor(at / 200) * 3e-4] },
    }),
  )
  const planner = await (await testCity({ assets })).as('planner')
  let turns = 0
  const pulse = setInterval(() => turns++, 1)
  expect((await planner.json('/api/census/quality')).counts.duplicate).toBe(0)
  clearInterval(pulse)
  // In one piece it would be over before a single turn.
  expect(turns).toBeGreaterThan(2)
})

test('a look over a census tells how far it is, and ends when the last who waits goes away', {
  timeout: 20_000,
}, async () => {
  const assets = Array.from({ length: 5_000 }, (_, at) =>
    lamp(at + 1, {
      fields: whole,
      geometry: { type: 'Point', coordinates: [93.7 + (at % 200) * 3e-4, 31.8 + Math.floor(at / 200) * 3e-4] },
    }),
  )
  const city = await testCity({ assets })
  const planner = await city.as('planner')
  const WORDS = ['the-first-by-chance', 'the-second-by-chance']
  const progress = async () => (await planner.json(`/api/asks/${WORDS[1]}`)).progress
  const ask = (signal: AbortSignal, at: number) => {
    const headers = { Cookie: planner.cookie, 'Ask-Word': WORDS[at] ?? '' }
    return Promise.resolve(city.app.request('/api/census/quality', { headers, signal })).then(({ status }) => status)
  }
  expect(await progress()).toBeNull()
  const [first, second] = [new AbortController(), new AbortController()]
  const answers = [ask(first.signal, 0), ask(second.signal, 1)]
  const seen: number[] = []
  // One who leaves takes it from nobody.
  while ((seen.at(-1) ?? 0) === 0) {
    const now = await progress()
    if (now) seen.push(now.share)
    if (now) first.abort()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBeGreaterThan(0)
  expect(seen.at(-1)).toBeLessThan(1)
  second.abort()
  expect(await Promise.all(answers)).toEqual([400, 400])
  expect(await progress()).toBeNull()
  expect((await planner.json('/api/census/quality')).things).toBe(5_000)
  expect(await progress()).toBeNull()
})
