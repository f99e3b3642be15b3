import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Frame, frameReader } from '../../web/live/frames.ts'

/** A stream as a test reads it. */
export interface ReadLive {
  status: number
  headers: Headers
  /** All events so far, their data parsed. */
  events: LiveEventRead[]
  /** The next event of this name that was not taken yet; throws when none comes soon. */
  next(name: string): Promise<LiveEventRead>
  /** Whether the server has ended it. */
  ended: Promise<void>
  leave(): Promise<void>
}

export interface LiveEventRead {
  event: string
  id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects.
  data: any
}

const SOON_MS = 5_000

/** Reads an answer of /api/live until it ends or the test does. */
export function readLive(response: Response): ReadLive {
  const events: LiveEventRead[] = []
  const taken = new Set<LiveEventRead>()
  let onEvent = (): void => undefined
  const reader = response.body?.getReader()
  const ended = (async () => {
    const read = frameReader()
    const decoder = new TextDecoder()
    for (;;) {
      const piece = await reader?.read().catch(() => undefined)
      if (!piece || piece.done) return
      for (const frame of read(decoder.decode(piece.value, { stream: true }))) {
        events.push(parsed(frame))
        onEvent()
      }
    }
  })()
  const leave = async (): Promise<void> => {
    await reader?.cancel().catch(() => undefined)
  }
  onTestFinished(leave)
  return {
    ...{ status: response.status, headers: response.headers, events, ended, leave },
    async next(name) {
      const until = performance.now() + SOON_MS
      for (;;) {
        const found = events.find((one) => one.event === name && !taken.has(one))
        if (found) {
          taken.add(found)
          return found
        }
        if (performance.now() > until) throw new Error(`no ${name} came; there were ${events.map((e) => e.event)}`)
        await new Promise<void>((resolve) => {
          onEvent = resolve
          setTimeout(resolve, 50)
        })
      }
    },
  }
}

const parsed = ({ event, id, data }: Frame): LiveEventRead => ({ event, id, data: JSON.parse(data) })

/** Asks for a stream and reads nothing of it; answers how to leave. */
export function deafListener(url: string): Promise<() => void> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('GET /api/live?topics=assets HTTP/1.1\r\nHost: a\r\n\r\n')
      socket.pause()
      resolve(() => socket.destroy())
    })
    socket.on('error', () => undefined)
  })
}
