import { useMemo } from 'react'
import { debtAddress, getDebt } from '../../../api-spots.ts'
import { duration, moment, number } from '../../../format.ts'
import { rankDebt } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import { WAITED } from '../scales.ts'
import { type UseLens, useAnswer } from './lens-needs.ts'

/** Longer than any border: not once in all the days that were looked at. */
const NEVER = Number.MAX_SAFE_INTEGER

/** N7: how long each cell has waited for somebody to walk through it and look. */
export const useDebtLens: UseLens = ({ search, span, t }) => {
  const asked = { to: span.to, cell: search.cell }
  const { data, state } = useAnswer(['debt', asked], (signal) => getDebt(asked, signal))
  const cells = useMemo<DrawnCell[]>(
    () =>
      data?.features.map(({ id, geometry, properties: { minutes } }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], value: minutes ?? NEVER },
      })) ?? [],
    [data],
  )
  const rows = useMemo(() => (data ? rankDebt(data) : []), [data])
  const days = data ? Math.round((Date.parse(data.about.to) - Date.parse(data.about.from)) / 86_400_000) : 0
  const waited = (minutes: number | null): string =>
    minutes === null ? t('spots.neverIn', { n: days }) : duration(minutes * 60)
  const seen = data ? data.features.length - data.about.neverSeen : 0
  return {
    ...{ ...state, cells, scale: WAITED, unit: t('spotUnit.debt') },
    borders: [4, 12, 24].map((n) => t('spots.hours', { n })).concat([3, 7].map((n) => t('spots.days', { n }))),
    period: data?.about,
    figures: data
      ? [
          {
            name: t('spots.median'),
            value: data.about.medianMinutes === null ? '—' : number(data.about.medianMinutes / 60, 1),
            unit: data.about.medianMinutes === null ? '' : t('spots.hour'),
          },
          {
            name: t('spots.seen'),
            value: number(seen),
            unit: `/ ${number(data.features.length)} ${t('spots.cellUnit')}`,
          },
          { name: t('spots.tracks'), value: number(data.about.tracks), unit: t('spots.trackUnit') },
        ]
      : [],
    ...(data && seen === 0
      ? { refrain: { title: t('spots.noTracks'), why: t('spots.noTracksWhy', { n: days }), offers: [] } }
      : {}),
    heading: { name: t('spots.debtList'), value: t('spots.waited') },
    rows: rows.map(({ cell: id, minutes, by }) => ({
      ...{ id, value: waited(minutes) },
      ...(by ? { note: t(`spotBy.${by}`) } : {}),
    })),
    none: t('spots.noCells'),
    figuresOf(id) {
      const found = data?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const { minutes, lastAt, by } = found
      return [
        { name: t('spots.waited'), value: waited(minutes) },
        { name: t('spots.lastAt'), value: lastAt === null ? '—' : moment(lastAt, Date.now()) },
        { name: t('spots.seenBy'), value: by === null ? '—' : t(`spotBy.${by}`) },
      ]
    },
    foot: data ? [t('spotFoot.debt', data.about.rule), t('spots.source', { source: data.about.rule.source })] : [],
    method: [t('spots.method.debt'), t('spots.method.debtPrivate')],
    file: (format) => debtAddress(asked, format),
  }
}
