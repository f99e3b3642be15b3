import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { LivePicture } from '../server/contract/live.ts'
import { keepPicture } from './live/keep-picture.ts'
import type { LiveNews } from './live/live-news.ts'
import { type LiveSource, openSource } from './live/live-source.ts'
import { type LiveState, SILENT } from './live/live-state.ts'
import type { Said } from './live/station.ts'

export type { LiveNews, LiveState }

/** What this page knows of the stream. It is opened by the first who looks. */
let source: LiveSource | undefined
let state: LiveState = SILENT
let picture: LivePicture | undefined
const watchers = new Set<() => void>()
const listeners = new Set<(news: LiveNews) => void>()

/** As many events as come in a moment are drawn once. Each for itself, a burst of them (all that was missed while the server was away) would be taken
 *  by React for a page that never comes to rest, and thrown away. */
const GATHER_MS = 50
let gathering: ReturnType<typeof setTimeout> | undefined

function tellSoon(): void {
  if (gathering !== undefined) return
  gathering = setTimeout(() => {
    gathering = undefined
    for (const watcher of watchers) watcher()
  }, GATHER_MS)
}

function hear(said: Said): void {
  if (said.is === 'news') {
    const next = keepPicture(picture, said.news)
    if (next !== picture) {
      picture = next
      tellSoon()
    }
    for (const listener of listeners) listener(said.news)
    return
  }
  if (said.is === 'picture') picture = said.picture
  else {
    const { heardAt } = said.state
    state = { ...said.state, heardAt: heardAt === 0 ? 0 : Date.now() - (said.now - heardAt) }
  }
  for (const watcher of watchers) watcher()
}

const open = (): LiveSource => (source ??= openSource(hear))

/** Tries again now, where it waits: something else has just heard from the server. */
export const wakeLive = (): void => open().ask('wake')

/** Begins anew: somebody signed in or out, and may hear something else. */
export const reopenLive = (): void => open().ask('reopen')

function watch(onChange: () => void): () => void {
  open()
  watchers.add(onChange)
  return () => watchers.delete(onChange)
}

/** Whether the stream flows. */
export const useLiveIs = (): LiveState['is'] => useSyncExternalStore(watch, () => state.is)

/** Where the stream stands at this moment: nobody draws anew for every word of it. */
export const liveState = (): LiveState => state

/** The last good picture at this moment. */
export const livePicture = (): LivePicture | undefined => picture

/** The last good picture, kept up to date; undefined until there was one. */
export const useLivePicture = (): LivePicture | undefined => useSyncExternalStore(watch, () => picture)

/** Hears every event while the component is on the page. */
export function useLiveNews(onNews: (news: LiveNews) => void): void {
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  useEffect(() => {
    const listener = (news: LiveNews): void => latest.current(news)
    open()
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
}
