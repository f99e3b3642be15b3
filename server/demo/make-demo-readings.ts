import { random } from '../../data/cities/town/random.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import { MOST_READINGS, type Reading } from '../contract/reading.ts'
import { instantAt, placeInTime } from '../contract/working-time.ts'
import { type ReadingNeeds, takeReadings } from '../readings/take-readings.ts'

export interface DemoReadingNeeds extends ReadingNeeds {
  memory: Pick<CityPicture, 'layer' | 'layers'>
  now: () => Date
}

const DAYS = 30
const HOUR_MS = 3_600_000
/** Gauges tell at six in the morning, the weighbridge sums its day up at six in the evening. */
const GAUGED_MS = 6 * HOUR_MS
const WEIGHED_MS = 18 * HOUR_MS
/** Of the wells, in the order of their ids, the one that the rain of the last days lifts above its warning level. */
const RISING_WELL = 2
const RISE_DAYS = 6
const OVER_M = 0.28
/** A flame burns some 400 °C above what counts as out, on gas of which half is methane; a cold flare is as cold as the valley. */
const HOTTER_C = 400
const HALF_METHANE = 48
const VALLEY_C = 4
/** Of what a flare is made for. */
const GAS_SHARE = 0.6
/** As the landfill says of itself where nobody weighs. */
const USUAL_TONNES = 21.5
const SOIL_M3 = 4.9

/** 演示数据: a reading a day of each leachate well and each flare, and what came over the weighbridge with its cover soil, for the last 30 days of a demo
 *  city; one well is above its warning level at the end, which opens a case. What was told before stays. The same day has the same figures; only how the rising well
 *  rises hangs on when the city was first made. */
export async function makeDemoReadings(needs: DemoReadingNeeds): Promise<void> {
  const nowMs = needs.now().getTime()
  const today = placeInTime(new Date(nowMs).toISOString()).day
  const days = Array.from({ length: DAYS + 1 }, (_, back) => today - DAYS + back)
  const wells = thingsOf(needs.memory, 'landfill-wells')
  const readings = [
    ...wells.flatMap((well, number) => days.map((day) => levelOf(well, { number, day, today }))),
    ...thingsOf(needs.memory, 'landfill-flares').flatMap((flare) => days.flatMap((day) => flareOn(flare, day))),
    ...thingsOf(needs.memory, 'landfills').flatMap((landfill) => days.flatMap((day) => weighedOn(landfill, day))),
  ].filter(({ at }) => Date.parse(at) <= nowMs)
  for (let from = 0; from < readings.length; from += MOST_READINGS)
    await takeReadings(readings.slice(from, from + MOST_READINGS), needs)
}

const thingsOf = (memory: DemoReadingNeeds['memory'], layer: string): Asset[] =>
  [...(memory.layer(layer)?.all() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))

function levelOf(
  { id, fields }: Asset,
  { number, day, today }: { number: number; day: number; today: number },
): Reading {
  const dice = random(day, `level ${id}`)
  const [usual, warning] = [Number(fields.levelM ?? 2), Number(fields.warningLevelM ?? 5)]
  // At its height a day before today, for today's may not be told yet.
  const risen = number === RISING_WELL ? Math.max(0, Math.min(1, 1 - (today - 1 - day) / RISE_DAYS)) : 0
  const metres = usual + (warning + OVER_M - usual) * risen + dice.range(-0.06, 0.06)
  return { thingId: id, quantity: 'leachate-level-m', channel: '', at: instantAt(day, GAUGED_MS), value: round(metres) }
}

/** A flare that stands by is cold, and no gas comes to it. */
function flareOn({ id, status, fields }: Asset, day: number): Reading[] {
  const dice = random(day, `flare ${id}`)
  const of = { thingId: id, channel: '演示数据', at: instantAt(day, GAUGED_MS) }
  const [out, rated] = [Number(fields.outBelowC ?? 500), Number(fields.ratedM3h ?? 100)]
  const burns = status === 'burning'
  const celsius = burns ? out + HOTTER_C * dice.range(0.9, 1.1) : VALLEY_C + dice.range(-6, 6)
  const flame: Reading = { ...of, quantity: 'flare-temperature-c', value: Math.round(celsius) }
  const gas: Reading = {
    ...of,
    quantity: 'flare-gas-m3h',
    value: burns ? round(rated * GAS_SHARE * dice.range(0.9, 1.1)) : 0,
  }
  const methane: Reading = {
    ...of,
    quantity: 'flare-methane-percent',
    value: round(HALF_METHANE * dice.range(0.95, 1.05)),
  }
  return burns ? [flame, gas, methane] : [flame, gas]
}

function weighedOn({ id, fields }: Asset, day: number): Reading[] {
  const dice = random(day, `weighed ${id}`)
  const usual = Number(fields.dailyTonnes ?? USUAL_TONNES)
  const of = { thingId: id, channel: '演示数据', at: instantAt(day, WEIGHED_MS) }
  return [
    { ...of, quantity: 'weighbridge-t', value: round(usual * dice.range(0.88, 1.12)) },
    { ...of, quantity: 'cover-soil-m3', value: round(SOIL_M3 * dice.range(0.8, 1.2)) },
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100
