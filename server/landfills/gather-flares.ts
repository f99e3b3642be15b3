import type { Asset } from '../contract/asset.ts'
import type { LandfillFlare } from '../contract/landfill.ts'
import type { ReadingQuantity } from '../contract/reading.ts'
import { flareState } from '../insight/landfill/flare-state.ts'
import { type KeptAlarm, lastReadings, type Measured } from '../readings/reading-store.ts'
import type { LandfillNeeds } from './gather-outlook.ts'

const FLAME = 'flare-temperature-c'
const MEASURED: readonly ReadingQuantity[] = [FLAME, 'flare-methane-percent', 'flare-gas-m3h']

/** How each flare of a landfill stands, with what was measured at it last. @param alarms those of its sensors */
export async function gatherFlares(
  flares: readonly Asset[],
  alarms: readonly KeptAlarm[],
  { area, store, now }: Pick<LandfillNeeds, 'area' | 'store' | 'now'>,
): Promise<LandfillFlare[]> {
  const things = flares.map(({ id }) => id)
  const readings = await lastReadings(store.db, area, { things, quantities: MEASURED })
  return flares.map(({ id, name, status, changedAt, fields }) => {
    const own = readings.filter(({ thingId }) => thingId === id)
    const flames = alarms.filter(({ thingId, quantity }) => thingId === id && quantity === FLAME)
    const readMs = own.length > 0 ? Math.max(...own.map(({ atMs }) => atMs)) : null
    const known = { status, changedMs: Date.parse(changedAt), flames, readMs }
    const state = flareState(known, now().getTime())
    const values = (wanted: ReadingQuantity): number[] =>
      own.flatMap(({ quantity, value }: Measured) => (quantity === wanted ? [value] : []))
    const [temperatures, methane, gas] = [values(FLAME), values('flare-methane-percent'), values('flare-gas-m3h')]
    return {
      ...{ id, name, status: state.status, since: isoOf(state.sinceMs), readAt: isoOf(readMs) },
      // Of several flames the coldest, as that is the one that may be out; of several pipes the poorest gas, and all of it.
      temperatureC: temperatures.length > 0 ? Math.min(...temperatures) : null,
      outBelowC: numberOf(fields.outBelowC),
      methanePercent: methane.length > 0 ? Math.min(...methane) : null,
      gasM3h: gas.length > 0 ? gas.reduce((sum, value) => sum + value, 0) : null,
      ratedM3h: numberOf(fields.ratedM3h),
      caseId: flames.find(({ raised }) => raised)?.caseId ?? null,
    }
  })
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
