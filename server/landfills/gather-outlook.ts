import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { LandfillOutlook } from '../contract/landfill.ts'
import { backTest } from '../insight/landfill/back-test.ts'
import { forecastLandfill } from '../insight/landfill/forecast.ts'
import { foresightOf, type LandfillState } from '../insight/landfill/what-if.ts'
import { alarmOf, keptAlarms, type Measured, readingsOf } from '../readings/reading-store.ts'
import type { Store } from '../store/store.ts'
import type { LandfillSurveys } from '../walls/landfill-surveys.ts'
import { gatherFlares } from './gather-flares.ts'

/** Of the layer `landfill-wells`. */
const ABOVE_WARNING = 'above-warning'

export interface LandfillNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  surveys: Pick<LandfillSurveys, 'of'>
  now: () => Date
}

const DAY_MS = 86_400_000
const BUSINESS_MS = 8 * 3_600_000
const WEIGHED_DAYS = 90
const MEAN_DAYS = 30
/** Of the volume filled, where nobody measured it: assumed, as CJJ 17's own figures are not verified (STANDARDS 5). */
const ASSUMED_COVER_SHARE = 0.15

/** What is reckoned with: surveys, tonnes by the weighbridge before those of the thing, cover soil where it was told. */
export interface Gathered {
  landfill: Asset
  capacityM3: number
  state: LandfillState
  coverAssumed: boolean
  tonnesFrom: LandfillOutlook['tonnesFrom']
  weighed: LandfillOutlook['weighed']
}

/** Undefined where the thing says nothing of its capacity or was never surveyed. */
export async function gatherLandfill(landfill: Asset, needs: LandfillNeeds): Promise<Gathered | undefined> {
  const { area, store, surveys } = needs
  const capacityM3 = numberOf(landfill.fields.capacityM3)
  const known = surveys.of(landfill)
  if (capacityM3 === null || known.length === 0) return undefined
  const since = { things: [landfill.id], sinceMs: needs.now().getTime() - WEIGHED_DAYS * DAY_MS }
  const weighed = sumByDay(await readingsOf(store.db, area, { ...since, quantity: 'weighbridge-t' }))
  const soil = sumByDay(await readingsOf(store.db, area, { ...since, quantity: 'cover-soil-m3' }))
  const [ownTonnes, compaction] = [numberOf(landfill.fields.dailyTonnes), numberOf(landfill.fields.compaction)]
  const meanTonnes = meanOf(weighed.slice(-MEAN_DAYS).map(({ sum }) => sum))
  const tonnesPerDay = meanTonnes ?? ownTonnes
  const [soilM3, wasteM3] = [
    meanOf(soil.map(({ sum }) => sum)),
    tonnesPerDay && compaction ? tonnesPerDay / compaction : null,
  ]
  const measured = soilM3 !== null && wasteM3 !== null ? soilM3 / (soilM3 + wasteM3) : null
  const state = { capacityM3, surveys: known, tonnesPerDay, compaction, coverShare: measured ?? ASSUMED_COVER_SHARE }
  return {
    ...{ landfill, capacityM3, state, coverAssumed: measured === null },
    tonnesFrom: meanTonnes !== null ? 'weighbridge' : ownTonnes !== null ? 'asset' : null,
    weighed: weighed.map(({ date, sum }) => ({ date, tonnes: sum })),
  }
}

/** All that is known of a landfill, and what is foretold. */
export async function landfillOutlook(gathered: Gathered, needs: LandfillNeeds): Promise<LandfillOutlook> {
  const { landfill, capacityM3, state, coverAssumed, tonnesFrom, weighed } = gathered
  const { id, name, status } = landfill
  const own = (layer: string): Asset[] =>
    [...(needs.memory.layer(layer)?.all() ?? [])].filter(({ fields }) => fields.landfill === id)
  const [cells, wells, flares] = [own('landfill-cells'), own('landfill-wells'), own('landfill-flares')]
  const last = state.surveys.at(-1) ?? { atMs: 0, filledM3: 0 }
  const told = forecastLandfill(state)
  const alarms = await keptAlarms(needs.store.db, needs.area, [id, ...[...wells, ...flares].map((one) => one.id)])
  return {
    ...{
      id,
      name,
      status,
      capacityM3,
      filledM3: last.filledM3,
      asOf: iso(last.atMs),
      tonnesFrom,
      weighed,
      coverAssumed,
    },
    ...{ tonnesPerDay: state.tonnesPerDay, compaction: state.compaction, coverShare: state.coverShare },
    remainingM3: Math.max(0, capacityM3 - last.filledM3),
    surveys: state.surveys.map(({ atMs, filledM3 }) => ({ at: iso(atMs), filledM3 })),
    foresight: told ? foresightOf(told, needs.now().getTime()) : null,
    backtest: backTest(state.surveys),
    cells: cells.map((cell) => ({
      ...{ id: cell.id, name: cell.name, status: cell.status },
      ...{ capacityM3: numberOf(cell.fields.capacityM3), filledM3: numberOf(cell.fields.filledM3) },
    })),
    wells: wells.map((well) => {
      const levels = alarms
        .filter(({ thingId, quantity }) => thingId === well.id && quantity === 'leachate-level-m')
        .map(({ value }) => value)
      // What was measured last stands before what the thing says; of several sensors the highest.
      const levelM = levels.length > 0 ? Math.max(...levels) : numberOf(well.fields.levelM)
      const warningLevelM = numberOf(well.fields.warningLevelM)
      const belowWarningM = levelM === null || warningLevelM === null ? null : warningLevelM - levelM
      const status = belowWarningM !== null && belowWarningM < 0 ? ABOVE_WARNING : well.status
      return { id: well.id, name: well.name, status, levelM, warningLevelM, belowWarningM }
    }),
    flares: await gatherFlares(flares, alarms, needs),
    alarms: alarms.map(alarmOf),
  }
}

function sumByDay(measured: readonly Measured[]): { date: string; sum: number }[] {
  const days = new Map<string, number>()
  for (const { atMs, value } of measured) {
    const date = iso(atMs + BUSINESS_MS).slice(0, 10)
    days.set(date, (days.get(date) ?? 0) + value)
  }
  return [...days].map(([date, sum]) => ({ date, sum }))
}

const meanOf = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const iso = (ms: number): string => new Date(ms).toISOString()
