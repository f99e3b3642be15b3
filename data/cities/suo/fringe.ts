import { offset } from '../town/clipping.ts'
import { frameAt, rectangle } from '../town/frame.ts'
import { blob, first, type Point, type Ring } from '../town/geometry.ts'
import { along, leftOf, lineLength } from '../town/line.ts'
import type { Random } from '../town/random.ts'
import { buildCourtyard } from './courtyards.ts'
import type { Obstacles } from './obstacles.ts'
import { build, type Site } from './site.ts'
import type { Network } from './street-network.ts'

/** Streets at which the town ends, and south of the river the last one before the fields. */
const OUTER = ['物流路', '西环路', '河东路', '水厂路', '东环路', '那曲路', '南山路', '滨河南路']

/** A real town does not end at a clean street: it frays into yards, sheds and rubble. Returns the ground taken. */
export function buildFringe(
  site: Site,
  network: Network,
  { obstacles, heightAt }: { obstacles: Obstacles; heightAt: (p: Point) => number },
  chance: Random,
): Ring[] {
  const taken: Ring[] = []
  for (const road of network.roads.filter(({ name }) => OUTER.includes(name))) {
    const length = lineLength(road.line)
    for (let metres = chance.range(5, 25); metres < length; metres += chance.range(9, 22))
      for (const side of [1, -1]) {
        const station = along(road.line, metres)
        // Thick along the street, thin away from it.
        const away = road.width / 2 + 13 + 62 * chance.next() ** 2.2
        const centre = leftOf(station, side * away)
        const [w, h] = [chance.range(11, 24), chance.range(11, 20)]
        const angle = Math.atan2(station.direction[1], station.direction[0]) + chance.range(-0.14, 0.14)
        const frame = frameAt(centre, angle)
        const plot = rectangle(frame, -w / 2, -h / 2, w / 2, h / 2)
        const clear = offset([[plot]], 1.5)[0]
        if (!clear || obstacles.hits(clear) || tooSteep(centre, heightAt)) continue
        obstacles.add(clear, 'built')
        taken.push(first(clear))
        furnish(site, plot, chance)
      }
  }
  return taken
}

const tooSteep = ([x, y]: Point, heightAt: (p: Point) => number): boolean =>
  Math.abs(heightAt([x + 12, y]) - heightAt([x - 12, y])) > 4

function furnish(site: Site, plot: Ring, chance: Random): void {
  const kind = chance.next()
  const [a, b, c] = plot as [Point, Point, Point, Point]
  const frame = frameAt(a, Math.atan2(b[1] - a[1], b[0] - a[0]))
  const [width, height] = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])]
  if (kind < 0.4) {
    buildCourtyard(site, plot, chance)
  } else if (kind < 0.72) {
    // A works yard: a wall, one long shed, often a second.
    site.walls.push({ ring: plot, kind: 'court' })
    site.yards.push({ ring: plot, kind: 'work' })
    build(site, { ring: rectangle(frame, 1, height - 6, width - 1, height - 1), kind: 'shed', floors: 1 })
    if (chance.chance(0.4)) build(site, { ring: rectangle(frame, 1, 1, 5.5, height - 8), kind: 'shed', floors: 1 })
  } else if (kind < 0.86) {
    build(site, {
      ring: rectangle(frame, width * 0.2, height * 0.2, width * 0.75, height * 0.65),
      kind: 'shed',
      floors: 1,
    })
  } else {
    const lumps = chance.range(0, 6)
    const ring = blob(9, (t) =>
      frame.at(
        width * (0.5 + 0.38 * Math.cos(t) * (1 + 0.2 * Math.sin(2 * t + lumps))),
        height * (0.5 + 0.36 * Math.sin(t) * (1 + 0.2 * Math.cos(3 * t + lumps))),
      ),
    )
    site.yards.push({ ring, kind: 'rubble' })
  }
}
