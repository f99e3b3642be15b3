import { useTranslation } from 'react-i18next'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { WallEmergency } from '../../../server/contract/wall.ts'
import { clock, distance } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { crewName } from '../crew-name.ts'
import type { AlarmStep } from './alarm-steps.ts'
import { useDueWords } from './use-due-words.ts'

interface AlarmStepsProps {
  alarm: LiveCase
  steps: readonly AlarmStep[]
  crew: WallEmergency['crew']
  now: number
}

/** What was done when, and what is next. */
export function AlarmSteps({ alarm, steps, crew, now }: AlarmStepsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const dueWords = useDueWords()
  const { way, position } = crew ?? {}

  const nameOf = ({ step, action }: AlarmStep): string =>
    step === 'report' ? t(`source.${alarm.source}`) : (action?.[language] ?? t(`alarmStep.${step}`))

  const noteOf = ({ step, is, dueAt, at }: AlarmStep): string => {
    if (step === 'report') return alarm.number
    if (step === 'file') return at === null ? '' : t('alarmWall.aroundTheClock')
    if (step === 'dispatch') return crew ? crewName(crew.name) : ''
    if (step === 'take' && way && is !== 'next') return wayWords(way)
    if (step === 'arrive' && is !== 'done') {
      if (way) return t('alarmWall.about', { time: clock(now + way.minutes * 60_000) })
      return crew && !position ? t('alarmWall.placeUnknown') : ''
    }
    return dueAt === null ? '' : t('alarmWall.before', { time: dueWords(dueAt, now) })
  }

  const wayWords = ({ metres, minutes, along }: NonNullable<typeof way>): string =>
    t(along === 'roads' ? 'alarmWall.way' : 'alarmWall.wayStraight', {
      distance: distance(metres),
      minutes: Math.max(1, Math.round(minutes)),
    })

  return (
    <ol className="em-steps">
      {steps.map((one) => (
        <li
          key={one.id}
          className={one.is === 'next' ? undefined : `is-${one.is}`}
          aria-current={one.is === 'now' ? 'step' : undefined}
        >
          <time dateTime={one.at ?? undefined}>{one.at === null ? t('alarmWall.notYet') : clock(one.at)}</time>
          <span className="em-step">{nameOf(one)}</span>
          <span>{noteOf(one)}</span>
        </li>
      ))}
    </ol>
  )
}
