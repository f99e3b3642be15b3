import type { LivePicture } from '../../server/contract/live.ts'
import { followStream } from './follow-stream.ts'
import { keepPicture } from './keep-picture.ts'
import type { LiveNews } from './live-news.ts'
import { type LiveState, SILENT } from './live-state.ts'

/** What the holder of the stream says to the pages of this browser. `now`: its own clock, Unix ms, which need not be a page's. */
export type Said =
  | { is: 'state'; state: LiveState; now: number }
  | { is: 'news'; news: LiveNews }
  | { is: 'picture'; picture: LivePicture | undefined }

/** What a page asks of it. */
export type Asked = 'hello' | 'wake' | 'reopen'

export interface Station {
  /** All that a page that has just come must know. */
  greeting(): Said[]
  ask(asked: Asked): void
  stop(): void
}

/** Every topic that the role may listen to: the pages of one browser want different ones, and share the stream. */
const ADDRESS = '/api/live'
const STATE_EVERY_MS = 1_000

/** Holds the one stream, and the last good picture. */
export function openStation(say: (said: Said) => void, since?: number): Station {
  let picture: LivePicture | undefined
  let state = SILENT
  let saidAt = 0
  const sayState = (): Said => ({ is: 'state', state, now: Date.now() })
  const following = followStream({
    ...{ address: ADDRESS, since },
    onState(next) {
      const isNew = next.is !== state.is || next.bad !== state.bad
      state = next
      // That something was heard is no news by itself.
      if (!isNew && Date.now() - saidAt < STATE_EVERY_MS) return
      saidAt = Date.now()
      say(sayState())
    },
    onNews(news) {
      picture = keepPicture(picture, news)
      say({ is: 'news', news })
    },
  })
  return {
    greeting: () => [{ is: 'picture', picture }, sayState()],
    ask(asked) {
      if (asked === 'wake') following.wake()
      if (asked === 'reopen') following.reopen()
    },
    stop: following.stop,
  }
}
