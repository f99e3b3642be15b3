import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveCase } from '../../../server/contract/live.ts'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { clock, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'

/** So many stand in the room beside the figures; of the rest only how many. */
const MOST = 2

/** How the city is meanwhile, and what else has happened. */
export function AlarmFoot({
  figures,
  others,
  legend,
}: {
  figures: WallFigures | undefined
  others: readonly LiveCase[]
  legend: ReactNode
}) {
  const { t } = useTranslation()
  const { open, late, lit, crews } = figures ?? {}
  const figure = (label: string, value: string | undefined, unit: string, mark?: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {mark}
        <b className="em-number">{value ?? t('alarmWall.notYet')}</b>
        {value === undefined ? null : <u className="em-of">{unit}</u>}
      </dd>
    </div>
  )
  const cases = t('alarmWall.cases')
  const percent = lit?.percent ?? null
  const isLate = late !== undefined && late > 0
  return (
    <div className="em-foot">
      <dl>
        {figure(t('alarmWall.open'), open === undefined ? undefined : number(open), cases)}
        {figure(
          t('alarmWall.late'),
          late === undefined ? undefined : number(late),
          cases,
          isLate ? <StateMark state="late" size={20} /> : null,
        )}
        {figure(t('alarmWall.lit'), percent === null ? undefined : number(percent, 1), t('alarmWall.percent'))}
        {figure(
          t('alarmWall.crews'),
          crews && number(crews.onDuty),
          crews ? t('alarmWall.of', { total: number(crews.total) }) : '',
        )}
        <div className="em-others">
          <dt>{t('alarmWall.others')}</dt>
          <dd>
            {others.length === 0 ? <span className="em-other">{t('alarmWall.noOthers')}</span> : null}
            {others.slice(0, MOST).map(({ id, problem, address, receivedAt }) => (
              <span key={id} className="em-other">
                <StateMark state="emergency" size={20} />
                <time>{clock(receivedAt)}</time> {t('alarmWall.other', { problem, address })}
              </span>
            ))}
            {others.length > MOST ? (
              <span className="em-other">{t('alarmWall.more', { n: number(others.length - MOST) })}</span>
            ) : null}
          </dd>
        </div>
      </dl>
      <div className="em-legend">{legend}</div>
    </div>
  )
}
