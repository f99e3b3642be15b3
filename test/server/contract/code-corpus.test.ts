import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { checkCode } from '../../../server/contract/code.ts'
import { registryOf } from '../../../server/contract/code-registry.ts'
import { DATA } from '../catalogue/catalogue-folder.ts'
import { makeCodes, NATIONAL, seeded } from './made-codes.ts'

const registry = registryOf(await loadCodes(join(DATA, 'codes')))

const foundIn = (text: string) => {
  const check = checkCode(text, registry)
  return check.ok ? check.kind : check.fault
}

test('of more than 10,000 different made codes none is wrongly accepted, wrongly refused, or refused for another reason', () => {
  const corpus = makeCodes(14_000, seeded(540626))
  const wrong = corpus.filter(({ text, expected }) => foundIn(text) !== expected)
  expect(wrong.map((made) => ({ ...made, found: foundIn(made.text) }))).toEqual([])
  expect(new Set(corpus.map(({ expected }) => expected)).size).toBe(16)
  expect(new Set(corpus.map(({ text }) => text)).size).toBeGreaterThan(10_000)
})

test('of all 100,000 groups of five digits exactly those of the standard are types', () => {
  const accepted = Array.from({ length: 100_000 }, (_, i) => String(i).padStart(5, '0')).filter(
    (text) => foundIn(text) === 'type-5',
  )
  expect(accepted).toEqual([...NATIONAL].sort())
})
