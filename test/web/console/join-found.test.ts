import { expect, test } from 'vitest'
import type { SearchHit } from '../../../server/contract/search.ts'
import type { FoundCase } from '../../../web/console/search/desk-search.ts'
import { casesAbout, firstOf } from '../../../web/console/search/join-found.ts'

const of = (number: string): FoundCase => ({ id: number, number, title: number, state: 'working', status: 'filed' })
const hit = (kind: SearchHit['kind'], name: string): SearchHit => ({
  ...{ kind, name, id: name, layer: null, status: null, code: null, where: '', location: [93.7, 31.8] },
})
const atRoad = (text: string): FoundCase[] => (text === '人民路' ? [of('1'), of('2')] : [])

test('a text that no case has, but that spells a road in pinyin, finds the cases of that road', () => {
  const places = [hit('thing', '人民路 路灯 3'), hit('road', '人民路'), hit('place', '人民医院')]
  expect(casesAbout('rml', places, atRoad).map(({ number }) => number)).toEqual(['1', '2'])
  expect(casesAbout('rml', [hit('thing', '人民路')], atRoad)).toEqual([])
  expect(casesAbout('人民路', [hit('road', '团结路')], atRoad)).toHaveLength(2)
})

test('a case that is found by its number and by its place stands once, and no more than six do', () => {
  expect(
    firstOf([
      [of('1'), of('2')],
      [of('2'), of('3')],
    ]).map(({ number }) => number),
  ).toEqual(['1', '2', '3'])
  expect(firstOf([Array.from({ length: 9 }, (_, n) => of(String(n)))])).toHaveLength(6)
})
