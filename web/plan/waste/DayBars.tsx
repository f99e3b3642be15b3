import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceRow } from '../../../server/contract/manifest.ts'
import { number } from '../../format.ts'
import { byDay } from './waste-search.ts'

/** Discharged and received side by side, a day each; a day beyond the tolerance stands out. */
export function DayBars({ rows, of }: { rows: readonly BalanceRow[]; of: { from: string; to: string } }) {
  const { t } = useTranslation()
  const days = byDay(rows, of)
  const most = Math.max(1, ...rows.map(({ dischargedT, receivedT }) => Math.max(dischargedT, receivedT)))
  const every = days.length > 31 ? 15 : days.length > 10 ? 7 : 1
  const sign = (token: string): CSSProperties => ({ '--sign': `var(--${token})` }) as CSSProperties
  return (
    <figure className="day-bars">
      <figcaption>
        <h3>{t('waste.byDay', { n: number(most, 1) })}</h3>
        <span style={sign('n-5')}>{t('waste.figure.out')}</span>
        <span style={sign('diff-m2')}>{t('waste.figure.in')}</span>
        <span style={sign('diff-p3')}>{t('waste.dayFlagged')}</span>
      </figcaption>
      <ol>
        {days.map(({ date, row }, i) => {
          const words = row
            ? t('waste.day', { date, out: number(row.dischargedT, 2), in: number(row.receivedT, 2) })
            : t('waste.noDay', { date })
          return (
            <li key={date} title={words} className={row?.flagged ? 'is-flagged' : undefined}>
              <i style={{ height: `${((row?.dischargedT ?? 0) / most) * 100}%` }} />
              <i style={{ height: `${((row?.receivedT ?? 0) / most) * 100}%` }} />
              <span className="hidden">{words}</span>
              {i % every === 0 && days.length - i > every / 4 ? (
                <small aria-hidden="true">{date.slice(5)}</small>
              ) : null}
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
