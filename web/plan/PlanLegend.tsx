import { useTranslation } from 'react-i18next'
import { bandClass } from './band-class.ts'
import type { LegendEntry } from './map-drawing.ts'

/** What the signs of the map mean: one line of it, and one legend a screen. */
export function PlanLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const { t } = useTranslation()
  return (
    <ul className="plan-legend" aria-label={t('plan.legend')}>
      {entries.map(({ name, look, colours, ends, borders }) => (
        <li key={name}>
          {look === 'band' ? (
            <>
              <span>{name}</span>
              {ends ? <small>{ends[0]}</small> : null}
              <i className={bandClass(borders)} aria-hidden="true">
                {colours.map((token) => (
                  <i key={token} style={{ background: `var(--${token})` }} />
                ))}
                {borders?.map((border, at) => (
                  <small key={border} style={{ left: `${((at + 1) / colours.length) * 100}%` }}>
                    {border}
                  </small>
                ))}
              </i>
              {ends ? <small>{ends[1]}</small> : null}
            </>
          ) : (
            <>
              <i
                className={`legend-sign legend-${look}`}
                aria-hidden="true"
                style={{ '--sign': `var(--${colours[0] ?? 'text-1'})` } as React.CSSProperties}
              />
              <span>{name}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
