import type { Context } from 'hono'
import { CELL_METRES } from '../contract/spots.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { checkRange } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { badParameter, unknownLayer } from '../http/refusals.ts'
import { csvLine } from '../layers/write-csv.ts'
import { answerCells, answerCsv } from './answer-cells.ts'
import type { CellMap } from './cell-map.ts'
import { comparePeriods } from './compare-periods.ts'
import { declareSpots } from './declare-spot-routes.ts'
import { mapPatrolDebt } from './map-patrol-debt.ts'
import { mapRecurrence } from './map-recurrence.ts'
import { mapDensity, mapHotSpots, mapSilence, mapUnseen } from './map-spots.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'

const DAY_MS = 86_400_000
const STANDARD_DAYS = 30

type Format = 'json' | 'geojson' | 'csv'

/** Where the city is not seen, not heard, or heard most; and two periods side by side. */
export const spotRoutes = ({ gate, ...needs }: SpotNeeds & { gate: Gate }) => {
  const asks = declareSpots(gate)
  const spanOf = (
    c: Context,
    { cell, ...of }: { cell?: number | undefined; from?: string; to?: string },
    days = STANDARD_DAYS,
  ): SpotSpan => {
    const to = of.to ?? needs.now().toISOString()
    const from = of.from ?? new Date(Date.parse(to) - days * DAY_MS).toISOString()
    checkRange(from, to)
    return { cellMetres: cell ?? CELL_METRES.standard, from, to, scope: actorOf(c).scope, signal: c.req.raw.signal }
  }
  return newRoutes()
    .openapi(asks.density, async (c) => {
      const { format, subject, per, layer, class: classes, ...asked } = c.req.valid('query')
      if (layer !== undefined && !needs.memory.layer(layer)) throw unknownLayer(layer)
      const map = await mapDensity(needs, { ...spanOf(c, asked), subject, per, layer, classes })
      return answer(c, format, 'density', map)
    })
    .openapi(asks.unseen, async (c) => {
      const { format, only, class: classes, ...asked } = c.req.valid('query')
      return answer(
        c,
        format,
        'unseen',
        await mapUnseen(needs, { ...spanOf(c, asked), classes, only: only !== undefined }),
      )
    })
    .openapi(asks.patrolDebt, async (c) => {
      const { format, ...asked } = c.req.valid('query')
      const span = spanOf(c, asked, needs.spotRules.patrol.lookbackDays)
      return answer(c, format, 'patrol-debt', await mapPatrolDebt(needs, span))
    })
    .openapi(asks.silence, async (c) => {
      const { format, class: classes, ...asked } = c.req.valid('query')
      return answer(c, format, 'silence', await mapSilence(needs, { ...spanOf(c, asked), classes }))
    })
    .openapi(asks.hot, async (c) => {
      const { format, subject, class: classes, ...asked } = c.req.valid('query')
      return answer(c, format, 'hot-spots', await mapHotSpots(needs, { ...spanOf(c, asked), subject, classes }))
    })
    .openapi(asks.recurrence, async (c) => {
      const { format, class: classes, bbox, area, days, ...asked } = c.req.valid('query')
      if (bbox && area) throw badParameter('area', '"area" and "bbox": a campaign has one place, give one of them')
      const campaign = { ...spanOf(c, asked), classes, bbox, area, windowDays: days }
      if (campaign.to > needs.now().toISOString())
        throw badParameter(
          'to',
          '"to": the campaign is not over yet; what came back after it is not known',
          'future-to',
        )
      return answer(c, format, 'recurrence', await mapRecurrence(needs, campaign))
    })
    .openapi(asks.periods, async (c) => {
      const { format, status, againstFrom, againstTo, indicator, by, layer, ...asked } = c.req.valid('query')
      if ((againstFrom === undefined) !== (againstTo === undefined))
        throw badParameter('againstTo', '"againstFrom" and "againstTo" are given together')
      checkRange(againstFrom, againstTo)
      const against = againstFrom && againstTo ? { from: againstFrom, to: againstTo } : undefined
      const whole = { ...spanOf(c, asked), indicator, by, layer, against, status: status?.split(',') }
      const { rows, ...about } = await comparePeriods(needs, whole)
      if (format === 'json') return c.json({ ...about, rows }, 200)
      const lines = rows.map(({ ring, ...row }) => csvLine(Object.values(row)))
      return answerCsv(c, `${indicator.replace(':', '-')}-by-${by}`, [csvLine(PERIOD_COLUMNS), ...lines])
    })
}

const PERIOD_COLUMNS = [
  ...['key', 'value', 'yearBefore', 'periodBefore', 'against'],
  ...['yearChange', 'periodChange', 'againstChange', 'name'],
]

const answer = <M extends CellMap<object, object>>(c: Context, format: Format, name: string, map: M) =>
  format === 'json' ? c.json(map, 200) : answerCells(c, format, name, map)
