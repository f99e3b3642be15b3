import './landfill.css'
import { useTranslation } from 'react-i18next'
import type { LandfillFigure } from '../../../server/contract/wall.ts'
import { clock, dayOf, dayWords, number, wholeDays } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { LandfillChart } from './LandfillChart.tsx'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'

/** The one hero figure of a wall: how many days of room are left, over the fan of P10 to P90. */
export function LandfillPanel({ figures: { landfill }, now }: PanelProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const head = { id: 'landfill', title: t('wallPanel.landfill'), least: 14.4, gives: 'last' as const }
  if (!landfill)
    return (
      <Panel {...head} wants={14.4}>
        <Nothing why={t('wallPanel.landfillNone')} more={t('wallPanel.landfillNoneMore')} />
      </Panel>
    )
  const { daysLeft, fullOn, asOf, method, curve } = landfill
  const day = dayWords(dayOf(asOf), language)
  const note = t(method === 'weighed-input' ? 'wallPanel.landfillWeighed' : 'wallPanel.landfillSurveyed', {
    when: dayOf(asOf) === dayOf(now) ? clock(asOf) : day,
  })
  return (
    <Panel {...head} note={note} wants={27}>
      <div className="wp-hero">
        <b>{daysLeft.p50 === null ? '—' : wholeDays(daysLeft.p50)}</b>
        {daysLeft.p50 === null ? null : <u>{t('wallPanel.days')}</u>}
        <p>
          {fullOn === null
            ? t(curve.length < 2 ? 'wallPanel.landfillTooFew' : 'wallPanel.landfillNotFilling')
            : t('wallPanel.landfillFull', { day: dayWords(fullOn, language) })}
          {daysLeft.p10 === null ? null : (
            <>
              <br />
              {t('wallPanel.landfillSpan', {
                from: wholeDays(daysLeft.p10),
                to: daysLeft.p90 === null ? '∞' : wholeDays(daysLeft.p90),
              })}
            </>
          )}
        </p>
      </div>
      {curve.length > 1 ? <LandfillChart {...{ landfill, now }} /> : null}
      <Facts {...landfill} />
    </Panel>
  )
}

function Facts({ tonnesToday, compaction, leachateBelowWarningM }: LandfillFigure) {
  const { t } = useTranslation()
  const isAbove = leachateBelowWarningM !== null && leachateBelowWarningM < 0
  const fact = (name: string, value: number | null, unit: string, digits: number) => (
    <span>
      {name} <b>{value === null ? '—' : number(value, digits)}</b> {value === null ? '' : unit}
    </span>
  )
  return (
    <p className="wp-facts">
      {fact(t('wallPanel.tonnesToday'), tonnesToday, 't', 1)}
      {fact(t('wallPanel.compaction'), compaction, 't/m³', 2)}
      <span className={isAbove ? 'is-late' : undefined}>
        {isAbove ? t('wallPanel.leachateAbove') : t('wallPanel.leachateBelow')}{' '}
        <b>{leachateBelowWarningM === null ? '—' : number(Math.abs(leachateBelowWarningM), 2)}</b>
        {leachateBelowWarningM === null ? '' : ' m'}
      </span>
    </p>
  )
}
