import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { getDeskCases } from '../../api-desk.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'
import { bookAfter, bookOf, NO_CASES } from './case-book.ts'

const GAP_MS = 2_000
/** Read anew so often whatever the stream told: a wall hangs for months, and what went wrong once must not stay. Above all it keeps the book of what
 *  was told short. */
const READ_EVERY_MS = 60_000
/** The map is drawn anew for cases so often at most. */
const DRAW_GAP_MS = 500

/** Every open case, kept up to date; undefined before they were read the first time. */
export function useWallCases(): readonly DeskCase[] | undefined {
  const book = useRef(NO_CASES)
  const [drawn, setDrawn] = useState(NO_CASES)
  const draw = useMemo(() => runLevel(async () => setDrawn(book.current), DRAW_GAP_MS), [])
  const read = useMemo(
    () =>
      runLevel(async () => {
        book.current = bookOf(book.current, await getDeskCases())
        draw()
      }, GAP_MS),
    [draw],
  )
  useEffect(() => {
    read()
    const timer = setInterval(read, READ_EVERY_MS)
    return () => clearInterval(timer)
  }, [read])
  useLiveNews((news) => {
    const next = bookAfter(book.current, news)
    if (next === 'again') return read()
    if (next === book.current) return
    book.current = next
    draw()
  })
  return useMemo(() => (drawn.seq < 0 ? undefined : [...drawn.cases.values()]), [drawn])
}
