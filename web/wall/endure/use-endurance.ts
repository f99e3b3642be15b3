import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { REPORT_S } from '../../../server/contract/wall.ts'
import { send } from '../../api-send.ts'
import { livePicture, liveState, useLiveIs, useLiveNews, wakeLive } from '../../live.ts'
import type { Part } from '../part.ts'
import { buildReport } from './build-report.ts'
import { clockJump, didSleep, type Moment } from './clock-jump.ts'
import { forgetTries } from './load-anew.ts'
import { lastPaintedAt, notePixels, readFps, watchPixels } from './painted.ts'
import { ownBuild, watchBuild } from './watch-build.ts'
import { whenToReload } from './when-to-reload.ts'

/** What a wall tells the endurance of itself. */
export interface Enduring {
  /** Id of the scene that is shown. */
  scene: string | null
  /** `at` of the figures that are shown; undefined before the first. */
  dataAt: string | undefined
  part: Part | null
}

/** A new build is seen within so long, and right after a server came back. Two answers of 300 bytes each: neither was changed. */
const LOOK_EVERY_MS = 10_000
const TICK_MS = 5_000
/** While the stream is away. One screen asks for a few bytes; the stream itself waits up to 30 s between two tries. */
const PROBE_EVERY_MS = 1_500
const ASK_MOST_MS = 10_000
/** After so long the next fault is a first one. */
const WELL_MS = 5 * 60_000

const present = (): Moment => ({ wall: Date.now(), steady: performance.now() })

/** Keeps a wall alive for months: tells of itself, loads a new build or the page of the next night at a quiet moment, goes on at once when the
 *  server is back or the screen wakes, and when its clock was set. Use it once on a page. */
export function useEndurance(enduring: Enduring): void {
  const latest = useRef(enduring)
  const figuresAt = useRef(0)
  const newsAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    latest.current = enduring
  })
  const { dataAt } = enduring
  useEffect(() => {
    if (dataAt !== undefined) figuresAt.current = Date.now()
  }, [dataAt])
  useLiveNews(({ event }) => {
    if (event === 'change' || event === 'gone') newsAt.current = performance.now()
  })
  useEffect(watchPixels, [])
  useReports(latest, figuresAt)
  useWaking()
  useReloads(newsAt)
}

type Ref<Value> = { readonly current: Value }

function useReports(latest: Ref<Enduring>, figuresAt: Ref<number>): void {
  useEffect(() => {
    const build = ownBuild()
    const tell = (): void => {
      const report = buildReport({
        ...{
          now: Date.now(),
          fps: readFps(),
          heapBytes: heapBytes(),
          nodes: document.getElementsByTagName('*').length,
        },
        ...{ heardAt: liveState().heardAt, figuresAt: figuresAt.current, paintedAt: lastPaintedAt(), build },
        ...{ scene: latest.current.scene, part: latest.current.part, size: [innerWidth, innerHeight] },
      })
      // A server that is away misses it; the next one says all that this one did.
      void send('POST', '/api/wall/reports', report).catch(() => undefined)
    }
    tell()
    const timer = setInterval(tell, REPORT_S * 1_000)
    return () => clearInterval(timer)
  }, [latest, figuresAt])
}

/** Chromium tells, rounded; others do not. */
const heapBytes = (): number | undefined =>
  (performance as { memory?: { usedJSHeapSize?: number } }).memory?.usedJSHeapSize

/** Asks everything anew when the screen slept or its clock was set, and wakes the stream as soon as the server answers again. */
function useWaking(): void {
  const queries = useQueryClient()
  const is = useLiveIs()
  useEffect(() => {
    let before = present()
    const timer = setInterval(() => {
      const now = present()
      const isTorn = clockJump(before, now) !== 0 || didSleep(before, now)
      before = now
      if (!isTorn) return
      notePixels()
      wakeLive()
      void queries.invalidateQueries()
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [queries])
  const wasAway = useRef(false)
  useEffect(() => {
    if (is === 'connected') {
      if (wasAway.current) void queries.invalidateQueries()
      wasAway.current = false
      return undefined
    }
    // Who is refused was taken out, and the page says so.
    if (is === 'refused' || (is === 'connecting' && !wasAway.current)) return undefined
    wasAway.current = true
    const timer = setInterval(() => {
      void fetch('/readyz', { signal: AbortSignal.timeout(ASK_MOST_MS) }).then(
        ({ ok }) => {
          if (ok) wakeLive()
        },
        () => undefined,
      )
    }, PROBE_EVERY_MS)
    return () => clearInterval(timer)
  }, [is, queries])
}

const isAlarmed = (): boolean =>
  livePicture()?.emergencies?.some(({ acknowledgedAt }) => acknowledgedAt === null) ?? false

function useReloads(newsAt: Ref<number>): void {
  const is = useLiveIs()
  const look = useRef<(() => void) | undefined>(undefined)
  useEffect(() => {
    const [openedMs, chance, find] = [performance.now(), Math.random(), watchBuild(ownBuild())]
    let otherSince: number | undefined
    let [whole, looking, lookedMs] = [false, false, Number.NEGATIVE_INFINITY]
    const lookNow = async (): Promise<void> => {
      if (looking) return
      looking = true
      const found = await find(AbortSignal.timeout(ASK_MOST_MS)).catch(() => undefined)
      looking = false
      lookedMs = performance.now()
      whole = found?.whole ?? false
      if (found?.isOther) otherSince ??= lookedMs
    }
    const tick = async (): Promise<void> => {
      const now = performance.now()
      const every = otherSince === undefined ? LOOK_EVERY_MS : TICK_MS
      if (now - lookedMs >= every) await lookNow()
      if (now - openedMs > WELL_MS) forgetTries()
      const why = whenToReload({
        ...{ now: Date.now(), upMs: now - openedMs, whole, emergency: isAlarmed(), chance },
        otherBuildMs: otherSince === undefined ? undefined : now - otherSince,
        sinceNewsMs: now - newsAt.current,
      })
      if (!why) return
      // It may have gone away since the last look.
      await lookNow()
      if (whole) location.reload()
    }
    look.current = () => {
      lookedMs = Number.NEGATIVE_INFINITY
      void tick()
    }
    const timer = setInterval(() => void tick(), TICK_MS)
    return () => clearInterval(timer)
  }, [newsAt])
  // A server that comes back may have come with another page.
  useEffect(() => {
    if (is === 'connected') look.current?.()
  }, [is])
}
