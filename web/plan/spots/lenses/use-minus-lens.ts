import { useMemo } from 'react'
import { getUnseen, unseenAddress } from '../../../api-spots.ts'
import { number, signed } from '../../../format.ts'
import { rankUnseen } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import { SHARE } from '../scales.ts'
import { type UseLens, useAnswer } from './lens-needs.ts'

/** P6: where the public complains more than inspectors go, and where nobody went at all. */
export const useMinusLens: UseLens = ({ search, span, t }) => {
  const asked = { ...span, cell: search.cell, class: search.of }
  const { data, state } = useAnswer(['unseen', asked], (signal) => getUnseen(asked, signal))
  const cells = useMemo<DrawnCell[]>(
    () =>
      data?.features.map(({ id, geometry, properties }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], value: properties.differencePoints, marked: properties.unseen },
        none: properties.complaints === 0 && properties.inspections === 0,
      })) ?? [],
    [data],
  )
  const rows = useMemo(() => (data ? rankUnseen(data) : []), [data])
  return {
    ...{ ...state, cells, scale: SHARE, unit: t('spotUnit.share') },
    borders: SHARE.steps.map((step) => signed(step, 1)),
    marks: t('spots.unseen'),
    noData: cells.some(({ value }) => value === null) ? t('spotNoData.share') : undefined,
    figures: data
      ? [
          { name: t('spots.unseenCells'), value: number(data.about.unseen), unit: t('spots.cellUnit') },
          { name: t('spotSubject.complaints'), value: number(data.about.complaints), unit: t('spots.cases') },
          { name: t('spotSubject.inspections'), value: number(data.about.inspections), unit: t('spots.visits') },
        ]
      : [],
    heading: { name: t('spots.unseenList'), value: t('spots.complaintsInCases') },
    rows: rows.map(({ cell: id, complaints }) => ({ id, value: number(complaints) })),
    none: t('spots.noneUnseen'),
    figuresOf(id) {
      const found = data?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const { complaints, inspections, differencePoints } = found
      return [
        { name: t('spotSubject.complaints'), value: number(complaints), unit: t('spots.cases') },
        { name: t('spotSubject.inspections'), value: number(inspections), unit: t('spots.visits') },
        {
          name: t('spotUnit.share'),
          value: differencePoints === null ? t('spotNoData.share') : signed(differencePoints, 2),
        },
      ]
    },
    foot: data ? [t('spotFoot.minus', { n: number(data.about.unseenComplaints) })] : [],
    method: [t('spots.method.minus'), t('spots.method.unseen')],
    file: (format) => unseenAddress(asked, format, 'unseen'),
  }
}
