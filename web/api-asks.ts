import type { AskProgress } from '../server/contract/ask.ts'
import { json, request } from './api.ts'

/** With what something is asked that takes a while. */
export interface Asking {
  signal: AbortSignal
  /** By chance; whoever knows it sees how far the answer is. */
  word: string
}

/** As `json`, and how far it is can be read by its word meanwhile. */
export async function slowJson<Answer>(path: string, { signal, word }: Asking): Promise<Answer> {
  const response = await request(path, { headers: { accept: 'application/json', 'ask-word': word }, signal })
  return (await response.json()) as Answer
}

/** Null: it is over, or nobody here knows it. */
export const getAskProgress = async (word: string, signal?: AbortSignal): Promise<AskProgress | null> =>
  (await json<{ progress: AskProgress | null }>(`/api/asks/${word}`, signal)).progress
