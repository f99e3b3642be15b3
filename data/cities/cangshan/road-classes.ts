/** `canal` is no road, but bounds blocks as one does. */
export type RoadClass = 'national' | 'main' | 'secondary' | 'street' | 'lane' | 'canal'

export interface RoadShape {
  /** Width of the carriageway (of the water, for a canal), m. */
  carriageway: number
  /** Width of one pavement, or of the green strip beside a canal, m. */
  pavement: number
  rank: number
}

export const ROAD_SHAPES: Record<RoadClass, RoadShape> = {
  national: { carriageway: 26, pavement: 5, rank: 0 },
  main: { carriageway: 22, pavement: 5, rank: 1 },
  secondary: { carriageway: 14, pavement: 3.5, rank: 2 },
  street: { carriageway: 9, pavement: 2.5, rank: 3 },
  lane: { carriageway: 5, pavement: 0.8, rank: 4 },
  canal: { carriageway: 18, pavement: 7, rank: 5 },
}

/** Half of all that the road takes, pavements included. */
export const halfWidth = (roadClass: RoadClass): number =>
  ROAD_SHAPES[roadClass].carriageway / 2 + ROAD_SHAPES[roadClass].pavement
