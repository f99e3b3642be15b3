import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Asking } from '../api-asks.ts'
import { newKey } from '../api-send.ts'

export interface Reckoned<Answer> {
  query: UseQueryResult<Answer>
  /** By which the server is asked how far it is. */
  word: string
  /** Something is asked for that is not on the screen yet; what is only read anew comes without a word. */
  isWaiting: boolean
  /** What is on the screen answers the question before. */
  isPassing: boolean
  /** Somebody ended it. */
  isStopped: boolean
  stop: () => void
  again: () => void
}

interface Question<Answer> {
  key: readonly unknown[]
  ask: (asking: Asking) => Promise<Answer>
  on?: boolean
  staleTime?: number
  refetchInterval?: number
}

/** This page by chance, and the question: every part of the page that awaits an answer knows the word that it was asked with. */
const PAGE = newKey()
const words = new Map<string, string>()

function wordOf(key: readonly unknown[]): string {
  const text = JSON.stringify(key)
  const word = words.get(text) ?? `${PAGE}-${words.size}`
  words.set(text, word)
  return word
}

/** An answer that the server reckons for a while: the one before stays until it is there, it tells how far it is, and it can be ended. */
export function useReckoned<Answer>({ key, ask, on = true, ...more }: Question<Answer>): Reckoned<Answer> {
  const queries = useQueryClient()
  const word = wordOf(key)
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask({ signal, word }),
    ...{ enabled: on, placeholderData: keepPreviousData, ...more },
  })
  const isOpen = query.data === undefined || query.isPlaceholderData
  return {
    ...{ query, word, isPassing: query.isPlaceholderData, isWaiting: isOpen && query.isFetching },
    isStopped: on && isOpen && !query.isFetching && query.error === null,
    stop: () => void queries.cancelQueries({ queryKey: key }),
    again: () => void query.refetch(),
  }
}
