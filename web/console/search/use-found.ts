import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import type { SearchHit } from '../../../server/contract/search.ts'
import { getCases, search } from '../../api.ts'
import { type FoundCase, useDeskSearch } from './desk-search.ts'
import { casesAbout, firstOf } from './join-found.ts'

/** The beginning of a case number, of at least a year and a month: fewer digits are of a house or a code. */
const CASE_NUMBER = /^20\d{4}(\d{2}(-\d{0,4})?)?$/

export interface Found {
  cases: FoundCase[]
  places: SearchHit[]
  fault: Error | null
  waiting: boolean
}

/** What a text stands for: cases by their number, open cases by place and problem where the desk is open, and things, roads and places. */
export function useFound(text: string): Found {
  const desk = useDeskSearch()
  const isNumber = CASE_NUMBER.test(text)
  const numbered = useQuery({
    queryKey: ['cases', 'by-number', text],
    queryFn: async ({ signal }): Promise<FoundCase[]> =>
      (await getCases({ q: text, limit: 6 }, signal)).cases.map((one) => ({
        ...{ id: one.id, number: one.number, status: one.status, title: `${one.address} ${one.problem}` },
        state: lightOfCase(one, Date.now()),
      })),
    enabled: isNumber,
  })
  const placed = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const places = text === '' ? [] : (placed.data ?? [])
  const open = desk && text !== '' ? casesAbout(text, places, desk.find) : []
  return {
    cases: isNumber ? firstOf([numbered.data ?? [], open]) : open,
    places,
    fault: placed.error ?? (isNumber ? numbered.error : null),
    waiting: placed.isFetching || numbered.isFetching,
  }
}
