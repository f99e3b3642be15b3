import { random } from '../../town/random.ts'
import { isFestival } from './calendar.ts'
import { dateOf } from './clock.ts'

/** A day's weather at 3,990 m in the upper Nujiang valley: long dry windy winters, rain and hail from June to September. */
export interface Weather {
  lowC: number
  highC: number
  /** Afternoon wind, m/s. */
  wind: number
  rainMm: number
  snowCm: number
  /** Days since the last rain or snow, at most 6. */
  dryDays: number
  festival: boolean
}

// Monthly means around which the days vary: rough values of the area, January first.
const MEAN_LOW = [-17, -14, -9, -4, 0, 4, 6, 5, 3, -3, -10, -15]
const MEAN_HIGH = [0, 2, 6, 10, 14, 17, 18, 18, 16, 11, 5, 1]
const WET_CHANCE = [0.07, 0.1, 0.14, 0.2, 0.32, 0.52, 0.55, 0.5, 0.45, 0.18, 0.08, 0.06]
const WIND = [5, 6, 7, 6.5, 5, 4, 3.5, 3.5, 3.5, 4, 4.5, 5]

const monthly = (table: readonly number[], date: string): number => {
  const month = Number(date.slice(5, 7)) - 1
  const share = (Number(date.slice(8, 10)) - 15) / 30
  const here = table[month] ?? 0
  const next = table[(month + (share < 0 ? 11 : 1)) % 12] ?? here
  return here + (next - here) * Math.abs(share)
}

/** A spell that lasts some days: cold snaps and warm ones come and go, they are not thrown anew each day. */
const spell = (seed: number, name: string, day: number, length: number): number => {
  const step = Math.floor(day / length)
  const share = day / length - step
  const smooth = share * share * (3 - 2 * share)
  const end = (at: number) => random(seed, `weather ${name} ${at}`).range(-1, 1)
  return end(step) + (end(step + 1) - end(step)) * smooth
}

interface Sky extends Omit<Weather, 'dryDays'> {}

function skyOf(seed: number, day: number): Sky {
  const date = dateOf(day)
  const dice = random(seed, `weather ${day}`)
  const front = spell(seed, 'front', day, 6)
  const wet = dice.chance(monthly(WET_CHANCE, date) * (1 + 0.8 * spell(seed, 'wet', day, 9)))
  const lowC = monthly(MEAN_LOW, date) + 5 * front + dice.range(-1.5, 1.5)
  const highC = monthly(MEAN_HIGH, date) + 4 * front - (wet ? 3 : 0) + dice.range(-1.5, 1.5)
  const amount = wet ? dice.next() ** 2 : 0
  const asSnow = (lowC + highC) / 2 < 1
  return {
    lowC,
    highC,
    wind: Math.max(0.5, monthly(WIND, date) * (1 + 0.7 * spell(seed, 'wind', day, 3)) + dice.range(-1, 1)),
    rainMm: asSnow ? 0 : amount * 22,
    snowCm: asSnow ? amount * 9 : 0,
    festival: isFestival(date),
  }
}

/** Depends on the seed and the day alone. */
export function weatherOf(seed: number): (day: number) => Weather {
  const skies = new Map<number, Sky>()
  const sky = (day: number) => {
    const known = skies.get(day) ?? skyOf(seed, day)
    skies.set(day, known)
    return known
  }
  return (day) => {
    let dryDays = 0
    while (dryDays < 6 && sky(day - dryDays).rainMm + sky(day - dryDays).snowCm === 0) dryDays++
    return { ...sky(day), dryDays }
  }
}

/** How readily rubbish burns, about 1 on an ordinary dry day: ash of stoves in winter, wind, festival nights. */
export const fireWeather = ({ highC, wind, dryDays, festival }: Weather): number =>
  dryDays === 0 ? 0.05 : (0.3 + dryDays / 6) * (wind / 5) * (highC < 8 ? 1.3 : 0.6) * (festival ? 2.5 : 1)

export const icy = ({ lowC, highC, snowCm }: Weather): boolean => lowC < -2 && highC > -6 && snowCm > 0.4
