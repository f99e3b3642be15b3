import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { firstClock, usedShare } from '../../case/clock-words.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { lightAt } from '../desk/case-lights.ts'
import type { RowWords } from './use-row-words.ts'

interface QueueRowProps {
  of: DeskCase
  place: { top: number; at: number; count: number }
  now: number
  words: RowWords
  isOpened: boolean
  /** Where Tab comes into the list. */
  isStop: boolean
  isChosen: boolean
  /** A request for it is on its way. */
  isPending: boolean
  /** Why it is foreseen to be late; undefined for one that is not. */
  red: string | undefined
  onPress: (id: string, event: MouseEvent) => void
  onChoose: (id: string, range: boolean) => void
}

/** One case: its state, where and what, how long there is, who brought it and who has it. The line below is the share of its time that is used. */
export function QueueRow(props: QueueRowProps) {
  const { of, place, now, words, isOpened, isStop, isChosen, isPending, red, onPress, onChoose } = props
  const { t } = useTranslation()
  const light = lightAt(of, now)
  const clock = firstClock(of)
  const title = `${of.address} ${of.problem}`
  return (
    <li
      className={`queue-row is-${light}${isChosen ? ' is-chosen' : ''}${isOpened ? ' is-opened' : ''}`}
      style={{ transform: `translateY(${place.top}px)` }}
      aria-posinset={place.at}
      aria-setsize={place.count}
    >
      <button
        type="button"
        id={`queue-${of.id}`}
        className="queue-open"
        aria-current={isOpened ? 'true' : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={(event) => onPress(of.id, event)}
      >
        <span className="queue-line">
          <span className="queue-title" title={title}>
            <span>{of.address}</span> <b>{of.problem}</b>
          </span>
          <span className="queue-left">{words.left(of, clock, now)}</span>
        </span>
        <span className="queue-line">
          <span className="queue-source">
            {words.source(of)}
            {red ? <em title={red}>{t('day.red')}</em> : null}
          </span>
          <span className="queue-owner">{isPending ? t('desk.pending') : words.owner(of)}</span>
        </span>
      </button>
      <label className="queue-choose">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t('desk.chooseOne', { title })}
          tabIndex={-1}
          onClick={(event) => onChoose(of.id, event.shiftKey)}
          onChange={() => undefined}
        />
        <StateMark state={light} size={16} label={t(`state.${light}`)} />
      </label>
      {clock ? <i className="queue-used" style={{ width: `calc((100% - 62px) * ${usedShare(clock, now)})` }} /> : null}
    </li>
  )
}
