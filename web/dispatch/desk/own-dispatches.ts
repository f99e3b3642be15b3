import { z } from 'zod'

/** Cases that somebody dispatched from this browser, the latest last. The stream names nobody, so the desk remembers for itself. */
const Ids = z.array(z.string().max(80))
const MOST = 2_000

export function readOwn(text: string | null): string[] {
  try {
    return Ids.parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}

export const withOwn = (own: readonly string[], more: readonly string[]): string[] =>
  [...own.filter((id) => !more.includes(id)), ...more].slice(-MOST)
