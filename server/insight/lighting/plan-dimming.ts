import type { LngLat } from '../../contract/geo.ts'
import type { DimmingAsked, DimmingSaving, DimmingShare, LightingRules } from '../../contract/lighting.ts'
import { burningIn, nightsOfYear } from './nights.ts'

/** A lamp as far as its power is concerned. */
export interface PoweredLamp {
  lampType: string
  roadClass: string
  powerW: number | null
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const BUSINESS_MS = 8 * HOUR_MS

/** 后半夜调光 over a whole year, night by night: what the lamps take, and what is saved. Power falls with the light, which is true of LED drivers to
 *  a few percent; a type that cannot be turned down is left as it is unless the plan names it. */
export function planDimming(
  lamps: Iterable<PoweredLamp>,
  asked: DimmingAsked & { year: number },
  { at, rules }: { at: LngLat; rules: LightingRules },
): DimmingSaving {
  const { hours, dimmedHours } = hoursOf(asked, at)
  const isDimmed = ({ lampType, roadClass }: PoweredLamp): boolean =>
    (asked.lampTypes ? asked.lampTypes.includes(lampType) : rules.lampTypes[lampType]?.dimmable === true) &&
    (asked.roadClasses?.includes(roadClass) ?? true)
  const shares = new Map<string, DimmingShare>()
  for (const lamp of lamps) {
    const share = shares.get(lamp.lampType) ?? emptyShare(lamp.lampType)
    shares.set(lamp.lampType, share)
    share.lamps++
    if (lamp.powerW === null) {
      share.unknownPower++
      continue
    }
    const kw = (lamp.powerW / 1000) * (rules.lampTypes[lamp.lampType]?.powerTimes ?? 1)
    share.kw += kw
    share.kwh += kw * hours
    if (!isDimmed(lamp)) continue
    share.dimmed++
    share.savedKwh += kw * dimmedHours * (1 - asked.percent / 100)
  }
  const byType = [...shares.values()].sort((a, b) => b.kwh - a.kwh || (a.lampType < b.lampType ? -1 : 1))
  const sum = (of: (share: DimmingShare) => number): number => byType.reduce((total, share) => total + of(share), 0)
  const savedKwh = sum((share) => share.savedKwh)
  const tariffYuanPerKwh = asked.tariffYuanPerKwh ?? rules.tariffYuanPerKwh
  return {
    ...{ year: asked.year, hours, dimmedHours, byType, kwh: sum((share) => share.kwh), savedKwh },
    ...{ savedYuan: savedKwh * tariffYuanPerKwh, tariffYuanPerKwh },
    ...{ tariffAssumed: asked.tariffYuanPerKwh === undefined, source: rules.source },
  }
}

/** Of a year, and of those the ones between the two times of day; a lamp that goes off earlier is not turned down any more. */
function hoursOf({ year, offsets, from, to }: DimmingAsked & { year: number }, at: LngLat) {
  let [burns, dimmed] = [0, 0]
  for (const night of nightsOfYear(year, at)) {
    const [onMs, offMs] = burningIn(night, offsets)
    burns += offMs - onMs
    const [start, length] = [minutesOf(from) * MINUTE_MS, lengthOf(from, to) * MINUTE_MS]
    const dayMs = Date.parse(`${night.date}T00:00:00Z`) - BUSINESS_MS
    // A polar night is dark for a day and a night: the span may begin the day before, or come twice.
    for (const day of [-1, 0, 1]) {
      const spanMs = dayMs + day * DAY_MS + start
      dimmed += Math.max(0, Math.min(offMs, spanMs + length) - Math.max(onMs, spanMs))
    }
  }
  return { hours: burns / HOUR_MS, dimmedHours: dimmed / HOUR_MS }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
/** From one time of day to another, over midnight where it has to be; the same twice is nothing. */
const lengthOf = (from: string, to: string): number => (minutesOf(to) - minutesOf(from) + 1_440) % 1_440

const emptyShare = (lampType: string): DimmingShare => ({
  ...{ lampType, lamps: 0, unknownPower: 0, dimmed: 0, kw: 0, kwh: 0, savedKwh: 0 },
})
