import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Condition, PostLimits } from '../../../server/contract/condition.ts'
import { CalendarYear, makeCalendar } from '../../../server/contract/work-calendar.ts'
import { daysOfMonth } from '../../../web/admin/rules/calendar/days-of-month.ts'
import { draftOfCondition, isSameDraft, readDraft } from '../../../web/admin/rules/conditions/condition-draft.ts'
import { filterConditions } from '../../../web/admin/rules/conditions/filter-conditions.ts'
import { hoursOf } from '../../../web/admin/rules/hours-words.ts'
import { postsChange } from '../../../web/admin/rules/posts-change.ts'
import { readRuleSearch } from '../../../web/admin/rules/rule-search.ts'
import '../../../web/i18n/admin-words.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(`data/rules/${path}`, 'utf8'))
const CONDITIONS = readdirSync('data/rules/conditions').flatMap((name) =>
  Condition.array().parse(json(`conditions/${name}`)),
)
const POSTS = PostLimits.array().parse(json('posts.json'))[0]
const YEAR = CalendarYear.parse(json('calendars/2026.json'))

test('every condition that is shipped goes through the form unchanged', () => {
  expect(CONDITIONS.length).toBeGreaterThan(20)
  for (const of of CONDITIONS) {
    const draft = readDraft({ ...draftOfCondition(of), withdrawn: of.withdrawn ?? false, reason: '' })
    expect(draft && isSameDraft(draft, draftOfCondition(of)), of.id).toBe(true)
  }
})

test('a draft without a name is none, and another limit is another draft', () => {
  const [of] = CONDITIONS
  if (!of) throw new Error('no conditions')
  const draft = draftOfCondition(of)
  expect(readDraft({ ...draft, title: { zh: '', en: '' } })).toBeUndefined()
  const stages = draft.stages.map((stage) => ({ ...stage, limit: { value: 99, unit: 'hour' as const } }))
  const changed = readDraft({ ...draft, stages })
  expect(changed && isSameDraft(changed, draft)).toBe(false)
})

test('conditions of a class are those that its case can be filed under, the general ones last', () => {
  const lamp = filterConditions(CONDITIONS, { class: 'component:01037', text: '' })
  expect(lamp.length).toBeGreaterThan(1)
  expect(lamp.at(-1)?.codes).toEqual(['*'])
  expect(filterConditions(CONDITIONS, { class: undefined, text: '井盖' }).length).toBeGreaterThan(1)
})

test('a changed limit of a post stands on what the bureau goes by; the others keep their source', () => {
  if (!POSTS) throw new Error('no posts')
  expect(postsChange(POSTS, { limits: POSTS.limits }, '2026-11-22')).toBeUndefined()
  const accept = { ...POSTS.limits.accept, ordinary: { value: 1, unit: 'work-hour' as const } }
  const after = postsChange(POSTS, { limits: { ...POSTS.limits, accept }, basis: ' 索城管〔2026〕3 号 ' }, '2026-11-22')
  expect(after?.accept).toMatchObject({
    source: '索城管〔2026〕3 号',
    edition: '2026-11-22',
    place: { zh: '本局设定' },
  })
  expect(after?.close).toEqual(POSTS.limits.close)
})

test('a month has its days in weeks from Monday on, with what each is', () => {
  const calendar = makeCalendar([YEAR], [['08:00', '12:00']])
  const october = daysOfMonth(2026, 9, calendar)
  expect(october).toHaveLength(31)
  expect(october[0]).toMatchObject({ date: '2026-10-01', weekday: 3, week: 0, kind: 'holiday', name: { zh: '国庆节' } })
  expect(october[9]).toMatchObject({ day: 10, weekday: 5, week: 1, kind: 'shift' })
  expect(october[30]).toMatchObject({ day: 31, week: 4, kind: 'weekend' })
})

test('a working day is as long as its periods', () => {
  expect(
    hoursOf([
      ['09:00', '12:00'],
      ['15:00', '18:00'],
    ]),
  ).toBe(6)
})

test('a damaged address of the rules still opens them', () => {
  expect(readRuleSearch({ tab: 'calendar', year: '2026', condition: '../x', class: 'matter:06010' })).toEqual({
    ...{ tab: 'calendar', year: '2026', class: 'matter:06010' },
  })
  expect(readRuleSearch({ tab: 'nothing' })).toEqual({})
})
