import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { getDeskCases } from '../../api-desk.ts'
import { setClockAhead } from '../../console/use-now.ts'
import { runLevel } from '../../live/run-level.ts'
import { liveState, useLiveIs, useLiveNews } from '../../live.ts'
import { DeskBook } from './desk-book.ts'
import { onceAFrame } from './once-a-frame.ts'

/** How often everything is read while the stream does not tell. */
const LOOK_EVERY_MS = 15_000
/** An answer is a second old at most, and may take some to come. */
const AHEAD_MS = 10_000
const GAP_MS = 500
/** To sort and count 50,000 takes a twentieth of a second; at the pace of a storm the page would do nothing else. */
const MANY = 5_000
const MANY_GAP_MS = 300
/** So long the page waits for the stream to say where it stands, lest a change fall between what is read and what is heard. */
const STREAM_MS = 1_500

export interface DeskCasesNow {
  /** Undefined before they were read the first time. */
  cases: readonly DeskCase[] | undefined
  get: (id: string) => DeskCase | undefined
  /** Unix ms of what is shown; 0 for never. */
  asOf: number
  /** Why they could not be read last; undefined when they could. */
  fault: unknown
  /** Reads everything anew: at once after acting where no stream tells. */
  reload: () => void
}

/** Every open case that one may see, kept up to date. */
export function useDeskCases(): DeskCasesNow {
  const book = useMemo(() => new DeskBook(), [])
  const drawing = useMemo(() => onceAFrame(() => (book.size > MANY ? MANY_GAP_MS : 0)), [book])
  const [fault, setFault] = useState<unknown>()
  const [readAt, setReadAt] = useState(0)
  const is = useLiveIs()
  const reload = useMemo(() => {
    const again = runLevel(async () => {
      try {
        const { is: now, seq } = liveState()
        const answer = await getDeskCases(undefined, now === 'connected' ? seq : undefined)
        const heard = book.load(answer)
        const ahead = Date.parse(answer.at) - Date.now()
        setClockAhead(Math.abs(ahead) > AHEAD_MS ? ahead : 0)
        setFault(undefined)
        setReadAt(Date.now())
        drawing.ask()
        if (heard === 'reload') again()
      } catch (error) {
        setFault(error)
      }
    }, GAP_MS)
    return again
  }, [book, drawing])
  useLiveNews((news) => {
    const heard = book.hear(news)
    if (heard === 'reload') reload()
    if (heard === 'changed') drawing.ask()
  })
  const failed = fault !== undefined
  useEffect(() => {
    // What was told while the stream was away comes by itself.
    if (is === 'connected' && !failed) {
      if (book.at === undefined) reload()
      return
    }
    const first = failed ? undefined : setTimeout(reload, STREAM_MS)
    const timer = setInterval(reload, LOOK_EVERY_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [is, book, reload, failed])
  const cases = useSyncExternalStore(drawing.subscribe, () => (book.at === undefined ? undefined : book.cases))
  const asOf = is === 'connected' ? Math.max(readAt, liveState().heardAt) : readAt
  return { cases, get: (id) => book.get(id), asOf, fault, reload }
}
