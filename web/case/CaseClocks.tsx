import { useTranslation } from 'react-i18next'
import type { Clock } from '../../server/contract/clock.ts'
import type { BusinessCalendar } from '../../server/contract/work-calendar.ts'
import type { CaseCard } from '../api-cases.ts'
import { moment } from '../format.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { firstClock, isWorking, leftWords, stateOfClock, usedShare } from './clock-words.ts'
import { useWorkCalendar } from './queries.ts'
import { useReckoningWords } from './use-reckoning-words.ts'
import { useStageWords } from './use-stage-words.ts'

/** Every clock that runs, the first that is due in large, the others (D3) a row each; those that have ended in a line each. */
export function CaseClocks({ card, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const stageWords = useStageWords(card)
  const calendar = useWorkCalendar()
  const running = card.clocks.filter(({ endedAt }) => endedAt === null)
  const ended = card.clocks.filter(({ endedAt }) => endedAt !== null)
  const first = firstClock(card) ?? running[0]
  if (card.clocks.length === 0) return null
  const shown = { now, calendar, nameOf: stageWords }
  return (
    <section className="clocks" aria-label={t('clock.title')}>
      {first ? <ClockCard clock={first} {...shown} named={running.length > 1 || first.stage !== 'handle'} /> : null}
      {running.length > 1 ? (
        <ul className="clock-rows">
          {running
            .filter((clock) => clock !== first)
            .map((clock) => (
              <ClockRow key={clock.id} clock={clock} {...shown} />
            ))}
        </ul>
      ) : null}
      {ended.length > 0 ? (
        <details className="clocks-ended" open={running.length === 0}>
          <summary>{t('clock.ended', { n: ended.length })}</summary>
          <ul>
            {ended.map((clock) => (
              <li key={clock.id}>
                <StateMark state={stateOfClock(clock, now)} size={14} />
                {stageWords(clock.stage)}
                <span>
                  {t(stateOfClock(clock, now) === 'late' ? 'clock.wasLate' : 'clock.inTime', {
                    time: moment(clock.endedAt ?? '', now),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

interface ClockProps {
  clock: Clock
  now: number
  calendar: BusinessCalendar | undefined
  nameOf: (stage: string) => string
}

function useClockWords({ clock, now, calendar }: ClockProps) {
  const { t } = useTranslation()
  const reckoning = useReckoningWords()
  const { dueAt } = clock
  return {
    left: dueAt ? leftWords(Date.parse(dueAt), now, { inWorkingTime: isWorking(clock), calendar }) : t('clock.stands'),
    before: dueAt ? t('clock.before', { time: moment(dueAt, now) }) : undefined,
    reckoning: reckoning(clock.limit),
  }
}

function ClockCard(of: ClockProps & { named: boolean }) {
  const { t } = useTranslation()
  const { clock, now, nameOf, named } = of
  const { left, before, reckoning } = useClockWords(of)
  const state = stateOfClock(clock, now)
  return (
    <div className={`clock is-${state} is-large`}>
      <p>
        <b className={`ink-${state}`}>{left}</b>
        <span>
          {named ? <em>{nameOf(clock.stage)}</em> : null} {before ? <em>{before}</em> : null} <em>{reckoning}</em>
        </span>
      </p>
      <div className="meter">
        <i style={{ width: `${usedShare(clock, now) * 100}%` }} />
        <u />
      </div>
      {clock.beyondCalendar ? <small>{t('clock.beyondCalendar')}</small> : null}
    </div>
  )
}

function ClockRow(of: ClockProps) {
  const { clock, now, nameOf } = of
  const { left, before, reckoning } = useClockWords(of)
  const state = stateOfClock(clock, now)
  return (
    <li className={`is-${state}`}>
      <StateMark state={state} size={14} />
      <span>{nameOf(clock.stage)}</span>
      <b className={`ink-${state}`}>{left}</b>
      <small>
        {before} {reckoning}
      </small>
      <i className="clock-used" style={{ width: `${usedShare(clock, now) * 100}%` }} />
    </li>
  )
}
