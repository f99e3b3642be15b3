import { parseArgs } from 'node:util'

/** How much of everything a bench does: `npm run bench -- tiles --assets 100000 --rounds 1 --seconds 1 --no-peers`. */
export interface Options {
  /** Things in the city. */
  assets: number
  /** Medians are of so many rounds, in each of which every kind has its turn. */
  rounds: number
  /** Of one turn. */
  seconds: number
  /** Whether PostGIS and MapServer are measured too. */
  peers: boolean
  /** `cangshan`: the largest layer of the demonstration district, as catalogued; else lamps drawn singly from zoom 13, as in the trial. */
  city: string
  /** Whether to tell which functions take the time. */
  profile: boolean
}

const USUAL: Options = { assets: 1_000_000, rounds: 3, seconds: 3, peers: true, city: 'lamps', profile: false }

export const withUsual = (some: Partial<Options> = {}): Options => ({ ...USUAL, ...some })

/** Throws TypeError on a word that is no option, RangeError where a figure is none. */
export function readOptions(words: string[]): Partial<Options> {
  const { values } = parseArgs({
    args: words,
    options: {
      assets: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      'no-peers': { type: 'boolean' },
      city: { type: 'string' },
      profile: { type: 'boolean' },
    },
  })
  const figure = (name: 'assets' | 'rounds' | 'seconds') => {
    const text = values[name]
    if (text === undefined) return {}
    if (!(Number(text) > 0)) throw new RangeError(`--${name} ${text}: give a number above 0`)
    return { [name]: Number(text) }
  }
  return {
    ...figure('assets'),
    ...figure('rounds'),
    ...figure('seconds'),
    ...(values['no-peers'] ? { peers: false } : {}),
    ...(values.city ? { city: cityNamed(values.city) } : {}),
    ...(values.profile ? { profile: true } : {}),
  }
}

function cityNamed(name: string): string {
  if (name === 'lamps' || name === 'cangshan') return name
  throw new RangeError(`--city ${name}: give lamps or cangshan`)
}
