import type { Part, StreetMap } from './street-map.ts'

/** Where another street meets a part of a road. */
export interface Meeting {
  metres: number
  name: string
  /** Of that street. */
  halfWidth: number
}

/** A road drawn up to the kerb of another one meets it: half of its width, and a pavement. */
const BESIDE_KERB_METRES = 6
/** Meetings with one street so near each other are one: a road drawn in two lines. */
const SAME_METRES = 40

type Four = [number, number, number, number]

/** By part, where other streets cross it or lead into it, in the order along it. */
export function crossStreets(map: StreetMap): Meeting[][] {
  const steps = crossStreetsInSteps(map)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As crossStreets, a stretch of a street at a time. */
export function* crossStreetsInSteps(map: StreetMap): Generator<void, Meeting[][]> {
  const found: Meeting[][] = map.parts.map(() => [])
  const meet = (part: Part, metres: number, { street, halfWidth }: Part): void => {
    found[part.index]?.push({ metres, name: street.name, halfWidth })
  }
  for (let segment = 0; segment < map.segmentPart.length; segment++) {
    yield
    const part = map.parts[map.segmentPart[segment] as number] as Part
    const at = map.segmentAt[segment] as number
    const [x, y, u, v] = part.points.subarray(at * 2, at * 2 + 4) as unknown as Four
    const [west, south, east, north] = [Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)]
    for (const other of map.tree?.search(west, south, east, north) ?? []) {
      const crossed = map.parts[map.segmentPart[other] as number] as Part
      if (other <= segment || crossed.street === part.street) continue
      const otherAt = map.segmentAt[other] as number
      const shares = crossing([x, y, u, v], crossed.points.subarray(otherAt * 2, otherAt * 2 + 4) as unknown as Four)
      if (!shares) continue
      meet(part, alongOf(part, at, shares[0]), crossed)
      meet(crossed, alongOf(crossed, otherAt, shares[1]), part)
    }
  }
  for (const part of map.parts) {
    yield
    for (const end of [0, part.along.length - 1]) leadInto(map, part, end, meet)
  }
  return found.map(inOrder)
}

const alongOf = ({ along }: Part, at: number, share: number): number =>
  (along[at] as number) + ((along[at + 1] as number) - (along[at] as number)) * share

/** The end of a part that lies on another road: it leads into that, and begins at it. */
function leadInto(
  map: StreetMap,
  part: Part,
  end: number,
  meet: (part: Part, metres: number, other: Part) => void,
): void {
  const [x, y] = [part.points[end * 2] as number, part.points[end * 2 + 1] as number]
  const near = BESIDE_KERB_METRES
  for (const segment of map.tree?.search(x - near, y - near, x + near, y + near) ?? []) {
    const other = map.parts[map.segmentPart[segment] as number] as Part
    if (other.street === part.street) continue
    const at = map.segmentAt[segment] as number
    const [ax, ay, bx, by] = other.points.subarray(at * 2, at * 2 + 4) as unknown as Four
    const square = (bx - ax) ** 2 + (by - ay) ** 2
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
    if (Math.hypot(ax + (bx - ax) * share - x, ay + (by - ay) * share - y) > other.halfWidth + near) continue
    meet(other, alongOf(other, at, share), part)
    meet(part, part.along[end] as number, other)
  }
}

function crossing([ax, ay, bx, by]: Four, [cx, cy, dx, dy]: Four): [first: number, second: number] | undefined {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy]
  const area = ux * vy - uy * vx
  if (area === 0) return undefined
  const first = ((cx - ax) * vy - (cy - ay) * vx) / area
  const second = ((cx - ax) * uy - (cy - ay) * ux) / area
  return first >= 0 && first <= 1 && second >= 0 && second <= 1 ? [first, second] : undefined
}

function inOrder(meetings: Meeting[]): Meeting[] {
  const kept: Meeting[] = []
  for (const one of meetings.sort((a, b) => a.metres - b.metres))
    if (!kept.some(({ name, metres }) => name === one.name && one.metres - metres < SAME_METRES)) kept.push(one)
  return kept
}

/** The streets between which a stretch lies; null: the road's beginning or end. */
export function sectionOf(
  meetings: readonly Meeting[],
  { from, to }: { from: number; to: number },
): { fromStreet: string | null; toStreet: string | null } {
  // A thing at a corner stands a few metres past the middle of the crossing.
  const corner = 15
  const before = meetings.findLast(({ metres }) => metres <= from + corner)
  const after = meetings.find(({ metres }) => metres >= to - corner && metres > (before?.metres ?? -1))
  return { fromStreet: before?.name ?? null, toStreet: after?.name ?? null }
}
