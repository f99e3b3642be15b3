import type { Skill } from '../../../../server/contract/crew.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { crowMinutes } from '../../../../server/insight/day-plan/crow-minutes.ts'
import { makeProblem, type PlanCase, type PlanCrew, type Problem } from '../../../../server/insight/day-plan/problem.ts'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'

export const DAY_MS = Date.parse('2026-05-06T08:00:00+08:00')
const MINUTE = 60_000

/** Made-up days of a town of 8 × 8 km: crews with two skills each, half of the cases in a few busy places, one in twenty an emergency. */
export interface MadeDay {
  cases: number
  crews: number
  seed: number
  /** Minutes within which cases are due, evenly. */
  dueWithin?: number
}

/** Straight across × 1.4 at 25 km/h. */
export const MADE_MINUTES = crowMinutes({
  ...{ source: 'test', kmh: {}, otherKmh: 25, truckTimes: 1, walkKmh: 5, crowTimes: 1.4 },
  ...{ slowed: {}, closed: [], trucks: [] },
})

const SKILLS: readonly Skill[] = ['lighting', 'drainage', 'sanitation', 'order']
const CENTRE: LngLat = [93.785, 31.886]
const place = (east: number, north: number): LngLat => [
  CENTRE[0] + east / (111_320 * Math.cos((CENTRE[1] * Math.PI) / 180)),
  CENTRE[1] + north / 110_574,
]

export function madeDay({ cases, crews, seed, dueWithin = 540 }: MadeDay): { cases: PlanCase[]; crews: PlanCrew[] } {
  const random = seeded(seed * 7_919 + cases)
  const anywhere = (): [number, number] => [(random() - 0.5) * 8_000, (random() - 0.5) * 8_000]
  const busy = Array.from({ length: 5 }, anywhere)
  const spot = (): LngLat => {
    const [east, north] = busy[Math.floor(random() * 10)] ?? anywhere()
    return place(east + (random() - 0.5) * 800, north + (random() - 0.5) * 800)
  }
  const skill = (at: number): Skill => SKILLS[at % SKILLS.length] ?? 'order'
  return {
    cases: Array.from({ length: cases }, (_, index) => {
      const isEmergency = random() < 0.05
      return {
        ...{
          id: `case-${index}`,
          location: spot(),
          skill: skill(Math.floor(random() * 4)),
          unitGrid: null,
          only: null,
        },
        dueMs: DAY_MS + (isEmergency ? 30 + random() * 120 : 20 + random() * dueWithin) * MINUTE,
        ...{ weight: isEmergency ? 10 : 1, serviceMinutes: Math.round(12 + random() * 30) },
      }
    }),
    crews: Array.from({ length: crews }, (_, index) => ({
      ...{ id: `crew-${index}`, location: place(...anywhere()), skills: [skill(index), skill(index + 1)] },
      ...{
        areas: ['540626'],
        capacity: 60,
        vehicle: 'car' as const,
        availableFromMs: DAY_MS,
        shiftEndMs: DAY_MS + 600 * MINUTE,
      },
    })),
  }
}

export function madeProblem(of: MadeDay): Problem {
  const { cases, crews } = madeDay(of)
  return makeProblem(cases, crews, { atMs: DAY_MS, minutesBetween: MADE_MINUTES })
}
