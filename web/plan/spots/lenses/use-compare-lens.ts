import { useMemo } from 'react'
import { getPeriods, periodsAddress } from '../../../api-spots.ts'
import { useCodes } from '../../../case/queries.ts'
import { dayOf, dayWords, number, signed } from '../../../format.ts'
import { changeText, comparedCells, counted, rankCompared } from '../changes.ts'
import { CHANGE, DENSITY } from '../scales.ts'
import { type LensNeeds, type UseLens, useAnswer } from './lens-needs.ts'

/** P8: two periods side by side, on the map under a line that is dragged, and as a table with 同比 and 环比. */
export const useCompareLens: UseLens = (needs) => {
  const { search, span, t } = needs
  const { indicator, by, cell, against, show } = search
  const onMap = { ...span, indicator, by: 'cell' as const, cell }
  const asTable = by === 'cell' ? onMap : { ...span, indicator, by }
  const inAll = { ...span, indicator, by: 'all' as const }
  const map = useAnswer(['periods', onMap], (signal) => getPeriods(onMap, signal))
  const table = useAnswer(['periods', asTable], (signal) => getPeriods(asTable, signal))
  const all = useAnswer(['periods', inAll], (signal) => getPeriods(inAll, signal))
  const drawn = useMemo(() => map.data && comparedCells(map.data, against), [map.data, against])
  const rows = useMemo(() => (table.data ? rankCompared(table.data.rows) : []), [table.data])
  const nameOf = useRowNames(needs)
  const unit = t(indicator === 'inspections' ? 'spots.visits' : 'spots.cases')
  const total = all.data?.rows[0]
  const before = map.data?.[against === 'year' ? 'yearBefore' : 'periodBefore']
  const isMissing = before !== undefined && map.data?.recordedFrom != null && before.from < map.data.recordedFrom
  const [scale, cells] = show === 'swipe' ? [DENSITY.km2, drawn?.before] : [CHANGE, drawn?.change]
  return {
    ...{ ...map.state, fault: map.state.fault ?? table.state.fault, scale, cells: cells ?? [] },
    isPassing: map.state.isPassing || table.state.isPassing,
    isWaiting: [map, table, all].some(({ state }) => state.isWaiting),
    stop: () => {
      for (const { state } of [map, table, all]) state.stop()
    },
    unit: t(`spotUnit.${show}.${indicator === 'inspections' ? 'visits' : 'cases'}`),
    borders: scale.steps.map((step) => (show === 'swipe' ? String(step) : signed(step))),
    noData: isMissing ? t('spotNoData.compare') : undefined,
    figures: all.data
      ? [
          { name: t(`spotIndicator.${indicator}`), value: total ? number(total.value ?? 0) : '0', unit },
          { name: t('spots.yearChange'), value: changeText(total?.yearChange ?? null) ?? '—' },
          { name: t('spots.periodChange'), value: changeText(total?.periodChange ?? null) ?? '—' },
        ]
      : [],
    refrain: isMissing
      ? {
          title: t('spots.notRecorded'),
          why: t('spots.notRecordedWhy', { day: dayOf(map.data?.recordedFrom ?? '') }),
          offers: against === 'year' ? [{ name: t('spots.tryPeriod'), change: { against: 'period' } }] : [],
        }
      : undefined,
    heading: { name: t(`spotBy.${by}`), value: t('spots.yearAndPeriod') },
    rows: rows.map((row) => ({
      ...{
        id: row.key,
        value: counted(row.value, unit),
        sign: (against === 'year' ? row.yearChange : row.periodChange) ?? 0,
      },
      ...(by === 'cell' ? {} : { name: nameOf(row.key, row.name) }),
      note: t('spots.changes', {
        year: changeText(row.yearChange) ?? '—',
        period: changeText(row.periodChange) ?? '—',
      }),
    })),
    none: t('spots.noneInPeriod'),
    figuresOf(id) {
      const row = map.data?.rows.find(({ key }) => key === id) ?? table.data?.rows.find(({ key }) => key === id)
      if (!row || !map.data) return []
      return [
        { name: words(map.data.period, needs), value: counted(row.value, unit) },
        { name: words(map.data.periodBefore, needs), value: counted(row.periodBefore, unit) },
        { name: words(map.data.yearBefore, needs), value: counted(row.yearBefore, unit) },
        { name: t('spots.periodChange'), value: changeText(row.periodChange) ?? '—' },
        { name: t('spots.yearChange'), value: changeText(row.yearChange) ?? '—' },
      ]
    },
    foot: map.data
      ? [
          t('spotFoot.compare', {
            before: words(map.data.periodBefore, needs),
            year: words(map.data.yearBefore, needs),
          }),
        ]
      : [],
    method: [t(`spots.method.compare.${show}`), t('spots.method.compareNull')],
    file: (format) => (format === 'csv' ? periodsAddress(asTable, 'csv') : ''),
    ...(show === 'swipe' && drawn && before && map.data
      ? { swipe: { cells: drawn.now, scale, names: [words(before, needs), words(map.data.period, needs)] as const } }
      : {}),
  }
}

/** 2026-03-01 – 2026-03-31: the last day is part of it. */
const words = ({ from, to }: { from: string; to: string }, { language }: LensNeeds): string =>
  `${dayWords(dayOf(from), language)} – ${dayWords(dayOf(Date.parse(to) - 1), language)}`

function useRowNames({ search, t, language }: LensNeeds): (key: string, name: string) => string {
  const codes = useCodes().data
  const names = useMemo(() => new Map(codes?.map(({ kind, code, name }) => [`${kind}:${code}`, name])), [codes])
  return (key, name) => {
    if (key === '') return t('spots.nowhere')
    if (search.by === 'all') return t('spots.wholeCity')
    return (search.by === 'class' ? names.get(key)?.[language] : undefined) ?? name
  }
}
