import { expect, test } from 'vitest'
import { caseFactOf } from '../../../../server/cases/case-fact.ts'
import { recordCases } from '../../../../server/cases/record-cases.ts'
import { Case } from '../../../../server/contract/case.ts'
import type { CaseFact } from '../../../../server/contract/case-fact.ts'
import { wholeCase } from '../../../../server/contract/compact-case.ts'
import type { Evaluation } from '../../../../server/contract/evaluation.ts'
import { countGroups } from '../../../../server/insight/evaluation/count-groups.ts'
import { FactColumns } from '../../../../server/insight/evaluation/fact-columns.ts'
import { seqAt } from '../../../../server/store/read-log.ts'
import { statesAt } from '../../../../server/store/state-at.ts'
import type { Store } from '../../../../server/store/store.ts'
import { onEachEngine } from '../../../support/engines.ts'
import { by, complaint, SUO } from '../../../support/entries.ts'
import { seeded } from '../../../support/random-facts.ts'
import { NOW, type TestCity, testCity } from '../../../support/test-city.ts'

const MARCH = 'from=2026-03-01&to=2026-04-01'
const BEGIN = Date.parse('2026-02-20T09:00:00+08:00')
const HOUR = 3_600_000
const iso = (ms: number): string => new Date(ms).toISOString()

/** Lives of cases, each a few states, in the order of time: what a bureau's log is made of. */
function lives(count: number): { at: string; kind: string; entityId: string; after: Case }[] {
  const random = seeded(7)
  return Array.from({ length: count }, (_, index) => {
    const start = BEGIN + Math.floor(random() * 1_000) * HOUR
    const source = random() < 0.5 ? 'patrol' : 'hotline-12345'
    const received = complaint(index + 1, { receivedAt: iso(start), source, unitGrid: '540626100001001' })
    const clock = {
      ...{ id: 'handle', stage: 'handle', ruleId: 'lamp', ruleVersion: 1, limitMinutes: 1_440, usedMinutes: 0 },
      ...{ limit: { value: 24, unit: 'hour' as const }, pausedAt: null, endedAt: null },
      ...{ startedAt: iso(start + HOUR), warnAt: iso(start + 20 * HOUR), dueAt: iso(start + 25 * HOUR) },
    }
    const filed = Case.parse({
      ...received,
      ...{ status: 'filed', acceptedAt: iso(start), filedAt: iso(start + HOUR), clocks: [clock] },
    })
    const end = start + Math.floor(random() * 48) * HOUR + 2 * HOUR
    const handled: Case = {
      ...filed,
      status: 'handled',
      handledAt: iso(end),
      clocks: [{ ...clock, endedAt: iso(end) }],
    }
    const closed: Case = { ...handled, status: 'closed', closedAt: iso(end + HOUR) }
    const states: [number, string, Case][] = [
      [start, 'case-received', received],
      [start + HOUR, 'case-filed', filed],
      [end, 'case-handled', handled],
      [end + HOUR, 'case-closed', closed],
    ]
    return states.slice(0, 1 + Math.floor(random() * 4)).map(([ms, kind, after]) => ({ at: iso(ms), kind, after }))
  })
    .flat()
    .map((step) => ({ ...step, entityId: step.after.id }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** The cases as the log alone says that they stood. */
async function replayed(store: Store, asOf: string): Promise<FactColumns> {
  const columns = new FactColumns()
  const seq = await seqAt(store.db, SUO, asOf)
  for await (const page of statesAt(store.db, { city: SUO, entity: 'case', seq }))
    for (const { after } of page) columns.put(caseFactOf(wholeCase(after)) satisfies CaseFact)
  return columns
}

const asked = async (city: TestCity, query: string): Promise<Evaluation> =>
  (await city.as('commander')).json(`/api/evaluation?${query}`)

onEachEngine((_, engine) => {
  const livedCity = async (now = () => new Date(NOW)) => {
    const city = await testCity({ engine, now })
    await city.store.transaction(SUO, (tx) => recordCases(tx, lives(400), by()))
    const { seq } = await city.store.head(SUO)
    while (city.memory.seq < seq) await new Promise((resolve) => setTimeout(resolve, 5))
    return city
  }

  test('rates come from the log: now, and as it stood at any time', async () => {
    const city = await livedCity()
    for (const asOf of ['2026-03-05T00:00:00.000Z', '2026-03-20T13:30:00.000Z', undefined]) {
      const query = asOf ? `${MARCH}&asOf=${asOf}` : MARCH
      const { groups, asOf: seen } = await asked(city, `${query}&by=source`)
      const span = { from: Date.parse('2026-03-01T00:00:00+08:00'), to: Date.parse('2026-04-01T00:00:00+08:00') }
      const truth = countGroups(await replayed(city.store, seen), {
        ...{ by: 'source', scope: undefined, span: { ...span, asOf: Date.parse(seen) } },
      })
      expect(groups.map(({ group }) => group).sort()).toEqual([...truth.keys()].sort())
      for (const { group, counts } of groups) expect(counts).toEqual(truth.get(group))
      expect(groups.some(({ counts }) => counts.due > 20 && counts['due-closed-on-time'] > 0)).toBe(true)
    }
  })

  test('every number opens to its cases, page by page', async () => {
    const city = await livedCity()
    const commander = await city.as('commander')
    const { groups } = await asked(city, MARCH)
    const closing = groups[0]?.rates.find(({ rate }) => rate === 'closing')
    expect(closing?.denominator).toBeGreaterThan(100)
    for (const [address, count] of [
      [closing?.lists.numerator ?? '', closing?.numerator],
      [closing?.lists.denominator ?? '', closing?.denominator],
      [closing?.lists.missing ?? '', (closing?.denominator ?? 0) - (closing?.numerator ?? 0)],
    ] as const) {
      const ids = new Set<string>()
      for (let cursor = ''; ; ) {
        const page = await commander.json(`${address}&limit=37${cursor && `&cursor=${cursor}`}`)
        expect(page.total).toBe(count)
        for (const one of page.cases as Case[]) ids.add(one.id)
        if (page.next === null) break
        cursor = page.next
      }
      expect(ids.size).toBe(count)
    }
  })

  test('a case that changes meanwhile changes no list of a number that is already on the screen', async () => {
    let clock = Date.parse('2026-05-01T12:00:00+08:00')
    const city = await livedCity(() => new Date(clock))
    const commander = await city.as('commander')
    const filed = (await asked(city, MARCH)).groups[0]?.rates.find(({ rate }) => rate === 'filing-right')
    const { cases } = await commander.json(filed?.lists.numerator ?? '')
    clock += 60_000
    const gone: Case = { ...cases[0], status: 'void' }
    const step = { at: iso(clock), kind: 'case-voided', entityId: gone.id, after: gone }
    await city.store.transaction(SUO, (tx) => recordCases(tx, [step], by()))
    await expect
      .poll(async () => (await asked(city, MARCH)).groups[0]?.counts['filed-right'])
      .toBe((filed?.numerator ?? 0) - 1)
    expect((await commander.json(filed?.lists.numerator ?? '')).total).toBe(filed?.numerator)
  })

  test('a server that starts anew has the same figures', async () => {
    const city = await livedCity()
    const before = await asked(city, `${MARCH}&by=area&asOf=2026-04-20T00:00:00Z`)
    const again = await testCity({ engine, place: placeOf(city), assets: [] })
    const after = await asked(again, `${MARCH}&by=area&asOf=2026-04-20T00:00:00Z`)
    expect(after.groups).toEqual(before.groups)
  })

  test('a mix is of what was filed, and sources of what came in', async () => {
    const city = await livedCity()
    const mix = await (await city.as('commander')).json(`/api/evaluation/mix?${MARCH}`)
    const { counts } = (await asked(city, MARCH)).groups[0] ?? {}
    expect(mix.methods).toEqual({ service: counts?.filed, management: 0, enforcement: 0 })
    const received = mix.sources.reduce((sum: number, one: { received: number }) => sum + one.received, 0)
    expect(received).toBe(counts?.received)
  })

  test('bad input is named, and who may not see rates does not', async () => {
    const city = await testCity({ engine })
    const commander = await city.as('commander')
    expect((await commander.refusal('/api/evaluation?from=2026-03-01&to=2026-02-01')).parameter).toBe('to')
    expect((await commander.refusal(`/api/evaluation?${MARCH}&by=weather`)).parameter).toBe('by')
    expect((await commander.refusal(`/api/evaluation?${MARCH}&asOf=2027-01-01`)).status).toBe(400)
    expect((await commander.refusal(`/api/evaluation/cases?${MARCH}&count=luck`)).parameter).toBe('count')
    expect((await city.refusal(`/api/evaluation?${MARCH}`)).status).toBe(401)
    expect((await (await city.as('crew')).refusal(`/api/evaluation?${MARCH}`)).status).toBe(403)
  })
})

const placeOf = (city: TestCity) => ({ dataDir: city.dataDir, open: () => Promise.resolve(city.store) }) as never
