import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedScreen } from '../../../server/contract/screen.ts'
import type { ScreenHealth } from '../../../server/contract/wall.ts'
import { duration, moment, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'

const MARK = { alive: 'normal', silent: 'unknown', frozen: 'late' } as const

/** A wall asks at least every five minutes; past twice that it is silent. */
const SILENT_MS = 10 * 60_000

/** How a wall is by what it told last: well, silent or frozen, with its figures, and the case that its failure became. One that never told anything
 *  is judged by when it was heard of. */
export function ScreenHealthCell({ screen, now }: { screen: ListedScreen; now: number }) {
  const { t } = useTranslation()
  const { revokedAt, seenAt, health } = screen
  if (revokedAt !== null)
    return <span className="is-off">{t('wallScreen.revokedAt', { time: moment(revokedAt, now) })}</span>
  if (health) return <Told health={health} now={now} />
  if (seenAt === null) return t('wallScreen.notCollected')
  const isSilent = now - Date.parse(seenAt) > SILENT_MS
  return (
    <span className="mark-line">
      <StateMark state={isSilent ? 'unknown' : 'normal'} size={12} />
      {t(isSilent ? 'wallScreen.silent' : 'wallScreen.seen', { age: since(seenAt, now) })}
    </span>
  )
}

function Told({ health: { at, state, report, caseId }, now }: { health: ScreenHealth; now: number }) {
  const { t } = useTranslation()
  const measured = (value: number | null): string => (value === null ? t('wallScreen.unmeasured') : number(value))
  const age = report.dataAgeS === null ? t('wallScreen.unmeasured') : duration(report.dataAgeS)
  return (
    <>
      <span className="mark-line">
        <StateMark state={MARK[state]} size={12} />
        {t(`screenHealth.${state}`, { age: since(at, now) })}
      </span>
      <small className="screens-figures">
        {t('wallScreen.figures', { fps: measured(report.fps), heap: measured(report.heapMB), age })}
        {` · ${report.size.join('×')}`}
        {report.part ? ` · ${t('wallScreen.part', { part: report.part })}` : ''}
      </small>
      {caseId && state !== 'alive' ? (
        <Link to="/cases/$number" params={{ number: caseId }}>
          {t('wallScreen.caseOf')}
        </Link>
      ) : null}
    </>
  )
}

const since = (instant: string, now: number): string => duration(Math.max(0, (now - Date.parse(instant)) / 1_000))
