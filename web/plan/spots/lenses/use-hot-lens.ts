import { useMemo } from 'react'
import { getHot, hotAddress } from '../../../api-spots.ts'
import { number, signed } from '../../../format.ts'
import { rankHot } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import { HOT } from '../scales.ts'
import { CELL_CHOICES } from '../spot-search.ts'
import { type UseLens, useAnswer } from './lens-needs.ts'

/** Gi*: where more comes together than chance brings. */
export const useHotLens: UseLens = ({ search, span, t }) => {
  const { subject, cell, of } = search
  const asked = { ...span, cell, subject, ...(subject === 'inspections' ? {} : { class: of }) }
  const { data, state } = useAnswer(['hot', asked], (signal) => getHot(asked, signal))
  const cells = useMemo<DrawnCell[]>(
    () =>
      data?.features.map(({ id, geometry, properties: { confidence, z } }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], value: z === null ? null : confidence },
        ...{ none: z !== null && confidence === 0 },
      })) ?? [],
    [data],
  )
  const rows = useMemo(() => (data ? rankHot(data) : []), [data])
  const unit = t(subject === 'inspections' ? 'spots.visits' : 'spots.cases')
  const why = data?.about.why
  const smaller = CELL_CHOICES.findLast((metres) => metres < cell)
  return {
    ...{ ...state, cells, scale: HOT, unit: t('spotUnit.hot') },
    borders: ['99', '95', '90', '90', '95', '99'].map((percent) => `${percent} %`),
    noData: why ? t('spotNoData.hot') : undefined,
    figures: data
      ? [
          { name: t('spots.hotCells'), value: number(data.about.hot), unit: t('spots.cellUnit') },
          { name: t('spots.coldCells'), value: number(data.about.cold), unit: t('spots.cellUnit') },
          { name: t(`spotSubject.${subject}`), value: number(data.about.total), unit },
        ]
      : [],
    refrain: why
      ? {
          ...{ title: t('spots.tooFew'), why: t(`spotHotWhy.${why}`) },
          offers:
            why === 'too-few-cells' && smaller
              ? [{ name: t('spots.tryCell', { n: number(smaller) }), change: { cell: String(smaller) } }]
              : [],
        }
      : undefined,
    heading: { name: t('spots.hotList'), value: t('spots.sure') },
    rows: rows.map(({ cell: id, count, confidence, z }) => ({
      ...{
        id,
        value: t('spots.percent', { n: confidence }),
        note: t(subject === 'inspections' ? 'spots.countVisits' : 'spots.countCases', { count }),
        sign: z ?? 0,
      },
    })),
    none: t('spots.noneHot'),
    figuresOf(id) {
      const found = data?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const { count, neighbours, z, q, confidence } = found
      const sure = { n: Math.abs(confidence) }
      return [
        {
          name: t('spots.stands'),
          value:
            confidence > 0 ? t('spots.isHot', sure) : confidence < 0 ? t('spots.isCold', sure) : t('spots.isNeither'),
        },
        { name: t('spots.inCell'), value: number(count), unit },
        { name: t('spots.neighbours'), value: number(neighbours - 1), unit: t('spots.cellUnit') },
        { name: 'z (Gi*)', value: z === null ? '—' : signed(z, 2) },
        { name: t('spots.q'), value: q === null ? '—' : number(q, 4) },
      ]
    },
    foot: data ? [t('spotFoot.hot', { n: number(data.about.cells), metres: number(data.about.bandMetres) })] : [],
    method: [t('spots.method.hot'), t('spots.method.hotSure')],
    file: (format) => hotAddress(asked, format),
  }
}
