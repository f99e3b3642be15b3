import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Layer } from '../../../server/contract/layer.ts'
import { State } from '../../../server/contract/state.ts'
import { iconUrl } from '../../../web/icons/icon.ts'
import { STATE_SHAPES } from '../../../web/icons/state-shape.ts'

test('six states have six shapes', () => {
  expect(new Set(State.options.map((state) => STATE_SHAPES[state])).size).toBe(6)
})

test('every icon that the catalogue names is in its set', () => {
  const packages: Record<string, string> = { temaki: '@rapideditor/temaki', maki: '@mapbox/maki' }
  for (const file of readdirSync('data/catalogue').filter((name) => name.endsWith('.json'))) {
    const { symbol } = Layer.parse(JSON.parse(readFileSync(`data/catalogue/${file}`, 'utf8')))
    const [set = '', name] = symbol.icon.split(':')
    expect([symbol.icon, existsSync(`node_modules/${packages[set]}/icons/${name}.svg`)]).toEqual([symbol.icon, true])
    expect(iconUrl(symbol.icon)).toBe(`/icons/${set}/${name}.svg`)
  }
})
