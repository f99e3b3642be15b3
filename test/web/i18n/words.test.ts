import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CaseMethod, CaseOutcome, CaseSource, CaseStatus, Quantity } from '../../../server/contract/case.ts'
import { CASE_LIFE, CaseAction } from '../../../server/contract/case-life.ts'
import { LimitUnit } from '../../../server/contract/clock.ts'
import { Post } from '../../../server/contract/condition.ts'
import { Skill } from '../../../server/contract/crew.ts'
import { InspectionKind } from '../../../server/contract/inspection.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { PhotoWarning } from '../../../server/contract/photo.ts'
import { ExclusionCode } from '../../../server/contract/recommendation.ts'
import { Role } from '../../../server/contract/role.ts'
import { State } from '../../../server/contract/state.ts'
import { FIRST } from '../../../web/case/act/why-not.ts'

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'dist') return []
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : []
  })
/** Comments may say 审图号; the screen may not, outside i18n. */
const codeOf = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
const sources = filesUnder('web').map((path) => ({ path, code: codeOf(path) }))
const all = sources.map(({ code }) => code).join('\n')

/** Of every part, also those that come with their workspace. */
const wordsOf = (language: 'zh-CN' | 'en'): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync('web/i18n')
      .filter((name) => name.endsWith(`${language}.json`))
      .map((name) => JSON.parse(readFileSync(join('web/i18n', name), 'utf8'))),
  )
const [zhWords, enWords] = [wordsOf('zh-CN'), wordsOf('en')]
const holes = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/{{(\w+)}}/g)].map((hole) => hole[1] ?? '').sort()

test('no word stands in two files', () => {
  for (const language of ['zh-CN', 'en']) {
    const files = readdirSync('web/i18n').filter((name) => name.endsWith(`${language}.json`))
    expect(files.length).toBeGreaterThan(2)
    const keys = files.flatMap((name) => Object.keys(JSON.parse(readFileSync(join('web/i18n', name), 'utf8'))))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  }
})

test('both languages have the same words', () => {
  expect(Object.keys(enWords).sort()).toEqual(Object.keys(zhWords).sort())
})

test('no word is empty, and each takes the same values in both languages', () => {
  for (const [key, text] of Object.entries(zhWords)) {
    expect(text.trim(), key).not.toBe('')
    expect(enWords[key]?.trim(), key).not.toBe('')
    expect(holes(enWords[key]), key).toEqual(holes(text))
  }
})

test('English words are English', () => {
  const mixed = Object.entries(enWords).filter(
    ([key, text]) => key !== 'switch.language' && /[\u3400-\u9fff]/.test(text),
  )
  expect(mixed).toEqual([])
})

test('every word is used', () => {
  const prefixes = [...all.matchAll(/`((?:[a-zA-Z]+\.)+)\${/g)].map((match) => match[1] ?? '')
  const used = (key: string): boolean => {
    const name = key.replace(/_(one|other)$/, '')
    return all.includes(`'${name}'`) || prefixes.some((prefix) => name.startsWith(prefix))
  }
  expect(Object.keys(zhWords).filter((key) => !used(key))).toEqual([])
})

test('no Chinese stands outside i18n', () => {
  const literal = sources
    .filter(({ path }) => !path.startsWith(join('web', 'i18n')))
    .flatMap(({ path, code }) => [...code.matchAll(/[\u3400-\u9fff]+/g)].map((match) => `${path}: ${match[0]}`))
    // The name of a word, not a word: units are looked up by how the catalogue writes them.
    .filter((found) => !found.endsWith('use-unit.ts: 人'))
  expect(literal).toEqual([])
})

test('no English sentence stands in the markup', () => {
  const literal = sources
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/<(?:[a-z]\w*|Button|Kbd)[^<>]*[^=<>]>\s*([A-Z]?[a-z]{3,}[^<>{}=;()]*)</g)].map(
        (match) => `${path}: ${match[1]?.trim()}`,
      ),
    )
  expect(literal).toEqual([])
})

test('every state, source, kind and group of the contract has a word', () => {
  const keys = [
    ...State.options.map((state) => `state.${state}`),
    ...CaseSource.options.map((source) => `source.${source}`),
    ...CaseStatus.options.map((status) => `caseStatus.${status}`),
    ...CaseAction.options.flatMap((action) => [
      `caseAction.${action}`,
      `caseHint.${action}`,
      `caseStep.${CASE_LIFE[action].kind}`,
    ]),
    ...FIRST.map((action) => `caseFirst.${action}`),
    ...Role.options.map((role) => `role.${role}`),
    ...CaseOutcome.options.map((outcome) => `outcome.${outcome}`),
    ...CaseMethod.options.map((method) => `method.${method}`),
    ...Quantity.shape.unit.options.map((unit) => `quantity.${unit}`),
    ...LimitUnit.options.map((unit) => `limitUnit.${unit}`),
    ...Skill.options.map((skill) => `skill.${skill}`),
    ...ExclusionCode.options.map((code) => `crewOut.${code}`),
    ...PhotoWarning.options.map((warning) => `photoWarning.${warning}`),
    ...Post.options.map((post) => `stage.${post}`),
    ...InspectionKind.options.map((kind) => `kind.${kind}`),
    ...Layer.shape.group.options.map((group) => `group.${group}`),
  ]
  expect(keys.filter((key) => !(key in zhWords))).toEqual([])
})

test('every unit of the catalogue that is a word has one in both languages', () => {
  const units = readdirSync('data/catalogue')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => Layer.parse(JSON.parse(readFileSync(join('data/catalogue', name), 'utf8'))).fields)
    .flatMap(({ unit }) => (unit && /[\u3400-\u9fff]/.test(unit) ? [unit] : []))
  expect(units.length).toBeGreaterThan(5)
  expect([...new Set(units)].filter((unit) => !(`unit.${unit}` in enWords))).toEqual([])
})
