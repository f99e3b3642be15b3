import type { MadeAsset } from '../city.ts'
import { surveyGrade } from './survey-grade.ts'

/** Gives things their codes as they are entered: area, type code, and a number that runs within the type. */
export class Register {
  readonly assets: MadeAsset[] = []
  readonly #area: string
  readonly #counts = new Map<string, number>()

  constructor(area: string) {
    this.#area = area
  }

  add(asset: Omit<MadeAsset, 'id'>): string {
    const count = (this.#counts.get(asset.code) ?? 0) + 1
    this.#counts.set(asset.code, count)
    return this.enter(`${this.#area}${asset.code}${String(count).padStart(6, '0')}`, asset)
  }

  /** For what has a code of its own. */
  enter(id: string, asset: Omit<MadeAsset, 'id'>): string {
    const accuracy = surveyGrade(id, asset)
    this.assets.push({ id, ...asset, fields: accuracy === undefined ? asset.fields : { ...asset.fields, accuracy } })
    return id
  }
}

/** Numbers things of one kind along each road: 人民路 路灯 037. */
export function numberByRoad(kind: string): (road: string) => string {
  const counts = new Map<string, number>()
  return (road) => {
    const count = (counts.get(road) ?? 0) + 1
    counts.set(road, count)
    return `${road} ${kind} ${String(count).padStart(3, '0')}`
  }
}
