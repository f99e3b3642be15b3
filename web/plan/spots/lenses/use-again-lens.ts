import { useMemo } from 'react'
import type { RateRatio } from '../../../../server/contract/spot-recurrence.ts'
import { againAddress, getAgain } from '../../../api-spots.ts'
import { number, signed } from '../../../format.ts'
import { areaText } from '../campaign-place.ts'
import { rankAgain } from '../cell-rows.ts'
import type { DrawnCell } from '../draw-cells.ts'
import type { Refrain } from '../reading.ts'
import { CAME } from '../scales.ts'
import { daysWritten } from '../spot-search.ts'
import { type LensNeeds, type UseLens, useAnswer } from './lens-needs.ts'

/** A week holds every weekday once: from less nothing is said of what came back. */
const LEAST_AFTER_DAYS = 7

/** Where the same came back after a campaign, and whether the rate fell more than it did elsewhere. */
export const useAgainLens: UseLens = ({ search, span, t }) => {
  const { of, box, ring, within, cell } = search
  const asked = { ...span, cell, class: of ?? '', days: within, bbox: box?.join(), area: ring && areaText(ring) }
  const { data, state } = useAnswer(['again', asked], (signal) => getAgain(asked, signal), of !== undefined)
  const known = of === undefined ? undefined : data
  const cells = useMemo<DrawnCell[]>(
    () =>
      known?.features.map(({ id, geometry, properties: { before, after, cameBack } }) => ({
        ...{ id, ring: geometry.coordinates[0] ?? [], value: after - before, marked: cameBack },
      })) ?? [],
    [known],
  )
  const rows = useMemo(() => (known ? rankAgain(known) : []), [known])
  const figures = known?.about.figures
  const tooSoon = figures !== undefined && figures.campaign.afterDays < LEAST_AFTER_DAYS
  const ratio = (of: RateRatio): string => (of.ratio === null || tooSoon ? '—' : number(of.ratio, 2))
  return {
    ...{ ...state, isEmpty: of !== undefined && state.isEmpty, cells, scale: CAME, unit: t('spotUnit.again') },
    borders: CAME.steps.map((step) => signed(step > 0 ? Math.ceil(step) : Math.floor(step))),
    marks: t('spots.cameBack'),
    figures: figures
      ? [
          {
            ...{ name: t('spots.placesAgain'), unit: `/ ${number(figures.places)}` },
            value: tooSoon ? '—' : number(figures.cameBack),
          },
          {
            name: t('spots.ratio'),
            value: ratio(figures.campaign),
          },
          {
            name: t('spots.ratioElsewhere'),
            value: ratio(figures.control),
          },
        ]
      : [],
    refrain:
      of === undefined
        ? { title: t('spots.chooseClass'), why: t('spots.chooseClassWhy'), offers: [] }
        : tooSoon
          ? tooSoonOf({ t, search }, figures.campaign.afterDays)
          : undefined,
    heading: { name: t('spots.againList'), value: t('spots.beforeAfter') },
    rows: rows.map(({ cell: id, before, during, after, daysToFirst }) => ({
      ...{ id, value: `${number(before)} · ${number(during)} · ${number(after)}`, sign: after - before },
      ...(daysToFirst === null ? {} : { note: t('spots.afterDays', { n: number(daysToFirst, 1) }) }),
    })),
    none: t(of === undefined ? 'spots.noClassYet' : tooSoon ? 'spots.notKnownYet' : 'spots.noneAgain'),
    figuresOf(id) {
      const found = known?.features.find((one) => one.id === id)?.properties
      if (!found) return []
      const unit = t('spots.cases')
      return [
        { name: t('spots.beforeIt', { n: within }), value: number(found.before), unit },
        { name: t('spots.duringIt'), value: number(found.during), unit },
        { name: t('spots.afterIt', { n: within }), value: number(found.after), unit },
        {
          name: t('spots.firstAgain'),
          value:
            found.daysToFirst === null
              ? t('spots.notAgain')
              : t('spots.afterDays', { n: number(found.daysToFirst, 1) }),
        },
      ]
    },
    foot:
      figures && !tooSoon
        ? [
            ratioWords(t, 'campaign', figures.campaign),
            ratioWords(t, figures.controlIs, figures.control),
            figures.ratioOfRatios
              ? t('spots.ratioOfRatios', {
                  ...{ ratio: number(figures.ratioOfRatios.ratio, 2), low: number(figures.ratioOfRatios.low, 2) },
                  high: number(figures.ratioOfRatios.high, 2),
                })
              : t('spots.noRatioOfRatios'),
            ...(figures.complete ? [] : [t('spots.notComplete')]),
          ]
        : [],
    method: [t('spots.method.regression'), t('spots.method.again'), t('spots.method.againRatio')],
    ...(of === undefined ? {} : { file: (format) => againAddress(asked, format) }),
  }
}

/** Days that have not passed yet have no cases, which is no success. */
function tooSoonOf({ t, search }: Pick<LensNeeds, 't' | 'search'>, afterDays: number): Refrain {
  const { days, within } = search
  const back = Math.ceil(within - afterDays)
  const before = daysWritten({ first: days.first - back, last: days.last - back })
  return {
    title: t('spots.tooSoon'),
    why: t('spots.tooSoonWhy', { n: number(Math.floor(afterDays)), least: LEAST_AFTER_DAYS }),
    offers: [{ name: t('spots.tryEarlier', { n: back }), change: before }],
  }
}

/** 投诉率比 0.62（95% 0.41–0.93）：下降. */
export function ratioWords(
  t: LensNeeds['t'],
  of: 'campaign' | 'same-classes-elsewhere' | 'other-classes',
  { ratio, low, high, verdict, before, after }: RateRatio,
): string {
  const name = t(`spotRatioOf.${of}`)
  const counts = { name, before: number(before), after: number(after) }
  if (ratio === null || low === null || high === null) return t('spots.ratioTooFew', counts)
  const bounds = { ratio: number(ratio, 2), low: number(low, 2), high: number(high, 2) }
  return t('spots.ratioSaid', { ...counts, ...bounds, verdict: t(`spotVerdict.${verdict}`) })
}
