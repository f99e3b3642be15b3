import { useMemo } from 'react'
import { getSilence, silenceAddress } from '../../../api-spots.ts'
import { number, signed } from '../../../format.ts'
import { nearlySilent, rankSilence } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import type { Refrain } from '../reading.ts'
import { SILENCE } from '../scales.ts'
import { CELL_CHOICES, daysWritten } from '../spot-search.ts'
import { type LensNeeds, type UseLens, useAnswer } from './lens-needs.ts'

const MOST_NEARLY = 20
const YEAR = 365

/** N8: where fewer complain than people and things make one expect. */
export const useBlindLens: UseLens = (needs) => {
  const { search, span, t } = needs
  const asked = { ...span, cell: search.cell, class: search.of }
  const { data, state } = useAnswer(['silence', asked], (signal) => getSilence(asked, signal))
  const cells = useMemo<DrawnCell[]>(
    () =>
      data?.features.map(({ id, geometry, properties: { z, state } }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], value: state === 'no-data' ? null : (z ?? 0) },
        ...{ none: state === 'too-few', marked: state === 'silent' },
      })) ?? [],
    [data],
  )
  const silent = useMemo(() => (data ? rankSilence(data) : []), [data])
  const rows = useMemo(
    () => (data && silent.length === 0 ? nearlySilent(data).slice(0, MOST_NEARLY) : silent),
    [data, silent],
  )
  const judged = data?.features.filter(({ properties: { rank } }) => rank !== null).length ?? 0
  const about = data?.about
  const heard = (value: number | null): string => (value === null ? '—' : number(value, 1))
  return {
    ...{ ...state, cells, scale: SILENCE, unit: t('spotUnit.blind') },
    borders: SILENCE.steps.map((step) => signed(step)),
    marks: t('spots.silent'),
    noData: t('spotNoData.blind'),
    figures: about
      ? [
          {
            name: t('spots.silentCells'),
            value: number(about.silent),
            unit: `/ ${number(judged)} ${t('spots.cellUnit')}`,
          },
          { name: t('spotSubject.complaints'), value: number(about.model.complaints), unit: t('spots.cases') },
          {
            name: t('spots.tooFewCells'),
            value: number(data ? data.features.filter(({ properties }) => properties.state === 'too-few').length : 0),
            unit: t('spots.cellUnit'),
          },
        ]
      : [],
    refrain: about && refrainOf(needs, about.model.why, judged),
    heading: {
      name: t(silent.length > 0 ? 'spots.silentList' : 'spots.nearlySilent'),
      value: t('spots.observedOfExpected'),
    },
    rows: rows.map(({ cell: id, observed, expected, deficit }) => ({
      ...{ id, value: `${number(observed)} / ${heard(expected)}`, sign: deficit ?? 0 },
    })),
    none: t('spots.noneSilent'),
    figuresOf(id) {
      const found = data?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const { observed, expected, deficit, deficitLow, deficitHigh, population, assets, q, state: stands } = found
      return [
        { name: t('spots.stands'), value: t(`spotSilence.${stands}`) },
        { name: t('spots.observed'), value: number(observed), unit: t('spots.cases') },
        { name: t('spots.expected'), value: heard(expected), unit: t('spots.cases') },
        {
          name: t('spots.deficit'),
          value:
            deficit === null || deficitLow === null || deficitHigh === null
              ? '—'
              : t('spots.bounds', {
                  value: signed(deficit, 1),
                  low: signed(deficitLow, 1),
                  high: signed(deficitHigh, 1),
                }),
        },
        { name: t('spots.people'), value: population === null ? '—' : number(population), unit: t('spots.persons') },
        { name: t('spots.things'), value: number(assets), unit: t('spots.thingUnit') },
        { name: t('spots.q'), value: q === null ? '—' : number(q, 3) },
      ]
    },
    foot: about
      ? [
          t('spotFoot.blind', { n: number(about.model.cells), least: number(about.leastExpected) }),
          ...(about.model.dispersion === null ? [] : [t('spots.dispersion', { n: number(about.model.dispersion, 2) })]),
        ]
      : [],
    method: [
      t('spots.method.blind'),
      t('spots.method.blindBounds'),
      t('spots.method.discovery', { percent: number((about?.falseDiscovery ?? 0.05) * 100) }),
    ],
    file: (format) => silenceAddress(asked, format),
  }
}

/** Honest where nothing can be said: why, and what would let it be said. */
function refrainOf(
  { search, t }: LensNeeds,
  why: 'too-few-cells' | 'too-few-complaints' | 'did-not-settle' | null,
  judged: number,
): Refrain | undefined {
  if (why === null && judged > 0) return undefined
  const larger = CELL_CHOICES.find((metres) => metres > search.cell)
  const smaller = CELL_CHOICES.findLast((metres) => metres < search.cell)
  const { first, last } = search.days
  const longer = last - first + 1 < YEAR
  const offers = [
    ...(why !== 'too-few-cells' && longer ? [{ name: t('spots.tryYear'), change: { ...yearTo(last) } }] : []),
    ...(why !== 'too-few-cells' && larger
      ? [{ name: t('spots.tryCell', { n: number(larger) }), change: { cell: String(larger) } }]
      : []),
    ...(why === 'too-few-cells' && smaller
      ? [{ name: t('spots.tryCell', { n: number(smaller) }), change: { cell: String(smaller) } }]
      : []),
    ...(search.of ? [{ name: t('spots.tryAllClasses'), change: { of: undefined } }] : []),
  ]
  return { title: t('spots.tooFew'), why: t(`spotWhy.${why ?? 'too-few-expected'}`), offers }
}

const yearTo = (last: number) => daysWritten({ first: last - YEAR + 1, last })
