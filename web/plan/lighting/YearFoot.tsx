import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../console/use-now.ts'
import { clock, dayOf } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLighting } from './lighting-desk.tsx'
import { yearBand } from './year-band.ts'

const [WIDTH, HEIGHT] = [720, 168]
/** Hours behind noon that are written at the edge. */
const HOURS = [
  { at: 6, label: '18:00' },
  { at: 12, label: '00:00' },
  { at: 18, label: '06:00' },
]

/** The year at a glance, over the foot of the map: days along, the hours of the night down; today is a line. */
export function YearFoot() {
  const { t } = useTranslation()
  const language = useLanguage()
  const monthWord = (month: string): string =>
    new Date(`2026-${month}-15T00:00:00Z`).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short' })
  const { search, year } = useLighting()
  const today = dayOf(useNow(60_000))
  const { view, from, to } = search
  const nights = year.data?.nights
  const band = useMemo(
    () => (nights ? yearBand(nights, [WIDTH, HEIGHT], view === 'dimming' ? { from, to } : undefined) : undefined),
    [nights, view, from, to],
  )
  if (!band || !nights || (view !== 'year' && view !== 'dimming')) return null
  const at = nights.findIndex(({ date }) => date === today)
  const tonight = nights[at]
  const x = (at / Math.max(1, nights.length - 1)) * WIDTH
  return (
    <figure className="li-year">
      <figcaption>
        <b>{t(view === 'dimming' ? 'lighting.yearDimmed' : 'lighting.yearOnOff', { year: year.data?.year })}</b>
        <span>
          {tonight?.on && tonight.off
            ? t('lighting.tonight', { on: clock(tonight.on), off: clock(tonight.off) })
            : t('lighting.noNight')}
        </span>
      </figcaption>
      <div className="li-year-chart">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('lighting.yearChart')}
        >
          <path className="li-dark-band" d={band.dark} />
          <path className="li-burn-band" d={band.burning} />
          {band.dimmed ? <path className="li-dim-band" d={band.dimmed} /> : null}
          {HOURS.map(({ at: hours }) => (
            <path key={hours} className="li-hour" d={`M0 ${(hours / 24) * HEIGHT}H${WIDTH}`} />
          ))}
          {at < 0 ? null : <path className="li-today" d={`M${x} 0V${HEIGHT}`} />}
        </svg>
        {HOURS.map(({ at: hours, label }) => (
          <span key={label} className="li-hour-label" style={{ top: `${(hours / 24) * 100}%` }}>
            {label}
          </span>
        ))}
        <p className="li-months" aria-hidden="true">
          {['01', '03', '05', '07', '09', '11'].map((month) => (
            <span
              key={month}
              style={{
                left: `${(nights.findIndex(({ date }) => date.slice(5) === `${month}-01`) / nights.length) * 100}%`,
              }}
            >
              {monthWord(month)}
            </span>
          ))}
        </p>
      </div>
    </figure>
  )
}
