import { useTranslation } from 'react-i18next'
import type { RateFigure } from '../../server/contract/evaluation.ts'
import { number } from '../format.ts'
import { difference, percent } from './figures.ts'

/** A rate, what it is out of, and how it differs from a year and a period before; opens to its cases. */
export function FigureCell({ figure, label, onOpen }: { figure: RateFigure; label: string; onOpen: () => void }) {
  const { t } = useTranslation()
  const { value, numerator, denominator, yearBefore, periodBefore } = figure
  if (value === null)
    return (
      <td>
        <span className="no-value">{t('rates.noCases')}</span>
      </td>
    )
  const out = t('rates.outOf', { n: number(numerator), all: number(denominator) })
  const year = difference(value, yearBefore)
  const before = difference(value, periodBefore)
  return (
    <td>
      <button
        type="button"
        className="figure"
        aria-label={`${label} ${percent(value)}, ${out}`}
        title={t('rates.open')}
        onClick={onOpen}
      >
        <b>{percent(value)}</b>
        <small>{out}</small>
      </button>
      {/* Without a year or a period to compare with nothing is said here; the drawer says so. */}
      {year === undefined && before === undefined ? null : (
        <small>
          {year === undefined ? null : t('rates.year', { points: year })}{' '}
          {before === undefined ? null : t('rates.before', { points: before })}
        </small>
      )}
    </td>
  )
}
