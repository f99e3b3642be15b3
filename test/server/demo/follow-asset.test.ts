import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CASE_KINDS } from '../../../data/cities/suo/records/case-kinds.ts'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { followAsset, troubleOf } from '../../../server/demo/follow-asset.ts'
import { complaint, lamp } from '../../support/entries.ts'
import { DATA, shippedCodes, shippedRules } from '../catalogue/catalogue-folder.ts'

const catalogue = await loadCatalogue(join(DATA, 'catalogue'), await shippedCodes(), await shippedRules())
const layer = catalogue.find(({ id }) => id === 'streetlights')
if (!layer) throw new Error('there are no lamps')
const trouble = troubleOf(CASE_KINDS, complaint(1), lamp(1))
if (!trouble) throw new Error('a dark lamp is no trouble')

test('a lamp is dark while nobody is sent, in repair while somebody is, and lit when it is handled', () => {
  const patch = (status: 'received' | 'handling' | 'handled', of: string) =>
    followAsset({ status }, lamp(1, { status: of }), layer, trouble)?.status
  expect(patch('received', 'on')).toBe('fault')
  expect(patch('handling', 'fault')).toBe('reported')
  expect(patch('handled', 'reported')).toBe('on')
  expect(patch('handled', 'on')).toBeUndefined()
  expect(patch('received', 'fault')).toBeUndefined()
})

test('a lamp that does not answer for another reason is left as it is', () => {
  expect(followAsset({ status: 'handled' }, lamp(1, { status: 'no-answer' }), layer, trouble)).toBeUndefined()
  expect(followAsset({ status: 'merged' }, lamp(1, { status: 'fault' }), layer, trouble)).toBeUndefined()
})
