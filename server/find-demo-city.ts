import { DEMO_CITIES, type DemoCity } from './demo-cities.ts'
import { CannotStart } from './say-fault.ts'

/** Fewer are no district; more do not fit the memory of the process that makes them. */
const FEWEST_ASSETS = 100_000
const MOST_ASSETS = 2_000_000

/** The demo city that the words of the command mean, and where it is kept. */
export interface ChosenDemo {
  demo: DemoCity
  /** How many things, where another number is asked for than the city has. */
  assets?: number
  folder: string
}

/** Throws CannotStart when there is no such city, or it cannot have so many things. */
export function findDemoCity(id: string, assets?: string): ChosenDemo {
  const demo = DEMO_CITIES.find((city) => city.id === id)
  if (!demo) throw new CannotStart(`There is no demo city "${id}", but: ${idsOf(DEMO_CITIES)}.`)
  const folder = `./data-dir/demo-${id}`
  if (assets === undefined) return { demo, folder }
  if (demo.assets === undefined)
    throw new CannotStart(
      `The demo city "${id}" has as many things as it has; --assets is for: ${idsOf(DEMO_CITIES.filter((city) => city.assets !== undefined))}.`,
    )
  const count = Number(assets)
  if (!/^\d+$/.test(assets) || count < FEWEST_ASSETS || count > MOST_ASSETS)
    throw new CannotStart(`--assets ${assets} is not a whole number from ${FEWEST_ASSETS} to ${MOST_ASSETS}.`)
  return { demo, assets: count, folder: `${folder}-${count}` }
}

const idsOf = (cities: readonly DemoCity[]): string => cities.map(({ id }) => id).join(', ')
