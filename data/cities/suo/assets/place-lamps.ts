import { dateIn } from '../../town/dates.ts'
import { distance, first, type Point } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import type { Random } from '../../town/random.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import { isUrban } from '../road-book.ts'
import type { RoadClass } from '../road-classes.ts'
import type { Road } from '../street-network.ts'
import type { Needs } from './needs.ts'

interface Lamp {
  place: Point
  /** Place for a cabinet beside it, further from the kerb. */
  behind: Point
  class: RoadClass
  road: string
}

/** Metres between posts; on both sides, in turns, or on one. */
const ROWS: Partial<Record<RoadClass, { spacing: number; sides: 'both' | 'turns' | 'one'; leftOut: number }>> = {
  national: { spacing: 40, sides: 'both', leftOut: 0 },
  main: { spacing: 31, sides: 'both', leftOut: 0 },
  secondary: { spacing: 33, sides: 'turns', leftOut: 0 },
  street: { spacing: 44, sides: 'one', leftOut: 0 },
  // The lanes are where a planner finds the gaps.
  lane: { spacing: 50, sides: 'one', leftOut: 0.3 },
}

const POSTS: Partial<Record<RoadClass, { heightM: number; powerW: number }>> = {
  national: { heightM: 12, powerW: 250 },
  main: { heightM: 10, powerW: 180 },
  secondary: { heightM: 8, powerW: 120 },
  street: { heightM: 6, powerW: 60 },
  lane: { heightM: 5, powerW: 40 },
}

const KERB_TO_POST = 0.7
const LAMPS_A_CIRCUIT = 46
const FEWEST_A_CIRCUIT = 12

/** Lamps behind the kerbs, on circuits with a cabinet each. */
export function placeLamps({ town, roads, projection, register, chance: chanceOf }: Needs): void {
  const chance = chanceOf('lamps')
  const lamps = town.network.roads.flatMap((road) =>
    lampsAlong(road, chance, (place) => isUrban(town.valley, place) && !roads.onCarriageway(place)).map((lamp) => ({
      ...lamp,
      road: road.name || (roads.nearestNamed(lamp.place, 160)?.name ?? '无名巷'),
    })),
  )
  const nextLamp = numberByRoad('路灯')
  const nextCabinet = numberByRoad('路灯配电箱')
  circuitsOf(lamps).forEach((circuit, i) => {
    const head = first(circuit)
    const name = `C${String(i + 1).padStart(3, '0')}`
    const installedOn = dateIn(chance, 2013, 2022, true)
    const lampType = installedOn < '2016' && head.class !== 'lane' ? 'sodium' : 'led'
    const watts = (lamp: Lamp) => Math.round((POSTS[lamp.class]?.powerW ?? 60) * (lampType === 'sodium' ? 1 : 0.7))
    const cabinet = register.add({
      layer: 'light-cabinets',
      name: nextCabinet(head.road),
      status: statusBy(chance, 'closed', { 'no-answer': 0.02 }),
      code: '01060',
      geometry: projection.point(head.behind),
      fields: {
        circuit: name,
        road: head.road,
        lampCount: circuit.length,
        ratedKw: Math.round((circuit.reduce((sum, lamp) => sum + watts(lamp), 0) / 1000) * 1.25 * 10) / 10,
        installedOn,
      },
    })
    for (const lamp of circuit)
      register.add({
        layer: 'streetlights',
        name: nextLamp(lamp.road),
        status: lampStatus(lamp, chance),
        code: '01037',
        geometry: projection.point(lamp.place),
        fields: {
          roadClass: lamp.class,
          road: lamp.road,
          circuit: name,
          cabinet,
          lampType,
          powerW: watts(lamp),
          heightM: POSTS[lamp.class]?.heightM ?? 6,
          installedOn,
        },
      })
  })
}

function lampsAlong(road: Road, chance: Random, stands: (place: Point) => boolean): Omit<Lamp, 'road'>[] {
  const row = ROWS[road.class]
  if (!row) return []
  const lamps: Omit<Lamp, 'road'>[] = []
  const length = lineLength(road.line)
  const oneSide = chance.chance(0.5) ? 1 : -1
  let turn = oneSide
  for (let metres = row.spacing * 0.45; metres < length - 3; metres += row.spacing) {
    if (chance.chance(row.leftOut)) continue
    turn = -turn
    const station = along(road.line, metres)
    for (const side of row.sides === 'both' ? [1, -1] : [row.sides === 'turns' ? turn : oneSide]) {
      const away = road.width / 2 + KERB_TO_POST
      const place = leftOf(station, side * away)
      if (stands(place)) lamps.push({ place, behind: leftOf(station, side * (away + 1.6)), class: road.class })
    }
  }
  return lamps
}

/** The lamps of a road in even circuits; a lane with few joins the circuit of its nearest neighbour. */
function circuitsOf(lamps: Lamp[]): Lamp[][] {
  const byRoad = new Map<string, Lamp[]>()
  for (const lamp of lamps) {
    const row = byRoad.get(lamp.road)
    if (row) row.push(lamp)
    else byRoad.set(lamp.road, [lamp])
  }
  const circuits: Lamp[][] = []
  const rows = [...byRoad.values()].sort((a, b) => b.length - a.length)
  for (const row of rows) {
    if (row.length >= FEWEST_A_CIRCUIT || circuits.length === 0) {
      const count = Math.ceil(row.length / LAMPS_A_CIRCUIT)
      const size = Math.ceil(row.length / count)
      for (let i = 0; i < row.length; i += size) circuits.push(row.slice(i, i + size))
      continue
    }
    nearestCircuit(circuits, first(row).place).push(...row)
  }
  return circuits
}

function nearestCircuit(circuits: Lamp[][], place: Point): Lamp[] {
  const metresTo = (circuit: Lamp[]) => Math.min(...circuit.map((lamp) => distance(lamp.place, place)))
  return circuits
    .filter((circuit) => circuit.length < LAMPS_A_CIRCUIT * 1.5)
    .map((circuit) => ({ circuit, metres: metresTo(circuit) }))
    .reduce((best, other) => (other.metres < best.metres ? other : best)).circuit
}

function lampStatus(lamp: Lamp, chance: Random): string {
  const status = statusBy(chance, 'on', { fault: 0.008, reported: 0.004, 'no-answer': 0.004, off: 0.015 })
  // The energy plan dims small streets late at night.
  if (status === 'on' && (lamp.class === 'street' || lamp.class === 'lane') && chance.chance(0.34)) return 'dimmed'
  return status
}
