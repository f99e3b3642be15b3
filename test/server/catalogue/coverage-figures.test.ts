import { expect, test } from 'vitest'
import { shippedRules } from './catalogue-folder.ts'

/** As the standards have them: from, to, in metres; of what edition. */
const FIGURES: Record<string, [least: number | undefined, most: number, edition: string]> = {
  'bins-gb50337-dense': [30, 100, 'GB/T 50337-2018 §4.4.2'],
  'bins-gb50337-ordinary': [100, 200, 'GB/T 50337-2018 §4.4.2'],
  'bins-gb50337-low': [200, 400, 'GB/T 50337-2018 §4.4.2'],
  'bins-cjj27-commercial': [50, 100, 'CJJ 27-2012'],
  'bins-cjj27-main': [100, 200, 'CJJ 27-2012'],
  'bins-cjj27-branch': [200, 400, 'CJJ 27-2012'],
  'bins-cjj27-old-commercial': [25, 50, 'CJJ 27（2012 年以前版本）'],
  'bins-cjj27-old-main': [50, 80, 'CJJ 27（2012 年以前版本）'],
  'bins-cjj27-old-ordinary': [80, 100, 'CJJ 27（2012 年以前版本）'],
  'kiosk-radius-cjj27': [undefined, 70, 'CJJ 27-2012'],
  'toilets-gb55013': [undefined, 300, 'GB 55013-2021 §5.0.1'],
  'toilets-use-public': [300, 500, 'GB 55013-2021 之前按用地分档的旧表，版本未载明'],
  'toilets-use-homes': [500, 800, 'GB 55013-2021 之前按用地分档的旧表，版本未载明'],
  'toilets-use-industry': [800, 1_000, 'GB 55013-2021 之前按用地分档的旧表，版本未载明'],
  'inlets-gb50014': [25, 50, 'GB 50014, edition not stated in the source'],
}

test('every rule about coverage has the figures of its standard, its source and its edition', async () => {
  const { coverageSets } = await shippedRules()
  const rules = coverageSets.flatMap((set) => set.rules)
  const isLocal = ({ lamps }: { lamps?: unknown }): boolean => lamps !== undefined
  const told = rules.filter((rule) => !isLocal(rule))
  expect(
    Object.fromEntries(told.map(({ id, minMetres, maxMetres, edition }) => [id, [minMetres, maxMetres, edition]])),
  ).toEqual(FIGURES)
  for (const { id, source, edition } of rules)
    expect([id, source.length > 5, edition.length > 5]).toEqual([id, true, true])
})

test('no standard gives a spacing of lamps: it is a local rule, unverified, from height and layout, and says its class', async () => {
  const { coverageSets } = await shippedRules()
  const lamps = coverageSets.find(({ layer }) => layer === 'streetlights')?.rules ?? []
  expect(lamps.map(({ roadClasses, maxMetres }) => [roadClasses?.at(-1), maxMetres])).toEqual([
    ['main', 36],
    ['secondary', 31.5],
    ['street', 35],
    ['lane', 36],
  ])
  for (const { lamps: of, maxMetres, verified, edition } of lamps) {
    expect((of?.heightM ?? 0) * (of?.perHeight ?? 0)).toBeCloseTo(maxMetres, 9)
    expect([verified, edition]).toEqual(['U', '本地 2026（参照 CJJ 45-2015）'])
  }
  // Lav, maintained, of classes Ⅰ to Ⅲ; lanes are in no class of roads for motor traffic.
  const classes = ['Ⅰ级（快速路、主干路）：Lav 1.5/2.0', 'Ⅱ级（次干路）：Lav 1.0/1.5', 'Ⅲ级（支路）：Lav 0.5/0.75']
  for (const [at, words] of classes.entries()) expect(lamps[at]?.reading?.zh).toContain(words)
})

test('every rule about spacing along roads is a rule for towns: it holds within unit grids, and says why', async () => {
  const { coverageSets } = await shippedRules()
  const along = coverageSets.flatMap(({ rules }) => rules).filter(({ measure }) => measure === 'along-road')
  expect(along.filter(({ within }) => within?.layer !== 'unit-grids').map(({ id }) => id)).toEqual([])
  for (const { id, within } of along)
    expect([id, /网格/.test(within?.reading.zh ?? ''), /unit grids/.test(within?.reading.en ?? '')]).toEqual([
      id,
      true,
      true,
    ])
  // CJJ 45 is the standard of lighting for town roads; a national road outside of town is no main road of one.
  const main = along.find(({ id }) => id === 'lamps-local-main')
  expect([main?.roadClasses, main?.within?.reading.zh.slice(0, 6)]).toEqual([['national', 'main'], 'CJJ 45'])
})
