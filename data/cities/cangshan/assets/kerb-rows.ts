import type { RoadClass } from '../road-classes.ts'

/** Things in a row beside a road: metres between them, and on which sides. */
export interface Row {
  spacing: number
  /** Both sides, one side and then the other, or one side. */
  sides: 'both' | 'turns' | 'one'
  /** Share that is missing. */
  leftOut?: number
}

type Rows = Partial<Record<RoadClass, Row>>

// Lamps are nearer to each other than in a county town, and lanes have a lamp on every second house.
export const LAMPS: Rows = {
  national: { spacing: 28, sides: 'both' },
  main: { spacing: 30, sides: 'both' },
  secondary: { spacing: 32, sides: 'both' },
  street: { spacing: 30, sides: 'turns' },
  lane: { spacing: 34, sides: 'one', leftOut: 0.14 },
}

// A city of typhoons: an inlet every 30 m or so on both sides of all that carries cars.
export const INLETS: Rows = {
  national: { spacing: 30, sides: 'both' },
  main: { spacing: 30, sides: 'both' },
  secondary: { spacing: 32, sides: 'both' },
  street: { spacing: 32, sides: 'both' },
  lane: { spacing: 33, sides: 'one', leftOut: 0.1 },
}

/** Both kinds of manholes stand at the ends of pipes of about 40 m. */
export const MANHOLES: Rows = {
  national: { spacing: 40, sides: 'one' },
  main: { spacing: 40, sides: 'one' },
  secondary: { spacing: 42, sides: 'one' },
  street: { spacing: 42, sides: 'one' },
  lane: { spacing: 46, sides: 'one', leftOut: 0.15 },
}

// CJJ 27-2012: 30–50 m along busy streets, 50–100 m along main roads, 100–200 m elsewhere.
export const BINS: Rows = {
  national: { spacing: 90, sides: 'both' },
  main: { spacing: 70, sides: 'both' },
  secondary: { spacing: 62, sides: 'both' },
  street: { spacing: 55, sides: 'turns' },
  lane: { spacing: 100, sides: 'one', leftOut: 0.2 },
}

/** Pieces of railing between the cycle lane and the cars, m; on this share of the stretches. */
export const RAILS: Partial<Record<RoadClass, { length: number; share: number }>> = {
  national: { length: 72, share: 0.85 },
  main: { length: 72, share: 0.7 },
  secondary: { length: 60, share: 0.35 },
}
