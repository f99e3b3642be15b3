import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../server/contract/clock.ts'
import type { LiveCase } from '../../../server/contract/live.ts'
import { limitWords } from '../../../server/contract/reckoning-words.ts'
import type { WallEmergency } from '../../../server/contract/wall.ts'
import { texts } from '../../i18n/i18n.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { alarmClocks, type TimeLeft, timeLeft, usedShare } from './alarm-clocks.ts'
import { useDueWords } from './use-due-words.ts'

interface AlarmClocksProps {
  alarm: LiveCase
  told: WallEmergency | undefined
  now: number
}

/** How long there is for the first step that the law asks for, large, and for the second. */
export function AlarmClocks({ alarm, told, now }: AlarmClocksProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const dueWords = useDueWords()
  const [first, second] = alarmClocks(alarm.clocks)
  if (!first) return <p className="em-no-clock">{t('alarmWall.noClock')}</p>
  const wordsOf = (stage: string): string => {
    const key = `stage.${stage}` as 'stage.handle'
    const own = told?.stages.find((one) => one.stage === stage)?.action[language]
    return own ?? (texts.exists(key) ? t(key) : stage)
  }
  const block = (of: Clock, isFirst: boolean) => {
    const left = timeLeft(of.dueAt ?? '', now)
    const limit = limitWords(of.limit)[language]
    return (
      <div className={`${isFirst ? 'em-clock is-first' : 'em-clock'}${left.over ? ' is-late' : ''}`}>
        <h2>
          {left.over ? <StateMark state="late" size={20} /> : null}
          {t(left.over ? 'alarmWall.over' : 'alarmWall.left', { step: wordsOf(of.stage) })}
        </h2>
        <Left left={left} isFirst={isFirst} />
        {isFirst ? (
          <div className="em-bar">
            <i style={{ width: `${usedShare(of, now) * 100}%` }} />
          </div>
        ) : null}
        <small className="em-until">{t('alarmWall.until', { limit, time: dueWords(of.dueAt ?? '', now) })}</small>
      </div>
    )
  }
  return (
    <>
      {block(first, true)}
      {second ? block(second, false) : null}
    </>
  )
}

/** The two largest units: 23 小时 58 分, 2 天 3 小时. */
function Left({ left: { days, hours, minutes }, isFirst }: { left: TimeLeft; isFirst: boolean }) {
  const { t } = useTranslation()
  const alone = days === 0 && hours === 0
  const parts: [number, string][] = alone
    ? [[minutes, t(isFirst ? 'alarmWall.minutesLong' : 'alarmWall.minutes')]]
    : days > 0
      ? [
          [days, t('alarmWall.days')],
          [hours, t('alarmWall.hours')],
        ]
      : [
          [hours, t('alarmWall.hours')],
          [minutes, t('alarmWall.minutes')],
        ]
  return (
    <p className={alone ? undefined : 'has-two'}>
      {parts.map(([value, unit]) => (
        <span key={unit} className="em-part">
          <b className="em-value">{value}</b>
          <u className="em-unit">{unit}</u>
        </span>
      ))}
    </p>
  )
}
