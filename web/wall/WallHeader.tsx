import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { State } from '../../server/contract/state.ts'
import type { WallFigures } from '../../server/contract/wall.ts'
import { clock, duration, moment, number, signed, wholeDays } from '../format.ts'
import type { Language } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { lampHours } from './lamp-hours.ts'
import { oldSince } from './old-since.ts'
import type { Shown } from './use-scenes.ts'

export interface HeaderProps {
  city: City | undefined
  figures: WallFigures | undefined
  shown: Shown | undefined
  now: number
  /** Since the figures came. */
  answeredMs: number
}

/** Figures grow old in minutes; the clock alone is drawn anew every second. */
const AGE_STEP_MS = 5_000

/** Whose wall it is and what it shows, the figures that matter, and the time. */
export function WallHeader({ city, figures, shown, now, answeredMs }: HeaderProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <header className="wall-header">
      <div className="wall-brand">
        <h1>
          {city?.name[language]} <em>{t('app.name')}</em>
        </h1>
        <p>
          {city?.demo ? <span className="wall-demo">{t('app.demo')}</span> : null}
          {shown ? (
            <span className="wall-scene">
              <span>{shown.scene.title[language]}</span>
              <small>{shown.isCalled ? t('wall.called') : t('wall.nth', { n: shown.index + 1, of: shown.of })}</small>
            </span>
          ) : null}
        </p>
        {figures && shown ? <Reserves figures={figures} panels={shown.scene.panels} /> : null}
      </div>
      <dl className="wall-kpis">
        {figures ? <Kpis figures={figures} answeredMs={Math.floor(answeredMs / AGE_STEP_MS) * AGE_STEP_MS} /> : null}
      </dl>
      <WallClock city={city} now={now} language={language} />
    </header>
  )
}

const Kpis = memo(function Kpis({ figures, answeredMs }: { figures: WallFigures; answeredMs: number }) {
  const { t } = useTranslation()
  const { received, closedToday, open, working, due, late, worstLateMinutes, dueWithin2h, onTime, lit, crews } = figures
  const old = (source: string): string | undefined => {
    const since = oldSince(figures, source, answeredMs)
    return since && moment(since, Date.parse(figures.at) + answeredMs)
  }
  const cases = old('cases')
  const free = crews.byState.filter(({ state }) => state === 'free').length
  return (
    <>
      <Kpi label={t('wall.received')} unit={t('wall.cases')} asOf={cases} value={number(received.today)}>
        <span>{t('wall.againstYesterday', { n: signed(received.today - received.sameTimeYesterday) })}</span>
        <span>{t('wall.closedToday', { n: number(closedToday) })}</span>
      </Kpi>
      <Kpi label={t('wall.open')} unit={t('wall.cases')} asOf={cases} value={number(open)}>
        <span>{t('wall.working', { n: number(working), due: number(due) })}</span>
        <span>{t('wall.dueSoon', { n: number(dueWithin2h) })}</span>
      </Kpi>
      <Kpi
        label={t('wall.late')}
        unit={t('wall.cases')}
        asOf={cases}
        value={number(late)}
        state={late > 0 ? 'late' : 'normal'}
      >
        <span>
          {worstLateMinutes === null ? t('wall.noneLate') : t('wall.worst', { time: duration(worstLateMinutes * 60) })}
        </span>
      </Kpi>
      {onTime ? (
        <Kpi label={t('wall.onTime')} unit="%" asOf={cases} value={percentOf(onTime.percent)}>
          <span>{t('wall.ofCases', { n: number(onTime.closed), of: number(onTime.of) })}</span>
        </Kpi>
      ) : null}
      {lit ? (
        <Kpi label={t('wall.lit')} unit="%" asOf={old('streetlights')} value={percentOf(lit.percent)}>
          <span>{t('wall.ofLamps', { n: number(lit.on), of: number(lit.of) })}</span>
          <span>{t('wall.litTarget', { n: number(lit.target) })}</span>
        </Kpi>
      ) : null}
      <Kpi
        label={t('wall.crews')}
        unit={t('wall.ofCrews', { of: number(crews.total) })}
        asOf={old('positions')}
        value={number(crews.onDuty)}
      >
        <span>{t('wall.people', { n: number(crews.people), free: number(free) })}</span>
      </Kpi>
    </>
  )
})

const percentOf = (percent: number | null): string | undefined => (percent === null ? undefined : percent.toFixed(1))

/** A figure that is old is grey, and says of when it is (W5). */
function Kpi({
  label,
  value,
  unit,
  asOf,
  state,
  children,
}: {
  label: string
  value: string | undefined
  unit: string
  /** In words. */
  asOf: string | undefined
  state?: State
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={`wall-kpi${asOf === undefined ? '' : ' is-old'}${state === 'late' ? ' is-late' : ''}`}>
      <dt className="wall-kpi-name">
        {state === 'late' ? <StateMark state="late" /> : null}
        {label}
      </dt>
      <dd>
        <b>{value ?? t('wall.unknown')}</b>
        {value === undefined ? null : <u>{unit}</u>}
      </dd>
      <dd className="wall-kpi-notes">
        {asOf === undefined ? null : (
          <span className="wall-asof is-old">
            <StateMark state="unknown" />
            {t('wall.asOf', { time: asOf })}
          </span>
        )}
        {children}
      </dd>
    </div>
  )
}

/** The room that is left, where no panel of the scene says it. */
const Reserves = memo(function Reserves({
  figures,
  panels,
}: {
  figures: WallFigures
  panels: Shown['scene']['panels']
}) {
  const { t } = useTranslation()
  const inScene = [...panels.left, ...panels.right]
  const { landfill, lots } = figures
  const known = lots.filter(({ occupied }) => occupied !== null)
  const [taken, bays] = [
    known.reduce((sum, { occupied }) => sum + (occupied ?? 0), 0),
    known.reduce((sum, lot) => sum + lot.bays, 0),
  ]
  const days = landfill?.daysLeft
  return (
    <p className="wall-reserves">
      {days && days.p50 !== null && !inScene.includes('landfill') ? (
        <span>
          {t('wall.landfill')} <b>{t('wall.days', { n: wholeDays(days.p50) })}</b>{' '}
          <i>{days.p10 === null || days.p90 === null ? '' : `${wholeDays(days.p10)}–${wholeDays(days.p90)}`}</i>
        </span>
      ) : null}
      {bays > 0 && !inScene.includes('lots') ? (
        <span>
          {t('wall.lots')} <b>{number(taken)}</b> <i>/ {number(bays)}</i>
        </span>
      ) : null}
    </p>
  )
})

function WallClock({ city, now, language }: { city: City | undefined; now: number; language: Language }) {
  const { t } = useTranslation()
  const hour = Math.floor(now / 3_600_000)
  const date = useMemo(() => dateWords(hour * 3_600_000, language), [hour, language])
  const lamps = useMemo(() => (city ? lampHours(city.centre, hour * 3_600_000) : undefined), [city, hour])
  return (
    <div className="wall-clock">
      <b>{clock(now)}</b>
      <small>{date}</small>
      {lamps ? <small>{t('wall.lampHours', { on: clock(lamps.on), off: clock(lamps.off) })}</small> : null}
    </div>
  )
}

/** 12 月 27 日 周日 in Chinese, Sun 27 December in English, in business time. */
const dateWords = (now: number, language: Language): string =>
  new Date(now)
    .toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
      ...{ timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'short' },
    })
    .replace(/(\d+)(\D)/g, language === 'zh' ? ' $1 $2 ' : '$1$2')
    .replace(/ +/g, ' ')
    .trim()
