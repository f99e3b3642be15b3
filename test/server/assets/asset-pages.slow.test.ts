import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOfLayer } from '../../../server/assets/asset-page-store.ts'
import { assetsOfLayer } from '../../../server/assets/asset-store.ts'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Store } from '../../../server/store/store.ts'
import { onEachEngine } from '../../support/engines.ts'
import { by, lamp, SUO } from '../../support/entries.ts'

const decode = (column: Uint8Array): unknown[] => JSON.parse(Buffer.from(column).toString())

/** The things of the pages, and how many each page says it has. */
async function read(store: Store, layer: string) {
  const [things, counts]: [unknown[], number[]] = [[], []]
  for await (const { count, ...columns } of pagesOfLayer(store, SUO, layer)) {
    const lists = Object.entries(columns).map(([key, column]) => [key, decode(column)] as const)
    for (const [, list] of lists) expect(list).toHaveLength(count)
    for (let row = 0; row < count; row++)
      things.push({ layer, ...Object.fromEntries(lists.map(([key, list]) => [key, list[row]])) })
    counts.push(count)
  }
  return { things, counts }
}

async function readSingly(store: Store, layer: string): Promise<Asset[]> {
  const things: Asset[] = []
  for await (const page of assetsOfLayer(store.db, SUO, layer)) things.push(...page)
  return things
}

const awkward = fc.oneof(
  fc.constantFrom('', '藏北路', '"', '\\', "'", '\n', '\t\u0001\u001f', '\u007f\u2028', '👩‍🚒', '],[', '{"a":1}', '%_'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const values = fc.oneof(awkward, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
const line = fc
  .array(fc.tuple(fc.double({ min: 93, max: 94, noNaN: true }), fc.double({ min: 31, max: 32, noNaN: true })), {
    minLength: 2,
    maxLength: 5,
  })
  .map((coordinates): Asset['geometry'] => ({ type: 'LineString', coordinates }))
const place = fc
  .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
  .map((coordinates): Asset['geometry'] => ({ type: 'Point', coordinates }))
const things = fc.uniqueArray(
  fc.record({
    id: fc.oneof(awkward, fc.string({ minLength: 1, maxLength: 9 })),
    name: awkward,
    source: awkward,
    geometry: fc.oneof(place, line),
    fields: fc.dictionary(awkward, values, { maxKeys: 4 }),
  }),
  { minLength: 30, maxLength: 60, selector: ({ id }) => id },
)

onEachEngine((newPlace) => {
  test('whatever things hold, they come in pages as they come singly', async () => {
    const store = await (await newPlace()).open()
    let run = 0
    await fc.assert(
      fc.asyncProperty(things, async (some) => {
        const layer = `layer-${run++}`
        const added = some.map((of) => lamp(1, { ...of, id: `${layer} ${of.id}`, layer }))
        await store.transaction(SUO, (tx) => writeAssets(tx, { added }, by()))
        const singly = await readSingly(store, layer)
        expect(singly).toHaveLength(some.length)
        expect((await read(store, layer)).things).toEqual(singly)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test('a layer of more than a page comes whole, in the order of id; one of none is no page', async () => {
    const store = await (await newPlace()).open()
    const lamps = Array.from({ length: 9_000 }, (_, at) => lamp(at + 1))
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: lamps.toReversed() }, by()))
    const { things: found, counts } = await read(store, 'streetlights')
    expect(counts).toEqual([8_192, 808])
    expect(found.map((thing) => (thing as Asset).id)).toEqual(lamps.map(({ id }) => id))
    expect(await read(store, 'bins')).toEqual({ things: [], counts: [] })
  })
})
