import { buffer, difference, offset, opened, sideways, union } from '../town/clipping.ts'
import { type Curve, clamp, lerp, smoothstep } from '../town/curve.ts'
import { blob, type Polygon, polygonArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Stream } from './streams.ts'
import { VALLEY, type Valley } from './valley.ts'

export interface River {
  /** t of the north and (below 0) the south edge of the gravel channel. */
  northEdge: Curve
  southEdge: Curve
  /** t of the main thread's middle. */
  thread: Curve
}

/** The embankment through the town stands this far north of the axis. */
const EMBANKMENT_T = 56

export function makeRiver(valley: Valley): River {
  const { wave } = valley
  const northEdge = (s: number) => {
    const inTown = smoothstep(-1750, -1450, s) * (1 - smoothstep(1500, 1800, s))
    return lerp(64 + 22 * wave(s / 330, 5), EMBANKMENT_T, inTown)
  }
  const southEdge = (s: number) => -(78 + 30 * wave(s / 300, 6) + 14 * wave(s / 120, 7))
  const thread = wandering({ northEdge, southEdge }, 27, (s) => 1.25 * wave(s / 310, 10) + 0.35 * wave(s / 120, 11))
  return { northEdge, southEdge, thread }
}

/** A line that wanders within the channel, `margin` metres from its edges. */
function wandering(
  { northEdge, southEdge }: Pick<River, 'northEdge' | 'southEdge'>,
  margin: number,
  sway: Curve,
): Curve {
  return (s) => {
    const half = (northEdge(s) - southEdge(s)) / 2 - margin
    return (northEdge(s) + southEdge(s)) / 2 + clamp(sway(s), -1, 1) * half
  }
}

export interface Waters {
  channel: Polygon
  river: Polygon[]
  grassBars: Polygon[]
  streams: Polygon[]
}

/** Three threads of water in a gravel channel: where they part, islands appear by themselves. */
export function makeWaters(valley: Valley, river: River, streams: Stream[], chance: Random): Waters {
  const { wave } = valley
  const side = wandering(river, 14, (s) => 1.5 * wave(s / 260, 13) + 0.4 * wave(s / 90, 14))
  const third = wandering(river, 10, (s) => 1.7 * wave(s / 200, 15))
  const ribbon = (middle: Curve, half: Curve) =>
    valley.band(
      (s) => middle(s) + half(s),
      (s) => middle(s) - half(s),
      VALLEY.from,
      VALLEY.to,
      14,
    )
  const threads = [
    ribbon(river.thread, (s) => 19 + 6 * wave(s / 260, 8) + 3 * wave(s / 90, 9)),
    ribbon(side, (s) => 6.5 + 3 * wave(s / 150, 12)),
    ribbon(third, () => 3.6),
  ]
  const channel = valley.band(river.northEdge, river.southEdge, VALLEY.from, VALLEY.to)
  const water = sideways((...sets) => opened(union(sets.flat()), 2, 'round'), threads)
  return {
    channel,
    river: water,
    grassBars: sideways((a = [], b = []) => offset(difference(a, b), -2), grass(valley, river, chance), water).filter(
      (polygon) => polygonArea(polygon) > 60,
    ),
    streams: streams.flatMap(streamArea),
  }
}

function grass(valley: Valley, river: River, chance: Random): Polygon[] {
  const out: Polygon[] = []
  for (let s = VALLEY.from; s < VALLEY.to; s += chance.range(60, 190)) {
    const t = lerp(river.southEdge(s) + 8, river.northEdge(s) - 8, chance.next())
    const [long, wide, phase] = [chance.range(16, 46), chance.range(5, 13), chance.range(0, 6)]
    out.push([
      blob(14, (a) =>
        valley.at(
          s + long * Math.cos(a) * (1 + 0.2 * Math.sin(3 * a + phase)),
          t + wide * Math.sin(a) * (1 + 0.25 * Math.sin(2 * a + phase)),
        ),
      ),
    ])
  }
  return out
}

/** Three widths, getting narrower upstream; above the last a stream is only a line. */
function streamArea({ line, width }: Stream): Polygon[] {
  const reaches: [from: number, to: number, share: number][] = [
    [0, 90, 0.5],
    [88, 190, 0.36],
    [188, 400, 0.24],
  ]
  return union(reaches.flatMap(([from, to, share]) => buffer([line.slice(from, to)], width * share)))
}
