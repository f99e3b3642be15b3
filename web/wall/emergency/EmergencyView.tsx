import './emergency.css'
import '../../i18n/wall-emergency-words.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { useLivePicture } from '../../live.ts'
import type { Part } from '../part.ts'
import { AlarmClocks } from './AlarmClocks.tsx'
import { AlarmFoot } from './AlarmFoot.tsx'
import { AlarmHead } from './AlarmHead.tsx'
import { AlarmSteps } from './AlarmSteps.tsx'
import { alarmSteps } from './alarm-steps.ts'
import { otherAlarms } from './other-alarms.ts'
import { useEmergency } from './use-emergency.ts'

interface EmergencyViewProps {
  alarm: LiveCase
  figures: WallFigures | undefined
  /** Unix ms. */
  now: number
  /** The browser gives no sound. */
  silent?: boolean
  /** Of a video wall: the picture spans all of its screens, as the frame does. */
  part?: Part | null
  /** Under the figures: what the marks mean, and whose map it is. */
  legend?: ReactNode
}

/** An emergency takes the wall: what, where, how long there is, how far it has come. The map lies behind, and nothing of it is covered but by the
 *  head, the card on the right and the foot. */
export function EmergencyView({ alarm, figures, now, silent = false, part = null, legend }: EmergencyViewProps) {
  const { t } = useTranslation()
  const told = useEmergency(alarm.id)
  const others = otherAlarms(useLivePicture()?.emergencies ?? [], alarm.id)
  const of = part?.of ?? 1
  const span = { width: `${of * 100}vw`, left: `${-(part?.index ?? 0) * 100}vw` }
  return (
    <section className="em" style={span} aria-live="assertive" aria-label={t('alarmWall.title')}>
      <AlarmHead alarm={alarm} told={told} now={now} />
      <aside className="em-card">
        <AlarmClocks alarm={alarm} told={told} now={now} />
        <AlarmSteps alarm={alarm} steps={alarmSteps(alarm, told)} crew={told?.crew ?? null} now={now} />
        <div className="em-ack">
          <svg className="em-ring" viewBox="-12 -12 24 24" aria-hidden="true">
            <circle r="9.4" />
          </svg>
          <p>
            {t('alarmWall.unacknowledged')}
            <small className="em-how">{t('alarmWall.how')}</small>
            {silent ? <small className="em-how">{t('alarmWall.silent')}</small> : null}
          </p>
        </div>
      </aside>
      <AlarmFoot figures={figures} others={others} legend={legend} />
    </section>
  )
}
