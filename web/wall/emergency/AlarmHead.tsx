import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { WallEmergency } from '../../../server/contract/wall.ts'
import { getCity } from '../../api.ts'
import { clock, dayOf, identification, moment } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { EXCLAMATION, STATE_SHAPES } from '../../icons/state-shape.ts'

interface AlarmHeadProps {
  alarm: LiveCase
  told: WallEmergency | undefined
  now: number
}

/** Letters that fit in the largest size beside the place and the clocks; a Chinese one is as wide as two. */
const MOST_LETTERS = 16
const lettersOf = (words: string): number => [...words].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)

export function AlarmHead({ alarm, told, now }: AlarmHeadProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const city = useQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal) }).data
  const { problem, address, code, receivedAt, assetId } = alarm
  const className = told?.className?.[language]
  const isToday = dayOf(receivedAt) === dayOf(now)
  return (
    <header className="em-head">
      <svg viewBox="-1 -1 26 26" aria-hidden="true">
        <path className="em-octagon" d={STATE_SHAPES.emergency} />
        <path className="em-bang" d={EXCLAMATION} />
      </svg>
      <h1 className={lettersOf(problem) > MOST_LETTERS ? 'is-long' : undefined}>{problem}</h1>
      <p>
        <span>{address}</span> <span>{className ? `${className} ${code}` : code}</span>
        <small className="em-about">
          <span>{assetId ? t('alarmWall.id', { id: identification(assetId) }) : t('alarmWall.noThing')}</span>
          {told?.area ? <span>{told.area}</span> : null}
        </small>
      </p>
      <dl>
        <div>
          <dt>{t('alarmWall.alarmed')}</dt>
          <dd className={isToday ? undefined : 'is-past'}>{moment(receivedAt, now)}</dd>
        </div>
        <div>
          <dt>{t('alarmWall.now')}</dt>
          <dd>
            {clock(now)}
            {/* A wall whose clock goes is a wall that lives. */}
            <small className="em-seconds">:{String(new Date(now).getUTCSeconds()).padStart(2, '0')}</small>
          </dd>
        </div>
      </dl>
      {city?.demo ? <span className="em-demo">{t('app.demo')}</span> : null}
    </header>
  )
}
