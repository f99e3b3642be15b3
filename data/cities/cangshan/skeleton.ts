import type { Line, Point, Ring } from '../town/geometry.ts'
import type { Noise } from '../town/noise.ts'
import { smoothLine } from '../town/smooth.ts'
import type { Hill } from './hills.ts'
import { axisAt } from './outline.ts'
import type { RoadClass } from './road-classes.ts'
import { CANALS, MAIN_ROADS } from './skeleton-roads.ts'

/** A line that parts the district: a large road, a road around a hill, or a canal. */
export interface Street {
  name: string
  class: RoadClass
  line: Line
  ref?: string
  /** Runs along the shore or round a hill, and so is never cut off by them. */
  bounds?: true
}

// Drawn by hand in straight strokes; this much sway makes them roads that grew, m.
const SWAY = 26

/** A road that runs up to a hill from both sides of it, this far, m: so that the road round it is part of the net. */
const APPROACH = 900

export interface Foot {
  hill: Hill
  ring: Ring
}

/** @param ring the road round the island @param feet where roads run round the hills */
export function layStreets(ring: Ring, feet: Foot[], wave: Noise): Street[] {
  const swaying = (line: Line): Line =>
    line.map(([x, y]): Point => [x + SWAY * wave(x / 500, y / 500 + 9), y + SWAY * wave(y / 500 + 31, x / 500)])
  return [
    ...shoreRoads(ring),
    ...feet.map(({ hill, ring: foot }): Street => ({ ...named(hill, [...foot, foot[0] as Point]), bounds: true })),
    ...feet.flatMap(({ hill }) => approaches(hill).map((line) => named(hill, line))),
    ...MAIN_ROADS.map(
      ({ name, class: roadClass, ref, through }): Street => ({
        name,
        class: roadClass,
        line: swaying(
          smoothLine(
            through.map(([x, y]): Point => [x * 1000, y * 1000]),
            45,
          ),
        ),
        ...(ref ? { ref } : {}),
      }),
    ),
    ...CANALS.map(
      ({ name, through }): Street => ({
        name,
        class: 'canal',
        line: swaying(
          smoothLine(
            through.map(([x, y]): Point => [x * 1000, y * 1000]),
            40,
          ),
        ),
      }),
    ),
  ]
}

const named = ({ name }: Hill, line: Line): Street => ({ name: `${name}路`, class: 'street', line })

/** A long hill is come to from four sides. */
function approaches(hill: Hill): Line[] {
  const across = hill.turn + Math.PI / 2
  return hill.long > 500 ? [approach(hill, hill.turn), approach(hill, across)] : [approach(hill, hill.turn)]
}

function approach({ at, long }: Hill, turn: number): Line {
  const reach = long + APPROACH
  return Array.from({ length: 41 }, (_, i): Point => {
    const far = (i / 20 - 1) * reach
    return [at[0] + far * Math.cos(turn), at[1] + far * Math.sin(turn)]
  })
}

/** The ring along the shore has four names, as it passes. */
function shoreRoads(ring: Ring): Street[] {
  const nameAt = ([x, y]: Point): string => {
    if (y > axisAt(x)) return x < 600 ? '南江滨西大道' : '南江滨东大道'
    return x < -1700 ? '乌龙江大道' : '螺江大道'
  }
  const out: Street[] = []
  const closed = [...ring, ring[0] as Point]
  for (const [i, place] of closed.entries()) {
    const name = nameAt(place)
    const open = out[out.length - 1]
    if (open) open.line.push(place)
    if (open?.name !== name && i < closed.length - 1) out.push({ name, class: 'main', line: [place], bounds: true })
  }
  return out
}
