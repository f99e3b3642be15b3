import type { CoverageAsk, CoverageRank, RuleFinding, ServiceFinding, ThingCount } from '../../contract/coverage.ts'
import type { LngLat } from '../../contract/geo.ts'
import type { CoverageSet } from '../../contract/rule.ts'
import type { Area } from './area-map.ts'
import type { Blocks } from './check-service.ts'
import type { Side } from './draw-gap.ts'
import type { Stretches } from './grid-ground.ts'
import type { Street } from './street-map.ts'
import type { Things } from './things.ts'
import type { WalkWays } from './walk-net.ts'

/** All of a city that coverage is reckoned from, as plain values. */
export interface CityGround {
  origin: LngLat
  streets: readonly Street[]
  areas: readonly Area[]
  blocks: Blocks
  /** By part of the streets laid out, where it runs through unit grids; undefined: the city has none, and rules within them hold everywhere. */
  gridStretches?: readonly Stretches[] | undefined
  /** By layer. */
  things: Record<string, Things>
  ways: WalkWays | undefined
  nowMs: number
}

export interface CoverageTask extends Pick<CoverageAsk, 'quality' | 'toleranceMetres'> {
  ground: CityGround
  sets: readonly CoverageSet[]
}

/** A gap by numbers: of its rule in its set, its part, and the things at its ends. */
export interface RawGap {
  set: number
  rule: number
  part: number
  side: Side
  from: number
  to: number
  before: number
  after: number
  fromStreet: string | null
  toStreet: string | null
  /** Number of the responsibility grid; -1: none. */
  area: number
}

export interface RawBlock {
  set: number
  rule: number
  block: number
  /** Infinite: too far to tell. */
  metres: number
  area: number
}

export interface CoverageFound {
  gaps: RawGap[]
  blocks: RawBlock[]
  things: ThingCount[]
  rules: RuleFinding[]
  services: ServiceFinding[]
  roads: CoverageRank[]
  grids: CoverageRank[]
  cpuMs: number
}
