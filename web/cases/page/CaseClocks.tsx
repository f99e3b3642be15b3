import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../server/contract/clock.ts'
import { limitWords } from '../../../server/contract/reckoning-words.ts'
import type { BusinessCalendar } from '../../../server/contract/work-calendar.ts'
import type { CaseCard } from '../../api-cases.ts'
import { moment } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { firstClock, isWorking, leftWords, stateOfClock, usedShare } from '../clock-words.ts'
import { useWorkCalendar } from '../queries.ts'
import { useStageWords } from '../use-stage-words.ts'

/** Every clock that runs, the first that is due the largest; those that have ended in a line each. */
export function CaseClocks({ card, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const stageWords = useStageWords(card)
  const calendar = useWorkCalendar()
  const first = firstClock(card)
  const running = card.clocks.filter(({ endedAt }) => endedAt === null)
  const ended = card.clocks.filter(({ endedAt }) => endedAt !== null)
  const rest = running.filter((clock) => clock !== first)
  if (card.clocks.length === 0) return null
  const shown = { now, calendar, nameOf: stageWords }
  return (
    <section className="clocks" aria-label={t('clock.title')}>
      {first ? <ClockCard clock={first} {...shown} large /> : null}
      {rest.map((clock) => (
        <ClockCard key={clock.id} clock={clock} {...shown} />
      ))}
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

interface ClockCardProps {
  clock: Clock
  now: number
  calendar: BusinessCalendar | undefined
  nameOf: (stage: string) => string
  large?: boolean
}

function ClockCard({ clock, now, calendar, nameOf, large = false }: ClockCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const state = stateOfClock(clock, now)
  const left = clock.dueAt
    ? leftWords(Date.parse(clock.dueAt), now, { inWorkingTime: isWorking(clock), calendar })
    : t('clock.stands')
  return (
    <div className={`clock is-${state} ${large ? 'is-large' : ''}`}>
      <p>
        <b className={`ink-${state}`}>{left}</b>
        <span>
          {nameOf(clock.stage)} · {limitWords(clock.limit)[language]}
          {clock.dueAt ? ` · ${t('clock.before', { time: moment(clock.dueAt, now) })}` : ''}
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
