import { finishesOf, latenessOf, legOf, type Routes, routeCost } from './plan-cost.ts'
import { DRIVING_WEIGHT, type Problem } from './problem.ts'

/** Where a case goes, and what it adds to the cost. */
export interface Spot {
  crew: number
  at: number
  cost: number
}

/** A plan that is being changed: it knows its cost, and can go back to what it was. */
export class WorkingPlan {
  readonly of: Problem
  readonly routes: Routes
  /** Crew of each case, -1: left over. */
  readonly crewOf: Int32Array
  readonly suited: readonly (readonly number[])[]
  cost: number
  #finishes: number[][]
  #costs: number[]
  readonly #before = new Map<number, number[]>()
  #costBefore: number

  constructor(of: Problem, routes: Routes) {
    this.of = of
    this.routes = routes.map((route) => [...route])
    this.crewOf = new Int32Array(of.cases).fill(-1)
    this.suited = Array.from({ length: of.cases }, (_, index) =>
      Array.from({ length: of.crews }, (_, crew) => crew).filter((crew) => of.suits[crew * of.cases + index]),
    )
    this.routes.forEach((route, crew) => {
      for (const index of route) this.crewOf[index] = crew
    })
    this.#finishes = this.routes.map((route, crew) => finishesOf(of, crew, route))
    this.#costs = this.routes.map((route, crew) => routeCost(of, crew, route))
    this.cost = this.#costs.reduce((sum, cost) => sum + cost, 0)
    for (let index = 0; index < of.cases; index += 1)
      if ((this.crewOf[index] ?? -1) < 0) this.cost += of.left[index] ?? 0
    this.#costBefore = this.cost
  }

  /** What is changed from here on can be taken back. */
  mark(): void {
    this.#before.clear()
    this.#costBefore = this.cost
  }

  takeBack(): void {
    for (const crew of this.#before.keys()) for (const index of this.routes[crew] ?? []) this.crewOf[index] = -1
    for (const [crew, route] of this.#before) {
      this.#set(crew, route)
      for (const index of route) this.crewOf[index] = crew
    }
    this.cost = this.#costBefore
    this.#before.clear()
  }

  remove(crew: number, from: number, count: number): number[] {
    this.#keep(crew)
    const route = [...(this.routes[crew] ?? [])]
    const taken = route.splice(from, count)
    this.cost -= this.#costs[crew] ?? 0
    this.#set(crew, route)
    this.cost += this.#costs[crew] ?? 0
    for (const index of taken) {
      this.crewOf[index] = -1
      this.cost += this.of.left[index] ?? 0
    }
    return taken
  }

  insert(index: number, { crew, at }: Spot): void {
    this.#keep(crew)
    const route = [...(this.routes[crew] ?? [])]
    route.splice(at, 0, index)
    this.cost -= (this.#costs[crew] ?? 0) + (this.of.left[index] ?? 0)
    this.#set(crew, route)
    this.cost += this.#costs[crew] ?? 0
    this.crewOf[index] = crew
  }

  /** The cheapest place of a case in a route; undefined where it has none that costs less than `below`. `skips`: leaves a place out, so that the
   *  search does not always do the same. */
  spotIn(crew: number, index: number, below: number, skips?: () => boolean): Spot | undefined {
    const { of } = this
    const route = this.routes[crew] ?? []
    if (route.length >= (of.capacity[crew] ?? 0)) return undefined
    const finishes = this.#finishes[crew] ?? []
    const slack = (of.end[crew] ?? 0) - (finishes.at(-1) ?? of.start[crew] ?? 0)
    const service = of.service[index] ?? 0
    let spot: Spot | undefined
    let least = below
    for (let at = 0; at <= route.length; at += 1) {
      if (skips?.()) continue
      const from = route[at - 1] ?? -1
      const there = legOf(of, crew, from, index)
      const next = route[at]
      const onward = next === undefined ? 0 : legOf(of, crew, index, next) - legOf(of, crew, from, next)
      const delay = there + service + onward
      if (delay > slack + 1e-9) continue
      const finish = (at > 0 ? (finishes[at - 1] ?? 0) : (of.start[crew] ?? 0)) + there + service
      let cost = DRIVING_WEIGHT * (there + onward) + latenessOf(of, index, finish)
      // Nobody waits for anything, so all that comes later is later by the same.
      for (let later = at; later < route.length && cost < least; later += 1) {
        const [other, was] = [route[later] ?? 0, finishes[later] ?? 0]
        const due = of.due[other] ?? 0
        if (was + delay > due) cost += (of.weight[other] ?? 0) * (was + delay - Math.max(was, due))
        else if (was > due) cost += latenessOf(of, other, was + delay) - latenessOf(of, other, was)
      }
      if (cost < least) {
        least = cost
        spot = { crew, at, cost }
      }
    }
    return spot
  }

  #keep(crew: number): void {
    if (!this.#before.has(crew)) this.#before.set(crew, this.routes[crew] ?? [])
  }

  #set(crew: number, route: number[]): void {
    this.routes[crew] = route
    this.#finishes[crew] = finishesOf(this.of, crew, route)
    this.#costs[crew] = routeCost(this.of, crew, route)
  }
}
