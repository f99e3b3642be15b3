import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DataError } from '../../../server/catalogue/data-error.ts'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { choice, freshFolder, loadWith, postBoxes, shippedCodes, shippedRules } from './catalogue-folder.ts'

/** The faults of a catalogue that has this layer too, as `file: path: message`. */
async function faultsWith(files: Record<string, unknown>): Promise<string[]> {
  try {
    await loadWith(files)
    return []
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.message.split('\n')
  }
}

const faultsOf = (differs: Record<string, unknown>) => faultsWith({ 'post-boxes.json': postBoxes(differs) })

const field = (differs: Record<string, unknown>) => ({
  key: 'note',
  name: { zh: '注', en: 'Note' },
  type: 'text',
  ...differs,
})

test('a layer is one more file in the folder, with the defaults of the schema', async () => {
  const layers = await loadWith({ 'post-boxes.json': postBoxes() })
  expect(layers.find(({ id }) => id === 'post-boxes')).toMatchObject({
    symbol: { icon: 'maki:post', mark: true },
    order: 100,
    rules: { deadlines: [], coverage: [] },
  })
})

test('layers come by group, then by their place in it', async () => {
  const layers = await loadWith({ 'post-boxes.json': postBoxes({ order: 15 }) })
  expect(layers.filter(({ group }) => group === 'roads').map(({ id }) => id)).toEqual([
    'roads',
    'post-boxes',
    'guardrails',
  ])
  expect(layers[0]?.id).toBe('streetlights')
})

test('a folder without layers loads as none', async () => {
  const folder = await freshFolder()
  await mkdir(join(folder, 'notes'))
  expect(await loadCatalogue(folder, await shippedCodes(), await shippedRules())).toEqual([])
})

test('a file that is not JSON is named', async () => {
  expect(await faultsWith({ 'broken.json': '{"id": ' })).toEqual([expect.stringMatching(/^broken\.json: not JSON: /)])
})

test('what the schema refuses is named by its path', async () => {
  const faults = await faultsOf({ geometry: 'cube', symbol: { icon: 'post' }, colour: 'red', statuses: [] })
  expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual([
    'post-boxes.json: geometry',
    'post-boxes.json: symbol.icon',
    'post-boxes.json: statuses',
    'post-boxes.json: Unrecognized key',
  ])
})

test('every fault of every file is told at once', async () => {
  const faults = await faultsWith({
    'broken.json': '[',
    'post-boxes.json': postBoxes({ codes: [{ code: '01999' }], rules: { deadlines: ['never'] } }),
  })
  expect(faults).toHaveLength(3)
})

test.each<[string, Record<string, unknown>, string]>([
  ['a file named otherwise', { id: 'letter-boxes' }, 'id: the layer "letter-boxes" belongs in letter-boxes.json'],
  ['an id that another file has', { id: 'bins' }, 'id: "bins" stands in bins.json already'],
  [
    'an unknown national code',
    { codes: [{ code: '01999' }] },
    'codes[0].code: GB/T 47678.5-2026 has no component "01999"',
  ],
  ['the code of a matter', { codes: [{ code: '06010' }] }, 'codes[0].code: GB/T 47678.5-2026 has no component "06010"'],
  [
    'an unknown local code',
    { edition: 'local', codes: [{ code: 'L9999' }] },
    'codes[0].code: local has no component "L9999"',
  ],
  [
    'an unknown major of the older edition',
    { edition: 'GB/T 30428.2-2013', codes: [{ code: '06001' }] },
    'codes[0].code: GB/T 30428.2-2013 has no component "06001"',
  ],
  [
    'a code of another edition',
    { codes: [{ code: 'L0601' }] },
    'codes[0].code: "L0601" is not a code of the edition "GB/T 47678.5-2026"',
  ],
  [
    'two plain codes',
    { codes: [{ code: '01042' }, { code: '01043' }] },
    'codes: 2 codes have no condition; at most one may',
  ],
  [
    'a condition on a missing field',
    { codes: [{ code: '01042' }, { code: '01043', when: { field: 'size', equals: 'big' } }] },
    'codes[1].when.field: there is no field "size"',
  ],
  [
    'a condition on a text',
    { codes: [{ code: '01042' }, { code: '01043', when: { field: 'note', equals: 'x' } }], fields: [field({})] },
    'codes[1].when.field: "note" is not a choice',
  ],
  [
    'a condition on a missing choice',
    { codes: [{ code: '01042' }, { code: '01043', when: { field: 'kind', equals: 'glass' } }] },
    'codes[1].when.equals: "kind" has no choice "glass"',
  ],
  [
    'a condition twice',
    {
      codes: [
        { code: '01042' },
        { code: '01043', when: { field: 'kind', equals: 'wall' } },
        { code: '01044', when: { field: 'kind', equals: 'wall' } },
      ],
    },
    'codes[2].when: a code for kind=wall stands before',
  ],
  [
    'a choice that no code names',
    { codes: [{ code: '01042', when: { field: 'kind', equals: 'wall' } }] },
    'codes: no code for kind=pillar',
  ],
  [
    'codes by a field that may be missing',
    { codes: [{ code: '01042', when: { field: 'kind', equals: 'wall' } }] },
    'codes: "kind" is not required, so a thing may be left without a code',
  ],
  ['a field twice', { fields: [field({}), field({})] }, 'fields[1].key: "note" stands twice'],
  ['a field named as the thing itself', { fields: [field({ key: 'status' })] }, 'fields[0].key: "status" is taken'],
  ['a choice without choices', { fields: [field({ type: 'choice' })] }, 'fields[0].choices: a choice needs choices'],
  [
    'choices of a text',
    { fields: [field({ choices: [choice('a')] })] },
    'fields[0].choices: only a choice has choices, not a field of type text',
  ],
  [
    'a choice twice',
    { fields: [field({ type: 'choice', choices: [choice('a'), choice('a')] })] },
    'fields[0].choices[1].id: "a" stands twice',
  ],
  [
    'a reference to nowhere',
    { fields: [field({ type: 'reference' })] },
    'fields[0].layer: a reference needs the layer',
  ],
  [
    'a reference to a missing layer',
    { fields: [field({ type: 'reference', layer: 'post-offices' })] },
    'fields[0].layer: there is no layer "post-offices"',
  ],
  ['a layer of a text', { fields: [field({ layer: 'bins' })] }, 'fields[0].layer: only a reference has a layer'],
  ['limits of a text', { fields: [field({ max: 3 })] }, 'fields[0]: limits hold for numbers, not for text'],
  ['a unit of a text', { fields: [field({ unit: 'm' })] }, 'fields[0].unit: only a number has a unit'],
  [
    'limits the wrong way round',
    { fields: [field({ type: 'number', min: 3, max: 1 })] },
    'fields[0].min: min is above max',
  ],
  [
    'a column name for two fields',
    { fields: [field({ aliases: ['BZ'] }), field({ key: 'remark', aliases: ['bz'] })] },
    'fields[1].aliases[0]: the column "bz" already stands for fields[0]',
  ],
  [
    'a word for two statuses',
    {
      statuses: ['good', 'bad'].map((id) => ({ id, name: { zh: '某', en: id }, state: 'normal', aliases: ['旧'] })),
    },
    'statuses[1].aliases[0]: the word "旧" already stands for statuses[0]',
  ],
  [
    'a status twice',
    { statuses: ['good', 'good'].map((id) => ({ id, name: { zh: '某', en: id }, state: 'normal' })) },
    'statuses[1].id: "good" stands twice',
  ],
  [
    'an unknown deadline',
    { rules: { deadlines: ['never'] } },
    'rules.deadlines[0]: there is no deadlines rule "never"',
  ],
  ['an unknown coverage rule', { rules: { coverage: ['all'] } }, 'rules.coverage[0]: there is no coverage rule "all"'],
])('%s is named by file and path', async (_, differs, fault) => {
  const faults = await faultsOf(differs)
  expect(faults.filter((line) => line.startsWith(`post-boxes.json: ${fault}`))).toHaveLength(1)
})

test('an older edition is taken by its major alone', async () => {
  expect(await faultsOf({ edition: 'GB/T 30428.2-2013', codes: [{ code: '05001' }] })).toEqual([])
})

test('codes by a required choice, one for each, are complete', async () => {
  const kind = {
    ...field({ key: 'kind', type: 'choice', required: true, choices: [choice('wall'), choice('pillar')] }),
  }
  const codes = ['wall', 'pillar'].map((equals, i) => ({ code: `0104${i + 2}`, when: { field: 'kind', equals } }))
  expect(await faultsOf({ fields: [kind], codes })).toEqual([])
})
