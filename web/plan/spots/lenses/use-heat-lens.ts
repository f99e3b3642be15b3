import { useMemo } from 'react'
import { densityAddress, getDensity } from '../../../api-spots.ts'
import { number } from '../../../format.ts'
import { rankDensity } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import { DENSITY, monthsOf } from '../scales.ts'
import { type UseLens, useAnswer } from './lens-needs.ts'

const DIGITS = { raw: 0, km2: 1, people: 1, asset: 3 } as const

/** P5: how many, and for whom: per cell, km², 1,000 people or thing. Rates are of a month, so that a week and a year have one scale. */
export const useHeatLens: UseLens = ({ search, span, t }) => {
  const { subject, per, cell, of } = search
  const layer = per === 'asset' ? search.layer : undefined
  const asked = { ...span, cell, subject, per, layer, ...(subject === 'inspections' ? {} : { class: of }) }
  const { data, state } = useAnswer(['density', asked], (signal) => getDensity(asked, signal))
  const shown = data?.about.per ?? per
  const months = useMemo(
    () => (shown === 'raw' ? 1 : Math.max(monthsOf(data?.about ?? span), 1 / 60)),
    [data, shown, span],
  )
  const cells = useMemo<DrawnCell[]>(
    () =>
      data?.features.map(({ id, geometry, properties: { value, count } }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], none: count === 0 },
        value: value === null ? null : value / months,
      })) ?? [],
    [data, months],
  )
  const rows = useMemo(() => (data ? rankDensity(data) : []), [data])
  const said = (value: number | null): string => (value === null ? '—' : number(value / months, DIGITS[shown]))
  const unit = t(`spotUnit.${shown}.${subject === 'inspections' ? 'visits' : 'cases'}`)
  const countUnit = t(subject === 'inspections' ? 'spots.visits' : 'spots.cases')
  const scale = DENSITY[shown]
  return {
    ...{ ...state, cells, scale, unit, borders: scale.steps.map(String) },
    noData: data && data.about.withoutData > 0 ? t(`spotNoData.${shown}`) : undefined,
    figures: data
      ? [
          { name: t(`spotSubject.${subject}`), value: number(data.about.total), unit: countUnit },
          { name: t('spots.densest'), value: said(data.about.largest), unit: shown === 'raw' ? countUnit : unit },
          ...(data.about.withoutData > 0
            ? [{ name: t('spots.withoutData'), value: number(data.about.withoutData), unit: t('spots.cellUnit') }]
            : []),
        ]
      : [],
    heading: { name: t('spots.cellsByDensity'), value: unit },
    rows: rows.map(({ cell: id, value, count }) => ({
      ...{ id, value: said(value) },
      ...(shown === 'raw'
        ? {}
        : { note: t(subject === 'inspections' ? 'spots.countVisits' : 'spots.countCases', { count }) }),
    })),
    none: t('spots.noneInPeriod'),
    figuresOf(id) {
      const found = data?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const { count, denominator, value } = found
      return [
        { name: t(`spotSubject.${subject}`), value: number(count), unit: countUnit },
        ...(shown === 'raw'
          ? []
          : [
              {
                ...{ name: t(`spotDenominator.${shown}`), unit: t(`spotDenominatorUnit.${shown}`) },
                value: denominator === null ? '—' : number(denominator, 2),
              },
              { name: unit, value: value === null ? t(`spotNoData.${shown}`) : said(value) },
            ]),
      ]
    },
    foot: [t(`spotFoot.${shown}`, { layer: layer ?? t('spots.allPoints') })],
    method: [t('spots.method.heat'), t(`spotMethodPer.${shown}`), t('spots.method.scale')],
    file: (format) => densityAddress(asked, format),
  }
}
