import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typeOf } from '../../server/contract/code-registry.ts'
import { makeRulebook } from '../../server/deadlines/rulebook.ts'
import { DATA, shippedCodes, shippedRules } from '../server/catalogue/catalogue-folder.ts'

const rules = await shippedRules()
const codes = await shippedCodes()
const book = makeRulebook(rules, [])

test('every code of a condition is in the register', () => {
  const strange = rules.conditions.flatMap(({ id, kind, codes: given }) =>
    given.filter((code) => code !== '*' && !typeOf(codes, kind, code)).map((code) => `${id}: ${kind} ${code}`),
  )
  expect(strange).toEqual([])
})

test('every kind of case that the demo cities have can be filed under a condition of its own', () => {
  const files = readdirSync(join(DATA, 'cities'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const source = files.map((name) => readFileSync(join(DATA, 'cities', name), 'utf8')).join('\n')
  const pairs = [...source.matchAll(/kind: '(component|matter)',\s+code: '([0-9L]+)'/g)]
  expect(pairs.length).toBeGreaterThan(40)
  for (const [, kind, code = ''] of pairs) {
    const found = book.conditionsFor(kind === 'component' ? 'component' : 'matter', code)
    expect(found[0]?.codes, `${kind} ${code}`).toContain(code)
  }
})

test('a code that no condition is for is filed under a general one', () => {
  expect(book.conditionsFor('matter', '05009').map(({ id }) => id)).toEqual(['general-matter', 'general-emergency'])
})

test('a matter that is what is wrong with a component is filed as that is', () => {
  expect(book.conditionsFor('matter', '01037')[0]).toMatchObject({ id: 'lamp-fault', kind: 'component' })
})

test('私搭乱建 has three clocks, and 井盖缺失 two around the clock', () => {
  const limits = (id: string) => book.condition(id)?.stages.map(({ limit }) => `${limit.value} ${limit.unit}`)
  expect(limits('illegal-building')).toEqual(['4 work-hour', '7 work-day', '20 work-day'])
  expect(limits('cover-hazard')).toEqual(['30 minute', '24 hour'])
})

test('the limits that were read in a source are as there', () => {
  const read = rules.conditions
    .filter(({ verified }) => verified === 'V')
    .map(({ id, place, stages }) =>
      [id, place.zh, ...stages.map(({ limit }) => `${limit.value} ${limit.unit}`)].join(' '),
    )
  expect(read).toMatchInlineSnapshot(`
    [
      "illegal-building 某市（来源未署名） 4 work-hour 7 work-day 20 work-day",
      "illegal-building-standing 济源 15 work-day",
      "cover-hazard 东营 30 minute 24 hour",
      "standing-water 某市（来源未署名） 4 work-hour",
      "green-upkeep 某市（来源未署名） 5 work-day",
      "green-litter 某市（来源未署名） 4 work-hour",
      "lamp-fault 河北 24 hour",
      "lamp-serious 河北 3 work-day",
      "lamp-danger 河北 1 hour",
      "lamp-row-dark 太原 1 work-day",
      "road-unclean 济源 5 work-hour",
      "exposed-rubbish 济源 1 work-day",
      "exposed-rubbish-main-road 某市（来源未署名） 4 work-hour",
      "piled-waste 济源 4 work-day",
      "building-waste 某市（来源未署名） 4 work-hour",
      "waste-heap 某市（来源未署名） 2 work-day",
    ]
  `)
})

test('an emergency counts around the clock at every post and in its first stage', () => {
  const emergencies = rules.conditions.filter(({ emergency }) => emergency)
  expect(emergencies.length).toBeGreaterThan(4)
  const units = [
    ...emergencies.flatMap(({ stages }) => stages.slice(0, 1).map(({ limit }) => limit.unit)),
    ...Object.values(book.posts.limits).map(({ emergency }) => emergency.unit),
  ]
  expect(units.filter((unit) => unit !== 'minute' && unit !== 'hour')).toEqual([])
})

test.each([
  [2024, 28, 8],
  [2025, 28, 5],
  [2026, 33, 6],
])('%i has %i days off by notice and %i days worked in their place', (year, off, shifts) => {
  const calendar = book.years.find((one) => one.year === year)
  const days = calendar?.holidays.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1) ?? []
  expect(days.reduce((sum, one) => sum + one, 0)).toBe(off)
  expect(calendar?.holidays.flatMap(({ workdays }) => workdays)).toHaveLength(shifts)
})

test('every day worked in place of another is a Saturday or a Sunday', () => {
  const weekdays = book.years
    .flatMap(({ holidays }) => holidays.flatMap(({ workdays }) => workdays))
    .map((date) => new Date(`${date}T00:00:00Z`).getUTCDay())
  expect(new Set(weekdays)).toEqual(new Set([0, 6]))
})
