import { LIVE_EVENTS, type LiveMessage } from '../../server/contract/live.ts'
import type { Frame } from './frames.ts'

/** What a page hears: an event that was understood, or that there was one that was not. */
export type LiveNews = LiveMessage | { event: 'unreadable'; data: { name: string } }

/** Checks an event against the contract; undefined for one of a name that this page does not know yet. */
export function newsOf({ event, data }: Frame): LiveNews | undefined {
  const schema = LIVE_EVENTS[event as keyof typeof LIVE_EVENTS]
  if (!schema) return undefined
  const parsed = schema.safeParse(parsedJson(data))
  return parsed.success ? ({ event, data: parsed.data } as LiveMessage) : { event: 'unreadable', data: { name: event } }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
