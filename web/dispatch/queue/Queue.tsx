import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { Red } from '../day/use-red.ts'
import { useRedWords } from '../day/use-red-words.ts'
import { stepFrom } from '../desk/choose-range.ts'
import { QueueRow } from './QueueRow.tsx'
import { useRowWords } from './use-row-words.ts'

const ROW = 62
const WHOLE = { add: false, range: false }

export interface QueueProps {
  cases: readonly DeskCase[]
  ids: readonly string[]
  now: number
  opened: string | undefined
  cursor: string | undefined
  chosen: ReadonlySet<string>
  onCursor: (id: string) => void
  /** Those that a request is on its way for. */
  pending: ReadonlySet<string>
  /** Those that are foreseen to be late. */
  red: Red['cases']
  onOpen: (id: string) => void
  /** `range`: all from the row chosen last. */
  onChoose: (id: string, range: boolean) => void
}

/** The cases one under the other; only those in sight are drawn. Arrows walk, Enter opens. */
export function Queue(props: QueueProps) {
  const { cases, ids, cursor, onCursor, onOpen, onChoose } = props
  const { t } = useTranslation()
  const words = useRowWords()
  const { reason } = useRedWords()
  const redWords = (id: string): string | undefined => {
    const red = props.red.get(id)
    return red && Date.parse(red.dueAt) > props.now ? reason(red, props.now) : undefined
  }
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: cases.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
  })
  // Only where somebody walks: a queue that is sorted anew under them stays where it is.
  const at = cursor === undefined ? -1 : ids.indexOf(cursor)
  const walked = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (cursor === undefined || walked.current === cursor || at < 0) return
    walked.current = cursor
    rows.scrollToIndex(at)
    const row = (): HTMLElement | null => document.getElementById(`queue-${cursor}`)
    // At once where it is drawn already: the next key may be Enter.
    row()?.focus({ preventScroll: true })
    if (row()) return
    const drawn = requestAnimationFrame(() => row()?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(drawn)
  }, [cursor, at, rows])
  const walk = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW) / ROW) - 1)
    const steps: Record<string, number> = {
      ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
      ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
    }
    const by = steps[event.key]
    const to = by === undefined ? undefined : stepFrom(ids, cursor, by)
    if (to === undefined) return
    event.preventDefault()
    onCursor(to)
  }
  const press = (id: string, event: MouseEvent): void => {
    const { add, range } =
      event.nativeEvent.detail === 0 ? WHOLE : { add: event.ctrlKey || event.metaKey, range: event.shiftKey }
    onCursor(id)
    if (add || range) onChoose(id, range)
    else onOpen(id)
  }
  return (
    <div className="queue-frame" ref={frame}>
      <ul className="queue-rows" aria-label={t('desk.queue')} style={{ height: rows.getTotalSize() }} onKeyDown={walk}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const of = cases[index]
          return of ? (
            <QueueRow
              key={key}
              of={of}
              place={{ top: start, at: index + 1, count: cases.length }}
              now={props.now}
              isOpened={of.id === props.opened}
              words={words}
              isStop={index === Math.max(0, at)}
              isChosen={props.chosen.has(of.id)}
              isPending={props.pending.has(of.id)}
              red={redWords(of.id)}
              onPress={press}
              onChoose={onChoose}
            />
          ) : null
        })}
      </ul>
    </div>
  )
}
