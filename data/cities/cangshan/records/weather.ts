import { dateOf } from '../../suo/records/clock.ts'
import type { Weather } from '../../suo/records/weather.ts'
import { random } from '../../town/random.ts'

// Monthly means by the coast of Fujian: rough values, January first. Plum rains in May and June, typhoons from July on.
const MEAN_LOW = [8, 9, 11, 15, 20, 23, 25, 25, 23, 19, 14, 10]
const MEAN_HIGH = [15, 16, 19, 24, 28, 31, 34, 34, 31, 27, 22, 17]
const WET_CHANCE = [0.3, 0.4, 0.48, 0.48, 0.5, 0.5, 0.32, 0.38, 0.34, 0.2, 0.22, 0.24]

/** Depends on the seed and the day alone. */
export function weatherOf(seed: number): (day: number) => Weather {
  const rainOn = (day: number): number => {
    const dice = random(seed, `sky ${day}`)
    const month = Number(dateOf(day).slice(5, 7)) - 1
    return dice.chance(WET_CHANCE[month] ?? 0.3) ? 60 * dice.next() ** 3 : 0
  }
  return (day) => {
    const dice = random(seed, `weather ${day}`)
    const month = Number(dateOf(day).slice(5, 7)) - 1
    let dryDays = 0
    while (dryDays < 6 && rainOn(day - dryDays) === 0) dryDays++
    return {
      lowC: (MEAN_LOW[month] ?? 18) + dice.range(-3, 3),
      highC: (MEAN_HIGH[month] ?? 25) + dice.range(-3, 3),
      wind: dice.range(1.5, 6),
      rainMm: rainOn(day),
      snowCm: 0,
      festival: false,
      dryDays,
    }
  }
}
