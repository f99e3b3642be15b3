import type { Geometry, Position } from '../city.ts'
import { first, type Line, type Point, type Polygon, type Ring } from './geometry.ts'

// Degrees to 7 places: 1 cm.
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Metres in a plane around an origin to degrees and back; good to a few kilometres. */
export class Projection {
  readonly #origin: Position
  readonly #metresPerDegree: Point

  constructor(origin: Position) {
    this.#origin = origin
    this.#metresPerDegree = [111320 * Math.cos((origin[1] * Math.PI) / 180), 110880]
  }

  position([x, y]: Point): Position {
    const [mx, my] = this.#metresPerDegree
    return [rounded(this.#origin[0] + x / mx), rounded(this.#origin[1] + y / my)]
  }

  plane([lng, lat]: Position): Point {
    const [mx, my] = this.#metresPerDegree
    return [(lng - this.#origin[0]) * mx, (lat - this.#origin[1]) * my]
  }

  point(place: Point): Geometry {
    return { type: 'Point', coordinates: this.position(place) }
  }

  line(line: Line): Geometry {
    return { type: 'LineString', coordinates: line.map((p) => this.position(p)) }
  }

  lines(lines: Line[]): Geometry {
    if (lines.length === 1) return this.line(first(lines))
    return { type: 'MultiLineString', coordinates: lines.map((line) => line.map((p) => this.position(p))) }
  }

  polygon(polygon: Polygon): Geometry {
    return { type: 'Polygon', coordinates: polygon.map((ring) => this.#closed(ring)) }
  }

  polygons(polygons: Polygon[]): Geometry {
    if (polygons.length === 1) return this.polygon(first(polygons))
    return { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.map((ring) => this.#closed(ring))) }
  }

  #closed(ring: Ring): Position[] {
    return [...ring, first(ring)].map((p) => this.position(p))
  }
}
