export type RoadClass = 'national' | 'main' | 'secondary' | 'street' | 'lane' | 'track'

export interface RoadShape {
  /** Width of the carriageway, m. */
  carriageway: number
  /** Width of one pavement, m. */
  pavement: number
  rank: number
}

export const ROAD_SHAPES: Record<RoadClass, RoadShape> = {
  national: { carriageway: 15, pavement: 3.5, rank: 0 },
  main: { carriageway: 17, pavement: 4.5, rank: 1 },
  secondary: { carriageway: 11, pavement: 3, rank: 2 },
  street: { carriageway: 7.5, pavement: 2, rank: 3 },
  lane: { carriageway: 4.6, pavement: 0.7, rank: 4 },
  track: { carriageway: 4, pavement: 0, rank: 5 },
}

/** Half of all that the road takes, pavements included. */
export const halfWidth = (roadClass: RoadClass): number =>
  ROAD_SHAPES[roadClass].carriageway / 2 + ROAD_SHAPES[roadClass].pavement
