import type { MadeAsset } from '../../city.ts'
import { random } from '../../town/random.ts'
import { instantAt, isoOf, isWorkingDay } from './clock.ts'
import { surveysOf } from './survey-landfill.ts'
import type { Town } from './town.ts'

/** A change that needs no case: a bin fills and is emptied on the round, a lot fills with trucks. */
export interface RoutineChange {
  at: string
  assetId: string
  status: string
  fields: MadeAsset['fields']
}

/** A bin is due from 80 % on, a lot from 85 %. */
const NEARLY_FULL = { bin: 80, lot: 0.85 }
const BINS_A_DAY = 7

/** What changes by itself on one day, in the order of time. */
export function routineOf(town: Town, seed: number): (day: number) => RoutineChange[] {
  const bins = town.spotsOf('bins')
  const lots = town.layer('truck-parking')
  const surveys = surveysOf(town, seed)
  return (day) => {
    const dice = random(seed, `routine ${day}`)
    const changes: RoutineChange[] = surveys(day)
    const add = (minute: number, asset: MadeAsset, status: string, fields: MadeAsset['fields']) =>
      changes.push({ at: isoOf(instantAt(day, minute)), assetId: asset.id, status, fields })
    for (let i = 0; bins.length > 0 && i < BINS_A_DAY; i++) {
      const { asset } = dice.pick(bins)
      const full = dice.range(480, 1080)
      const emptied = full + dice.range(40, 170)
      const status = asset?.status === 'nearly-full' ? 'normal' : (asset?.status ?? 'normal')
      if (asset === null || status !== 'normal') continue
      add(full, asset, 'nearly-full', { fillPercent: dice.int(NEARLY_FULL.bin, 96) })
      add(emptied, asset, 'emptying', { fillPercent: 90 })
      add(emptied + dice.range(6, 20), asset, 'normal', { fillPercent: dice.int(2, 9) })
    }
    for (const lot of lots) {
      const bays = Number(lot.fields.bays ?? 0)
      if (bays === 0 || lot.status === 'closed' || lot.status === 'no-answer') continue
      // Trucks leave in the morning and come back for the night.
      for (const [minute, share] of [
        [425, 0.45],
        [1170, isWorkingDay(day) ? 0.84 : 0.93],
      ] as const) {
        const occupied = Math.min(bays, Math.round(bays * (share + dice.range(-0.15, 0.16))))
        const status = occupied === bays ? 'full' : occupied >= bays * NEARLY_FULL.lot ? 'nearly-full' : 'free'
        add(minute + dice.range(-30, 30), lot, status, { occupied })
      }
    }
    return changes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }
}
