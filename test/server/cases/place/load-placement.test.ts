import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadPlacement } from '../../../../server/cases/place/load-placement.ts'

const shipped = 'data'

function ownFolder(table?: object): string {
  const own = mkdtempSync(join(tmpdir(), 'gridkeeper-place-'))
  onTestFinished(() => rmSync(own, { recursive: true }))
  if (table) writeFileSync(join(own, 'responsibility.json'), JSON.stringify(table))
  return own
}

const table = {
  ...{ area: '420822', demo: false, source: '三定方案', otherwise: 'bureau', owners: [], grounds: [] },
  units: [{ id: 'bureau', name: { zh: '城管局', en: 'Bureau' }, kind: 'department' }],
}

test.each(['540626', '350104'])('the demo city %s has a table that says it is made up', async (area) => {
  const { responsibility, rules } = await loadPlacement(area, { shipped, own: ownFolder() })
  expect(responsibility).toMatchObject({ area, demo: true })
  expect(responsibility?.units.every(({ name }) => name.zh.endsWith('（演示）') && name.en.endsWith('(demo)'))).toBe(
    true,
  )
  expect(rules).toMatchObject({ snapMetres: 10, repeats: { flagged: 3, key: 5 } })
})

test('a county without a table has none, and with one of its own has that', async () => {
  expect((await loadPlacement('420822', { shipped, own: ownFolder() })).responsibility).toBeNull()
  expect((await loadPlacement('420822', { shipped, own: ownFolder(table) })).responsibility?.source).toBe('三定方案')
})

test('a table of another county, or one at fault, is refused by its path', async () => {
  await expect(loadPlacement('540626', { shipped, own: ownFolder(table) })).rejects.toThrow(
    'responsibility.json: area: it is of 420822, the city is 540626',
  )
  await expect(loadPlacement('420822', { shipped, own: ownFolder({ ...table, otherwise: 'no' }) })).rejects.toThrow(
    'responsibility.json: otherwise: there is no unit "no"',
  )
})
