import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { DATA, freshFolder, shippedRules } from './catalogue-folder.ts'

type Row = Record<string, unknown>
type RuleFile = 'coverage.json' | 'conditions/lighting.json' | 'calendars/2026.json' | 'working-hours.json'

/** The shipped rules with one file changed. */
async function loadChanged(file: RuleFile, change: (rows: Row[]) => unknown) {
  const folder = await freshFolder()
  await cp(join(DATA, 'rules'), folder, { recursive: true })
  const rows = JSON.parse(await readFile(join(folder, file), 'utf8')) as Row[]
  await writeFile(join(folder, file), JSON.stringify(change(rows)))
  return loadRules(folder)
}

test('a filing condition says what must be done, how long, in which time, and after whom', async () => {
  const { deadlines } = await shippedRules()
  expect(deadlines.find(({ id }) => id === 'cover-hazard')).toMatchObject({
    stages: [
      { id: 'sign', limit: { value: 30, unit: 'minute' } },
      { id: 'replace', limit: { value: 24, unit: 'hour' } },
    ],
    place: { zh: '东营' },
    edition: '2016',
    verified: 'V',
  })
})

test('a rule that stands twice is named', async () => {
  const twice = loadChanged('conditions/lighting.json', (rows) => [...rows, ...rows.slice(0, 1)])
  await expect(twice).rejects.toThrow(/^lighting\.json: \[\d+\]\.version: version 1 of "lamp-fault" stands twice$/)
})

test('a condition keeps its versions without a hole: an old case may have any of them', async () => {
  const second = (version: number) =>
    loadChanged('conditions/lighting.json', (rows) => [...rows, { ...rows[0], version }])
  await expect(second(3)).rejects.toThrow('"lamp-fault" has a version 3 and none before it')
  expect((await second(2)).conditions.filter(({ id }) => id === 'lamp-fault')).toHaveLength(2)
})

test('a stage that follows one that there is not is refused', async () => {
  const lost = loadChanged('conditions/lighting.json', ([first, ...rest]) => {
    const stages = (first?.stages ?? []) as Row[]
    return [{ ...first, stages: stages.map((stage) => ({ ...stage, after: 'never' })) }, ...rest]
  })
  await expect(lost).rejects.toThrow('lighting.json: [0].stages: a stage comes after one that stands before it')
})

test('a calendar in the file of another year, and hours out of order, are refused', async () => {
  const wrong = loadChanged('calendars/2026.json', (year) => ({ ...year, year: 2027 }))
  await expect(wrong).rejects.toThrow('2026.json: year: the year 2027 belongs in 2027.json')
  const crossed = loadChanged('working-hours.json', ([first]) => [
    {
      ...first,
      periods: [
        ['14:00', '18:00'],
        ['08:00', '12:00'],
      ],
    },
  ])
  await expect(crossed).rejects.toThrow('give the periods in order')
})

test('a rule without a source is refused', async () => {
  const bare = loadChanged('coverage.json', ([first, ...rest]) => [{ ...first, source: '' }, ...rest])
  await expect(bare).rejects.toThrow('coverage.json: [0].source')
})

test('a rule whose least spacing is above its greatest is refused', async () => {
  const crossed = loadChanged('coverage.json', ([first, ...rest]) => [{ ...first, minMetres: 500 }, ...rest])
  await expect(crossed).rejects.toThrow('coverage.json: [0]: minMetres is above maxMetres')
})
