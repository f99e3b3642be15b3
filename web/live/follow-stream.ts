import { type Frame, frameReader } from './frames.ts'
import { type LiveNews, newsOf } from './live-news.ts'
import { type LiveState, SILENT } from './live-state.ts'
import { askedWait, WAITS, type Waits, waitBefore } from './waits.ts'

export interface Following {
  /** Tries now instead of later. */
  wake(): void
  /** Begins anew with a picture: somebody signed in or out. */
  reopen(): void
  stop(): void
}

export interface FollowNeeds {
  /** Of the stream, without `since`. */
  address: string
  onNews: (news: LiveNews) => void
  onState: (state: LiveState) => void
  /** The row heard last, from whoever listened before. */
  since?: number | undefined
  waits?: Partial<Waits>
}

/** How one connection ended. `again`: what was heard so far does not count. */
type Ending = { is: 'broken' | 'refused' | 'again'; waitMs?: number | undefined }

/** Listens until it is stopped: comes back by itself after every loss, with the row heard last. Not EventSource, which gives up for good on one
 *  503 or 204, and cannot tell silence from peace. */
export function followStream({ address, onNews, onState, since, waits }: FollowNeeds): Following {
  const patience: Waits = { ...WAITS, ...waits }
  let state: LiveState = SILENT
  let seq = since
  let bad = 0
  let connection = new AbortController()
  let skipWait: () => void = () => undefined
  let stopped = false

  const become = (next: Partial<LiveState>): void => {
    state = { ...state, ...next, seq, bad }
    onState(state)
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopped; ) {
      become({ is: state.is === 'refused' ? 'refused' : 'connecting' })
      const before = state.heardAt
      const ending = await listen().catch((): Ending => ({ is: 'broken' }))
      if (stopped) return
      if (ending.is === 'again') seq = undefined
      failures = state.heardAt > before ? 0 : failures + 1
      become({ is: ending.is === 'refused' ? 'refused' : 'waiting' })
      const ms = ending.is === 'refused' ? patience.refused : waitBefore(failures, patience, Math.random())
      await pause(ending.waitMs ?? ms)
    }
  }

  async function listen(): Promise<Ending> {
    connection = new AbortController()
    const { signal } = connection
    const watch = watchdog(() => connection.abort(), patience.answer)
    try {
      const query = seq === undefined ? '' : `${address.includes('?') ? '&' : '?'}since=${seq}`
      const response = await fetch(address + query, {
        ...{ headers: { accept: 'text/event-stream' }, cache: 'no-store', signal },
      })
      if (response.status === 401 || response.status === 403) return { is: 'refused' }
      if (!response.ok || !response.body || !isStream(response))
        return { is: 'broken', waitMs: askedWait(response.headers.get('retry-after'), patience.longest) }
      watch.feed(patience.silence)
      return await hear(response.body, () => watch.feed(patience.silence))
    } finally {
      watch.end()
      connection.abort()
    }
  }

  async function hear(body: ReadableStream<Uint8Array>, onPiece: () => void): Promise<Ending> {
    const read = frameReader()
    const decoder = new TextDecoder()
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done || stopped) return { is: 'broken' }
      onPiece()
      for (const frame of read(decoder.decode(value, { stream: true }))) if (take(frame)) return { is: 'again' }
      become({ is: 'connected', heardAt: Date.now() })
    }
  }

  /** Whether the stream has to begin anew. */
  function take(frame: Frame): boolean {
    const news = newsOf(frame)
    const id = frame.id === undefined ? undefined : Number(frame.id)
    if (news?.event === 'unreadable') bad += 1
    if (id !== undefined && Number.isInteger(id)) seq = id
    if (news) onNews(news)
    return news?.event === 'resync'
  }

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      skipWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  void run()
  return {
    wake: () => skipWait(),
    reopen() {
      seq = undefined
      connection.abort()
      skipWait()
    },
    stop() {
      stopped = true
      connection.abort()
      skipWait()
    },
  }
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false

/** Barks when it is not fed for so long. */
function watchdog(bark: () => void, ms: number) {
  let timer = setTimeout(bark, ms)
  return {
    feed(next: number): void {
      clearTimeout(timer)
      timer = setTimeout(bark, next)
    },
    end: () => clearTimeout(timer),
  }
}
