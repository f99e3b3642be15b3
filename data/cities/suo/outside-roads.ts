import { lerp, smoothstep } from '../town/curve.ts'
import type { Line, Point } from '../town/geometry.ts'
import { rounded } from '../town/line.ts'
import type { Street } from './placed-streets.ts'
import { LANDFILL_STREAM, type Stream } from './streams.ts'
import type { Valley } from './valley.ts'

/** s and metres above the foot of the slope of the monastery, on its spur. */
export const MONASTERY = { s: -455, above: 255 }

/** Roads that are no part of the block network: the pilgrims' track and the road up to the landfill. */
export function outsideRoads(valley: Valley, streams: Stream[]): Street[] {
  return [
    { name: '朝圣路', class: 'track', line: pilgrimTrack(valley) },
    { name: '填埋场路', class: 'street', line: landfillRoad(valley, streams) },
  ]
}

function pilgrimTrack({ at, northWidth }: Valley): Line {
  const turns: Point[] = [
    [-730, 2],
    [-690, 60],
    [-600, 105],
    [-480, 112],
    [-380, 118],
    [-318, 140],
    [-330, 175],
    [-370, 190],
    [-400, 205],
  ]
  const foot = (s: number) => lerp(northWidth(s), northWidth(MONASTERY.s), smoothstep(-700, -600, s))
  return rounded(
    turns.map(([s, above]) => at(s, foot(s) + above)),
    3,
  )
}

function landfillRoad({ at, northWidth }: Valley, streams: Stream[]): Line {
  const stream = streams[LANDFILL_STREAM]
  if (!stream) return []
  const foot = northWidth(2640)
  const line: Line = [at(stream.sAt(northWidth(2720)) + 14, northWidth(2720))]
  for (let t = foot + 30; t < foot + 640; t += 30) line.push(at(stream.sAt(t) + 20, t))
  return line
}
