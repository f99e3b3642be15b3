import type { MadeAsset } from '../../city.ts'
import { random } from '../../town/random.ts'
import { dateOf, dayOf, instantAt, isoOf } from './clock.ts'
import type { RoutineChange } from './routine.ts'
import type { Town } from './town.ts'

/** Days of the year, MM-DD, between which the roads are gone through one after another. The ground is frozen until the end of March; low places come
 *  first, before the rains, and once more after them. */
const ROUNDS = [
  { from: '03-24', to: '04-22', low: true },
  { from: '04-12', to: '06-25', low: false },
  { from: '09-05', to: '10-20', low: true },
] as const
/** A road takes so many days. */
const ROAD_DAYS = 6
/** Of the roads so many are put off to the next round, and of the drains of the others so many stand under a parked car. */
const PUT_OFF = 0.1
const NOT_REACHED = 0.06
/** Statuses in which a drain is dredged on its round; the others wait for their case. */
const DREDGED = ['normal', 'dredge-due']

/** What is dredged on one day: every drain has its turn by its road, year after year, and some are left out, so that a part of them is overdue at any time. */
export function dredgingsOf(town: Pick<Town, 'layer'>, seed: number): (day: number) => RoutineChange[] {
  const drains = town.layer('drains').filter(({ status }) => DREDGED.includes(status))
  const years = new Map<number, Map<number, MadeAsset[]>>()
  return (day) => {
    const year = Number(dateOf(day).slice(0, 4))
    const turns = years.get(year) ?? turnsOf(drains, year, seed)
    years.set(year, turns)
    const dredgedOn = dateOf(day)
    return (turns.get(day) ?? []).map(({ id, status }, i) => ({
      at: isoOf(instantAt(day, 540 + (i % 480))),
      ...{ assetId: id, status, fields: { dredgedOn } },
    }))
  }
}

function turnsOf(drains: readonly MadeAsset[], year: number, seed: number): Map<number, MadeAsset[]> {
  const turns = new Map<number, MadeAsset[]>()
  for (const [round, { from, to, low }] of ROUNDS.entries()) {
    const [first, last] = [dayOf(`${year}-${from}`), dayOf(`${year}-${to}`)]
    const roads = new Map<string, { begun: number; putOff: boolean }>()
    for (const drain of drains) {
      if ((drain.fields.lowPlace === true) !== low) continue
      const name = String(drain.fields.road ?? '')
      // By its road alone a road has the same turn each year; whether it is put off is another chance each time.
      const turn = roads.get(name) ?? {
        begun: random(seed, `dredged ${round} ${name}`).int(first, last - ROAD_DAYS),
        putOff: once(year, (of) => random(seed, `put off ${of} ${round} ${name}`).chance(PUT_OFF)),
      }
      roads.set(name, turn)
      const missed = once(year, (of) => random(seed, `missed ${of} ${round} ${drain.id}`).chance(NOT_REACHED))
      if (isLeftOut(drain, { year, putOff: turn.putOff || missed })) continue
      const day = turn.begun + random(seed, `dredged ${year} ${round} ${drain.id}`).int(0, ROAD_DAYS)
      turns.set(day, [...(turns.get(day) ?? []), drain])
    }
  }
  return turns
}

/** What was left out last year comes first in the next: nothing is left out twice in a row for one reason. */
const once = (year: number, drawn: (year: number) => boolean): boolean => drawn(year) && !drawn(year - 1)

/** What is known to be due was dredged in the platform's first year for the last time. */
const isLeftOut = ({ status }: MadeAsset, { year, putOff }: { year: number; putOff: boolean }): boolean =>
  status === 'dredge-due' ? year > FIRST_YEAR : putOff

const FIRST_YEAR = 2025
