import type { LiveEvent } from '../contract/live.ts'

/** An event of the stream as bytes (WHATWG HTML, 9.2 Server-sent events). JSON holds no line break, so one `data` line is enough. */
export const frame = (event: LiveEvent, data: unknown, seq?: number): Buffer =>
  Buffer.from(`event: ${event}\n${seq === undefined ? '' : `id: ${seq}\n`}data: ${JSON.stringify(data)}\n\n`)

/** For a client that takes its own pauses from the server. */
export const RETRY_FRAME = Buffer.from('retry: 3000\n\n')
