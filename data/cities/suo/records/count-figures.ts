import { figure, REPORT_YEAR } from './figures-2024.ts'
import type { CaseState, InspectionState } from './made-states.ts'

/** What a log row must tell to be counted; rows come in the order of the log. */
export interface CountedRow {
  entity: string
  entityId: string
  after: unknown
}

interface Year {
  cases: readonly CaseState[]
  inspections: readonly InspectionState[]
}

/** The last state of each thing that began in the report's year, in business time. */
export function yearOf(rows: Iterable<CountedRow>): Year {
  const last = new Map<string, CountedRow>()
  for (const row of rows) if (row.entity === 'case' || row.entity === 'inspection') last.set(row.entityId, row)
  const of = <T>(entity: string) =>
    [...last.values()].filter((row) => row.entity === entity && row.after !== null).map(({ after }) => after as T)
  const inYear = (at: string) => at.startsWith(`${REPORT_YEAR}-`)
  return {
    cases: of<CaseState>('case').filter(({ receivedAt }) => inYear(receivedAt)),
    inspections: of<InspectionState>('inspection').filter(({ at }) => inYear(at)),
  }
}

type Rule = (year: Year) => number

/** Only what came on or after, and on or before, the days that the report gives. */
const onTime = (id: string, at: string): boolean => {
  const { on, from, to } = figure(id)
  const date = at.slice(0, 10)
  return (on === undefined || date === on) && (from === undefined || date >= from) && (to === undefined || date <= to)
}

const cases = (id: string, wanted: (one: CaseState) => boolean, amount = (_: CaseState) => 1): Rule => {
  return (year) => sum(year.cases.filter((one) => onTime(id, one.receivedAt) && wanted(one)).map(amount))
}
const visits = (id: string, kind: string): Rule => {
  return (year) => year.inspections.filter((one) => one.kind === kind && onTime(id, one.at)).length
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const amountIn = (unit: string) => (one: CaseState) => (one.quantity?.unit === unit ? one.quantity.value : 0)
const done = (one: CaseState, kind: string, codes: readonly string[], outcome: string) =>
  one.kind === kind && codes.includes(one.code) && one.outcome === outcome

const received = (one: CaseState) => one.source === 'reception'
const parking = ['09009', '09016']

/** The counting rule of each figure of figures.json, over the log alone. */
export const COUNTS: Record<string, Rule> = {
  'people-received': cases('people-received', received),
  'problems-solved': cases('problems-solved', (one) => received(one) && one.status === 'closed'),
  'problems-unsolved': cases('problems-unsolved', (one) => received(one) && one.outcome === 'not-solved'),
  'online-videos': cases(
    'online-videos',
    (one) =>
      one.source === 'online-opinion' &&
      done(one, 'matter', ['06010'], 'cleared') &&
      one.closedAt?.slice(0, 10) === one.receivedAt.slice(0, 10),
  ),
  'lamps-repaired': cases('lamps-repaired', (one) => done(one, 'component', ['01037'], 'repaired'), amountIn('piece')),
  'sewers-repaired': cases(
    'sewers-repaired',
    (one) => done(one, 'component', ['01002', '01003', '01004'], 'repaired'),
    amountIn('piece'),
  ),
  'meltwater-excavators': cases(
    'meltwater-excavators',
    (one) => done(one, 'matter', ['10001'], 'cleared'),
    amountIn('machine'),
  ),
  'guardrails-repaired': cases(
    'guardrails-repaired',
    (one) => done(one, 'component', ['02017'], 'repaired'),
    amountIn('piece'),
  ),
  'bin-fires': cases('bin-fires', (one) => done(one, 'component', ['03005'], 'extinguished'), amountIn('piece')),
  'households-put-right': cases(
    'households-put-right',
    (one) => done(one, 'matter', ['06036'], 'put-right'),
    amountIn('household'),
  ),
  'temporary-dumps': cases('temporary-dumps', (one) => done(one, 'matter', ['06032'], 'put-right')),
  'waste-places-cleared': cases('waste-places-cleared', (one) => done(one, 'matter', ['06011'], 'cleared')),
  'waste-tonnes-cleared': cases(
    'waste-tonnes-cleared',
    (one) => done(one, 'matter', ['06011'], 'cleared'),
    amountIn('t'),
  ),
  'machines-cleared': cases('machines-cleared', (one) => done(one, 'matter', parking, 'cleared'), amountIn('machine')),
  persuasions: cases('persuasions', (one) => done(one, 'matter', parking, 'persuaded'), amountIn('person')),
  'officer-turns': ({ inspections }) => sum(inspections.map(({ officerTurns }) => officerTurns)),
  'internet-cafes': visits('internet-cafes', 'internet-cafe'),
  'entertainment-venues': visits('entertainment-venues', 'entertainment'),
  'entertainment-cases': ({ inspections }) =>
    sum(inspections.filter(({ kind }) => kind === 'entertainment').map(({ casesFiled }) => casesFiled)),
  bookshops: visits('bookshops', 'bookshop'),
  'publication-sellers': visits('publication-sellers', 'publication-seller'),
  'print-shops': visits('print-shops', 'print-shop'),
  'street-shops': visits('street-shops', 'street-shop'),
  'petrol-stations': visits('petrol-stations', 'petrol-station'),
  'gas-stations': visits('gas-stations', 'gas-station'),
  'gas-users': visits('gas-users', 'gas-user'),
  'hazards-found': ({ inspections }) => sum(inspections.map(({ hazards }) => hazards.length)),
  'hazards-rectified': ({ inspections }) =>
    sum(inspections.map(({ hazards }) => hazards.filter(({ rectifiedAt }) => rectifiedAt !== null).length)),
  'e-bike-places': visits('e-bike-places', 'e-bike-night'),
}

/** Every figure counted from the rows of a log. */
export function countFigures(rows: Iterable<CountedRow>): Record<string, number> {
  const year = yearOf(rows)
  return Object.fromEntries(Object.entries(COUNTS).map(([id, rule]) => [id, rule(year)]))
}
