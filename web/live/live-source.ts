import { type Asked, openStation, type Said, type Station } from './station.ts'

/** Where a page hears from: the holder of this browser's one stream. */
export interface LiveSource {
  ask(asked: Asked): void
}

type Hear = (said: Said) => void

const NAME = 'gridkeeper-live'

/** A shared worker holds the stream; where there is none, one page for all (the lock is its turn, and passes on when it goes); where there are no
 *  locks either, which need HTTPS, each page has its own. */
export function openSource(hear: Hear): LiveSource {
  if (typeof SharedWorker !== 'undefined') return workerSource(hear)
  return withoutWorker(hear)
}

const withoutWorker = (hear: Hear): LiveSource =>
  typeof BroadcastChannel !== 'undefined' && navigator.locks ? lockSource(hear) : openStation(hear)

function workerSource(hear: Hear): LiveSource {
  let instead: LiveSource | undefined
  const worker = new SharedWorker(new URL('./live-worker.ts', import.meta.url), { type: 'module', name: NAME })
  worker.onerror = () => {
    instead ??= withoutWorker(hear)
  }
  const { port } = worker
  port.onmessage = ({ data }: MessageEvent<Said>) => hear(data)
  const ask = (asked: Asked | 'bye'): void => port.postMessage(asked)
  ask('hello')
  addEventListener('pagehide', () => ask('bye'))
  // Back from the browser's cache of pages.
  addEventListener('pageshow', () => ask('hello'))
  return { ask: (asked) => (instead ? instead.ask(asked) : ask(asked)) }
}

function lockSource(hear: Hear): LiveSource {
  const channel = new BroadcastChannel(NAME)
  let station: Station | undefined
  let seq: number | undefined
  const say = (said: Said): void => {
    if (said.is === 'news' && 'seq' in said.news.data) seq = said.news.data.seq
    hear(said)
  }
  channel.onmessage = ({ data }: MessageEvent<Said | Asked>) => {
    if (typeof data !== 'string') say(data)
    else if (data === 'hello') for (const said of station?.greeting() ?? []) channel.postMessage(said)
    else station?.ask(data)
  }
  const lead = (): Promise<never> => {
    const all = (said: Said): void => {
      say(said)
      channel.postMessage(said)
    }
    // Goes on where the page before it was heard last.
    station = openStation(all, seq)
    return new Promise(() => undefined)
  }
  void navigator.locks.request(NAME, lead)
  channel.postMessage('hello' satisfies Asked)
  return { ask: (asked) => (station ? station.ask(asked) : channel.postMessage(asked)) }
}
