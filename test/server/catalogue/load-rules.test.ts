import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { DATA, freshFolder, shippedRules } from './catalogue-folder.ts'

type Row = Record<string, unknown>

/** The shipped rules with one file changed. */
async function loadChanged(file: 'deadlines.json' | 'coverage.json', change: (rows: Row[]) => Row[]) {
  const folder = await freshFolder()
  await cp(join(DATA, 'rules'), folder, { recursive: true })
  const rows = JSON.parse(await readFile(join(folder, file), 'utf8')) as Row[]
  await writeFile(join(folder, file), JSON.stringify(change(rows)))
  return loadRules(folder)
}

test('a deadline says how long, in which time, for what, and after whom', async () => {
  const { deadlines } = await shippedRules()
  expect(deadlines.find(({ id }) => id === 'cover-warning-30min')).toMatchObject({
    limit: { value: 30, unit: 'minute' },
    place: { zh: '东营' },
    edition: '2016',
    verified: 'V',
  })
})

test('a rule that stands twice is named', async () => {
  const twice = loadChanged('deadlines.json', (rows) => [...rows, ...rows.slice(0, 1)])
  await expect(twice).rejects.toThrow(/^deadlines\.json: \[\d+\]\.id: "lamp-fault-24h" stands twice$/)
})

test('a rule without a source is refused', async () => {
  const bare = loadChanged('coverage.json', ([first, ...rest]) => [{ ...first, source: '' }, ...rest])
  await expect(bare).rejects.toThrow('coverage.json: [0].source')
})

test('a rule whose least spacing is above its greatest is refused', async () => {
  const crossed = loadChanged('coverage.json', ([first, ...rest]) => [{ ...first, minMetres: 500 }, ...rest])
  await expect(crossed).rejects.toThrow('coverage.json: [0]: minMetres is above maxMetres')
})
