import { dateIn } from '../../town/dates.ts'
import { first, type Point } from '../../town/geometry.ts'
import type { Random } from '../../town/random.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import type { RoadClass } from '../road-classes.ts'
import { circuitsOf } from './circuits.ts'
import type { Stand } from './lay-kerb.ts'
import type { Needs } from './needs.ts'

const POSTS: Partial<Record<RoadClass, { heightM: number; powerW: number }>> = {
  national: { heightM: 12, powerW: 250 },
  main: { heightM: 12, powerW: 220 },
  secondary: { heightM: 9, powerW: 150 },
  street: { heightM: 7, powerW: 80 },
  lane: { heightM: 5, powerW: 40 },
}

/** Lamps behind the kerbs, on circuits with a cabinet each. */
export function placeLamps({ projection, register, roadName, chance: chanceOf }: Needs, lamps: Stand<Point>[]): void {
  const chance = chanceOf('lamps')
  const nextLamp = numberByRoad('路灯')
  const nextCabinet = numberByRoad('路灯配电箱')
  circuitsOf(lamps).forEach((circuit, i) => {
    const head = first(circuit)
    const headRoad = roadName(head.road, head.place)
    const name = `C${String(i + 1).padStart(4, '0')}`
    const installedOn = dateIn(chance, 2010, 2024)
    const lampType = installedOn < '2015' && head.road.class !== 'lane' ? 'sodium' : 'led'
    const watts = ({ road }: Stand<Point>) =>
      Math.round((POSTS[road.class]?.powerW ?? 60) * (lampType === 'led' ? 0.7 : 1))
    const status = statusBy(chance, 'closed', { 'no-answer': 0.004, fault: 0.003 })
    const cabinet = register.add({
      layer: 'light-cabinets',
      name: nextCabinet(headRoad),
      status,
      code: '01060',
      geometry: projection.point(head.kind),
      fields: {
        circuit: name,
        road: headRoad,
        lampCount: circuit.length,
        ratedKw: Math.round((circuit.reduce((sum, lamp) => sum + watts(lamp), 0) / 1000) * 1.25 * 10) / 10,
        installedOn,
      },
    })
    for (const lamp of circuit) {
      const road = roadName(lamp.road, lamp.place)
      register.add({
        layer: 'streetlights',
        name: nextLamp(road),
        status: status === 'no-answer' ? 'no-answer' : lampStatus(lamp.road.class, chance),
        code: '01037',
        geometry: projection.point(lamp.place),
        fields: {
          roadClass: lamp.road.class,
          road,
          circuit: name,
          cabinet,
          lampType,
          powerW: watts(lamp),
          heightM: POSTS[lamp.road.class]?.heightM ?? 6,
          installedOn,
        },
      })
    }
  })
}

// A lit rate of 98 % and a little more, as the indicators ask.
function lampStatus(roadClass: RoadClass, chance: Random): string {
  const status = statusBy(chance, 'on', { fault: 0.006, reported: 0.004, 'no-answer': 0.0004, off: 0.01 })
  // The energy plan dims small streets late at night.
  if (status === 'on' && (roadClass === 'street' || roadClass === 'lane') && chance.chance(0.22)) return 'dimmed'
  return status
}
