import type { Pace, Trouble } from './draft-case.ts'
import type { Quantity } from './made-states.ts'
import type { Weather } from './weather.ts'

/** Where a kind of case happens: at the things of a layer (of one `kind`), or along the kerb. */
export interface Scene {
  layer: string | null
  kind?: string
}

export interface CaseKind {
  kind: 'component' | 'matter'
  /** GB/T 47678.5-2026. */
  code: string
  problems: readonly string[]
  scene: Scene
  /** Share among all cases on a mild ordinary day. */
  weight: number
  /** Shares of: the public, patrols, cameras, sensors, other departments. */
  eyes: readonly [number, number, number, number, number]
  weather?: (weather: Weather) => number
  /** Happens after dark and in the evening. */
  evening?: boolean
  pace: Pace
  /** Working hours that the crew needs, from … to. */
  hours: readonly [number, number]
  outcome: string
  unit?: Quantity['unit']
  trouble?: Trouble
}

export const at = (layer: string | null, kind?: string): Scene => (kind === undefined ? { layer } : { layer, kind })
export const KERB = at(null)
