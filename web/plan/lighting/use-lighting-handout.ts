import { useTranslation } from 'react-i18next'
import type { DimmingSaving, LightingYear, LitRate, PatrolRoute } from '../../../server/contract/lighting.ts'
import { clock, coordinates, duration, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { Handout } from '../export/handout.ts'
import { pointsOf } from '../ranked/points-of.ts'
import { sideOf } from '../ranked/side-of.ts'
import { useCatalogueWords } from '../use-catalogue-words.ts'
import { patrolFeatures } from './draw-lighting.ts'
import { useLighting } from './lighting-desk.tsx'
import { useLightingRules } from './queries.ts'
import { roadsOf } from './verdict.ts'

/** What the open view says, for paper, a workbook and a file of places; undefined while it says nothing. */
export function useLightingHandout(): Handout | undefined {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCatalogueWords()
  const { search, rate, year, dimming, patrol } = useLighting()
  const { data: rules } = useLightingRules()
  const { view } = search
  const common = { id: `lighting-${view}`, title: t(`lighting.map.${view}`) }
  if (view === 'rate') return rate.data && ofRate(rate.data)
  if (view === 'year') return year.data && ofYear(year.data)
  if (view === 'dimming') return dimming.data && ofDimming(dimming.data)
  return patrol.data?.route ? ofPatrol(patrol.data, patrol.data.route) : undefined

  function ofRate({ rule, classes, roads, dark, night }: LitRate): Handout {
    const className = (id: string): string => words.choice('streetlights', 'roadClass', id)
    const lamps = dark.map(({ case: filed, ...lamp }) => ({
      ...lamp,
      roadClass: className(lamp.roadClass),
      status: words.status('streetlights', lamp.status).name,
      number: filed?.number ?? null,
    }))
    return {
      ...common,
      subtitle: t('lighting.byRule', { place: rule.place[language] }),
      sources: [`${rule.edition} ${rule.source}`, t(`lighting.verified.${rule.verified}`)],
      base: t(night.stops === 0 ? 'lighting.nightNone' : 'lighting.night', {
        ...{ from: clock(night.from), to: clock(night.to), n: number(night.stops) },
      }),
      ...(search.verdict === 'all' ? {} : { filter: t(`lighting.verdict.${search.verdict}`) }),
      figures: classes.map((one) => ({
        name: one.classes.map(className).join(t('lighting.and')),
        ...{ value: one.percent === null ? '—' : number(one.percent, 1), unit: '%' },
      })),
      tables: [
        {
          name: t('lighting.card'),
          columns: [
            { id: 'road', name: t('lighting.patrol.col.road') },
            { id: 'roadClass', name: t('lighting.roadClass') },
            { id: 'verdict', name: t('lighting.verdict') },
            { id: 'lit', name: t('lighting.nightsLit'), unit: t('lighting.lampUnit') },
            { id: 'dark', name: t('lighting.dark'), unit: t('lighting.lampUnit') },
            { id: 'unheard', name: t('lighting.unheard'), unit: t('lighting.lampUnit') },
            { id: 'percent', name: t('lighting.rateIs'), unit: '%', digits: 1 },
            { id: 'leastPercent', name: t('lighting.least'), unit: '%', digits: 1 },
          ],
          rows: roadsOf(roads, search.verdict).map(({ roadIds: _, bbox: __, reasons: ___, ...road }) => ({
            ...{ ...road, road: road.road || t('lighting.noRoad'), roadClass: className(road.roadClass) },
            verdict: t(`lighting.verdict.${road.verdict}`),
          })),
        },
        {
          name: t('lighting.dark'),
          columns: [
            { id: 'id', name: t('lighting.code') },
            { id: 'name', name: t('lighting.lamp') },
            { id: 'circuit', name: t('lighting.circuitIs') },
            { id: 'status', name: t('lighting.status') },
            { id: 'number', name: t('lighting.case') },
          ],
          rows: lamps.map(({ location: _, ...lamp }) => lamp),
        },
      ],
      places: { features: pointsOf(lamps), units: {} },
    }
  }

  function ofYear({ year: of, at: place, nights, hours }: LightingYear): Handout {
    const at = (instant: string | null): string | null => (instant === null ? null : clock(instant))
    return {
      ...{
        ...common,
        title: t('lighting.yearOnOff', { year: of }),
        sources: [t('lighting.sunNote', { at: coordinates(place) })],
      },
      figures: [{ name: t('lighting.yearHours', { year: of }), value: number(hours), unit: 'h' }],
      tables: [
        {
          name: t('lighting.byNight'),
          columns: [
            { id: 'date', name: t('lighting.evening') },
            { id: 'sunset', name: t('lighting.sunset') },
            { id: 'on', name: t('lighting.onAt') },
            { id: 'sunrise', name: t('lighting.sunrise') },
            { id: 'off', name: t('lighting.offAt') },
            { id: 'hours', name: t('lighting.hours'), unit: 'h', digits: 1 },
          ],
          rows: nights.map(({ date, sunset, sunrise, on, off, hours: long }) => ({
            ...{ date, sunset: at(sunset), on: at(on), sunrise: at(sunrise), off: at(off), hours: long },
          })),
        },
      ],
    }
  }

  function ofDimming({ byType, savedKwh, savedYuan, kwh, source, tariffYuanPerKwh, tariffAssumed }: DimmingSaving) {
    const tariff = t(tariffAssumed ? 'lighting.dim.tariffAssumed' : 'lighting.dim.tariffGiven', { n: tariffYuanPerKwh })
    return {
      ...{ ...common, title: t('lighting.dim.saves'), sources: [sideOf(source, language), tariff] },
      filter: `${search.from}–${search.to} ${t('lighting.dim.to', { n: search.percent })}`,
      figures: [
        { name: t('lighting.dim.saves'), value: number(savedKwh), unit: 'kWh' },
        { name: t('lighting.dim.money'), value: number(savedYuan), unit: t('lighting.dim.yuanUnit') },
        { name: t('lighting.dim.shareIs'), value: number(kwh > 0 ? (savedKwh / kwh) * 100 : 0, 1), unit: '%' },
      ],
      tables: [
        {
          name: t('lighting.dim.types'),
          columns: [
            { id: 'type', name: t('lighting.dim.col.type') },
            { id: 'lamps', name: t('lighting.lamp'), unit: t('lighting.lampUnit') },
            { id: 'dimmed', name: t('lighting.dim.dimmed'), unit: t('lighting.lampUnit') },
            { id: 'kw', name: t('lighting.dim.percent'), unit: 'kW', digits: 1 },
            { id: 'kwh', name: t('lighting.dim.used'), unit: 'kWh' },
            { id: 'savedKwh', name: t('lighting.dim.saves'), unit: 'kWh' },
          ],
          rows: byType.map(({ lampType, ...row }) => ({
            ...row,
            type: rules?.lampTypes[lampType]?.name[language] ?? (lampType || t('lighting.dim.noType')),
          })),
        },
      ],
    } satisfies Handout
  }

  function ofPatrol({ lamps, offRoad, asked }: PatrolRoute, route: NonNullable<PatrolRoute['route']>): Handout {
    const [km, time] = [number(route.metres / 1_000, 1), duration(route.minutes * 60)]
    return {
      ...{ ...common, title: t('lighting.patrol.sheet') },
      subtitle: t('lighting.patrol.sum', { km, time, by: t(`lighting.patrol.${asked.vehicle}`) }),
      sources: [t('lighting.patrol.method', { seconds: number(route.tookMs / 1_000, 1) })],
      figures: [
        { name: t('lighting.patrol.length'), value: km, unit: 'km' },
        { name: t('lighting.patrol.time'), value: time },
        { name: t('lighting.patrol.lamps'), value: number(lamps - offRoad), unit: t('lighting.lampUnit') },
      ],
      tables: route.rounds.map(({ roads }, round) => ({
        name: route.rounds.length > 1 ? t('lighting.patrol.round', { n: round + 1 }) : t('lighting.patrol.roads'),
        columns: [
          { id: 'order', name: t('lighting.patrol.col.order') },
          { id: 'road', name: t('lighting.patrol.col.road') },
          { id: 'lamps', name: t('lighting.lamp'), unit: t('lighting.lampUnit') },
          { id: 'metres', name: t('lighting.patrol.stretch'), unit: 'm' },
        ],
        rows: roads.map((road, order) => ({ ...road, order: order + 1, road: road.road || t('lighting.noRoad') })),
      })),
      places: { features: patrolFeatures(route), units: {} },
    }
  }
}
