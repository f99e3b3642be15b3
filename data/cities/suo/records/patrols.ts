import { type Random, random } from '../../town/random.ts'
import { isWorkingDay, weekdayOf } from './clock.ts'
import { placeOf } from './draft-case.ts'
import { drawWeighted } from './draw-weighted.ts'
import { hazardAt } from './hazards.ts'
import { kerbPoints } from './kerb-points.ts'
import { type InspectionDraft, outing } from './outing.ts'
import type { Spot, Town } from './town.ts'
import { walkOf } from './venue-rounds.ts'

/** How often a street is walked, by class; streets and lanes are not on any route. */
const TURNS: Record<string, number> = { national: 1, main: 3, secondary: 1.5 }
const STEP_METRES = 115

const VENUE_VISITS = [
  ['street-shop', 8, 12],
  ['street-shop', 6, 10],
  ['gas-user', 4, 6],
  ['entertainment', 3, 5],
  ['internet-cafe', 2, 4],
  ['print-shop', 3, 5],
  ['publication-seller', 2, 4],
  ['petrol-station', 1, 2],
  ['gas-station', 1, 2],
] as const

/** Streets with a patrol point about every 115 m, in walking order. */
function routesOf(town: Town): { stops: Spot[]; weight: number }[] {
  const streets = new Map<string, { stops: Spot[]; weight: number }>()
  for (const { location, road, roadClass } of kerbPoints(town, STEP_METRES)) {
    const turns = TURNS[roadClass]
    const spot = town.spotAt(location, null)
    if (turns === undefined || spot.hidden) continue
    const street = streets.get(road) ?? { stops: [], weight: turns }
    street.stops.push(spot)
    streets.set(road, street)
  }
  return [...streets.values()].map(({ stops, weight }) => {
    inWalkingOrder(town, stops)
    const busy = stops.reduce((sum, spot) => sum + spot.busy, 0) / stops.length
    return { stops, weight: weight * (0.5 + busy) }
  })
}

/** From one end to the other, whatever pieces the street is stored in. */
function inWalkingOrder(town: Town, stops: Spot[]): void {
  const points = stops.map(({ location }) => town.plane(location))
  const span = (axis: 0 | 1) => Math.max(...points.map((at) => at[axis])) - Math.min(...points.map((at) => at[axis]))
  const axis = span(0) > span(1) ? 0 : 1
  stops.sort((a, b) => a.location[axis] - b.location[axis])
}

/** The outings of one day from 2025 on: street patrols by day, lamps by night, venues, waste sites. `effort` is 1 for
 *  the last weeks and less before. */
export function patrols(town: Town, seed: number): (day: number, effort: number) => InspectionDraft[] {
  const routes = routesOf(town)
  const weights = routes.map(({ weight }) => weight)
  const walks = VENUE_VISITS.map(([kind]) => walkOf(town, kind))
  const sites = town.spotsOf('construction-waste').filter(({ hidden }) => !hidden)

  /** Nobody stops on the same stone twice. */
  const near = (spot: Spot, dice: Random): Spot => ({ ...spot, ...placeOf(town, spot, dice, 14) })
  const streetPatrol = (day: number, start: number, kind: string, stopCount: number, dice: Random) => {
    const stops: Spot[] = []
    // A short street is walked into the next one.
    for (let tries = 0; stops.length < stopCount && tries < 6; tries++) {
      const route = routes[drawWeighted(weights, dice.next())]
      if (route === undefined) break
      const from = dice.int(0, Math.max(0, route.stops.length - stopCount))
      stops.push(...route.stops.slice(from, from + stopCount - stops.length))
    }
    const plan = {
      day,
      start,
      officers: dice.int(2, 3),
      stops: stops.map((spot) => ({ kind, spot: near(spot, dice) })),
    }
    return outing(town, { ...plan, minutesEach: [6, 14] }, dice)
  }
  const venueRound = (day: number, start: number, dice: Random) => {
    const which = dice.int(0, VENUE_VISITS.length - 1)
    const [kind, least, most] = VENUE_VISITS[which] ?? VENUE_VISITS[0]
    const walk = walks[which] ?? []
    const first = dice.int(0, walk.length - 1)
    const stops = walk.slice(first, first + dice.int(least, most)).map((spot) => ({ kind, spot }))
    const late = kind === 'entertainment' || kind === 'internet-cafe'
    const plan = { day, start: late ? 1190 + dice.range(0, 40) : start, officers: dice.int(2, 4), stops }
    const visits = outing(town, { ...plan, minutesEach: kind === 'street-shop' ? [4, 8] : [12, 22] }, dice)
    for (const visit of visits) {
      const hazard = dice.chance(0.05) && hazardAt(kind, visit.at, dice.chance(0.08) ? 'major' : 'general', dice)
      if (hazard) visit.hazards.push(hazard)
    }
    return visits
  }
  return (day, effort) => {
    const dice = random(seed, `patrols ${day}`)
    const go = (share: number) => dice.chance(share * effort)
    const working = isWorkingDay(day)
    const stops: InspectionDraft[] = []
    const add = (more: InspectionDraft[]) => stops.push(...more)
    if (go(working ? 1 : 0.7)) add(streetPatrol(day, dice.range(500, 545), 'street-patrol', dice.int(7, 10), dice))
    if (working && go(0.55)) add(streetPatrol(day, dice.range(530, 600), 'street-patrol', dice.int(5, 8), dice))
    if (working && go(0.9)) add(streetPatrol(day, dice.range(860, 920), 'street-patrol', dice.int(6, 9), dice))
    if (working && go(0.75)) add(venueRound(day, dice.range(560, 600), dice))
    if (working && go(0.4)) add(venueRound(day, dice.range(870, 910), dice))
    if (go(weekdayOf(day) % 2 === 1 ? 0.8 : 0.15))
      add(streetPatrol(day, dice.range(1215, 1250), 'night-patrol', dice.int(6, 9), dice))
    if (working && weekdayOf(day) === 3 && sites.length > 0 && go(0.9)) {
      const plan = {
        day,
        start: 575,
        officers: 2,
        stops: sites.slice(0, 5).map((spot) => ({ kind: 'waste-site', spot })),
      }
      add(outing(town, { ...plan, minutesEach: [18, 30] }, dice))
    }
    return stops
  }
}
