import { offset } from '../../town/clipping.ts'
import type { Line } from '../../town/geometry.ts'
import type { Skeleton } from '../network.ts'
import type { Outline } from '../outline.ts'
import { ROAD_SHAPES, type RoadClass } from '../road-classes.ts'
import type { Road } from '../streets.ts'

/** Roads over the river, as far as they are drawn. */
export const bridgeRoads = ({ outside }: Skeleton): Road[] =>
  outside
    .filter(({ class: kind }) => kind !== 'canal')
    .map(({ line, class: kind, name, ref = '' }) => road(line, kind, name, ref))

/** The roads along the other banks: where the bridges end, and the neighbours' towns begin. */
export function bankRoads({ north, south }: Outline): Road[] {
  return [
    road(aside(north, 130), 'main', '江滨大道', ''),
    road(aside(north, 780), 'secondary', '', ''),
    road(aside(south, -150), 'main', '乌龙江南大道', ''),
  ]
}

const road = (line: Line, kind: RoadClass, name: string, ref: string): Road => ({
  ...{ line, class: kind, name, ref },
  width: ROAD_SHAPES[kind].carriageway,
})

/** A line beside a bank; by offsetting a band, so that it does not fold where the bank bends. */
function aside(bank: Line, metres: number): Line {
  const deep = metres > 0 ? 9000 : -9000
  const band = [...bank, ...bank.toReversed().map(([x, y]): [number, number] => [x, y + deep])]
  const [inner = []] = offset([[band]], -Math.abs(metres), 'round').map(([outer = []]) => outer)
  const edge = inner.filter(([, y], i) => {
    const [x] = inner[i] ?? [0]
    const near = bank.reduce((best, other) => (Math.abs(other[0] - x) < Math.abs(best[0] - x) ? other : best))
    return Math.abs(y - near[1]) < Math.abs(metres) * 3
  })
  return edge.sort((a, b) => a[0] - b[0]).filter(([x]) => Math.abs(x) < 11400)
}
