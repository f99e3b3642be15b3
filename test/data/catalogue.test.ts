import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../server/catalogue/load-catalogue.ts'
import { DATA, shippedCodes, shippedRules } from '../server/catalogue/catalogue-folder.ts'

const rules = await shippedRules()
const layers = await loadCatalogue(join(DATA, 'catalogue'), await shippedCodes(), rules)
const layer = (id: string) => layers.find((one) => one.id === id)

test('the twenty-three layers load, those that others rely on under their fixed ids', () => {
  expect(layers).toHaveLength(23)
  for (const id of ['streetlights', 'drains', 'bins', 'landfills', 'construction-waste', 'truck-parking'])
    expect(layer(id), id).toMatchObject({ id, shownAtFirst: true })
})

test('every symbol is an icon of temaki or maki', () => {
  const folders = { temaki: '@rapideditor/temaki/icons', maki: '@mapbox/maki/icons' }
  const missing = layers.filter(({ symbol }) => {
    const [set, name] = symbol.icon.split(':')
    const folder = folders[set as keyof typeof folders]
    return !existsSync(fileURLToPath(new URL(`../../node_modules/${folder}/${name}.svg`, import.meta.url)))
  })
  expect(missing.map(({ id, symbol }) => [id, symbol.icon])).toEqual([])
})

test('no two layers of marks share an icon', () => {
  const icons = layers.filter(({ symbol }) => symbol.mark).map(({ symbol }) => symbol.icon)
  expect(new Set(icons).size).toBe(icons.length)
})

test('names, choices, statuses and measures are Chinese in zh and not in en', () => {
  const texts = layers.flatMap(({ name, measure, fields, statuses }) => [
    name,
    measure,
    ...fields.flatMap((field) => [field.name, ...(field.choices ?? []).map((choice) => choice.name)]),
    ...statuses.map((status) => status.name),
  ])
  const wrong = texts.filter(({ zh, en }) => (!/\p{sc=Han}/u.test(zh) && zh !== 'LED') || /\p{sc=Han}/u.test(en))
  expect(wrong).toEqual([])
})

test('the statuses of a field file are recognised in its own words', () => {
  const meant = (id: string, word: string) => layer(id)?.statuses.find(({ aliases }) => aliases.includes(word))?.id
  expect([
    meant('drains', '丢失'),
    meant('drains', '损坏'),
    meant('streetlights', '完好'),
    meant('bins', '满溢'),
  ]).toEqual(['missing', 'damaged', 'on', 'full'])
})

test('only lit lamps glow', () => {
  const glowing = layers.flatMap(({ id, statuses }) => statuses.filter(({ glow }) => glow).map((s) => `${id}/${s.id}`))
  expect(glowing).toEqual(['streetlights/on', 'streetlights/dimmed'])
})

test('every coverage rule that is shipped is used by a layer', () => {
  const used = new Set(layers.flatMap((one) => one.rules.coverage))
  expect(rules.coverage.filter(({ id }) => !used.has(id))).toEqual([])
})

test('a coverage rule about roads names classes that roads have', () => {
  const classes = layer('roads')
    ?.fields.find(({ key }) => key === 'class')
    ?.choices?.map(({ id }) => id)
  for (const { id, roadClasses = [] } of rules.coverage)
    for (const one of roadClasses) expect(classes, id).toContain(one)
})
