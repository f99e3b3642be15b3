import { changeAsset } from '../assets/change-asset.ts'
import type { WriteNeeds } from '../assets/run-write.ts'
import { CaseRefused } from '../cases/case-refused.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { Case } from '../contract/case.ts'
import type { Skill } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import type { CrewPlaces } from '../crews/crew-places.ts'
import { CrewRefused } from '../crews/crew-refused.ts'
import { PositionIntake } from '../crews/take-positions.ts'
import type { CityRules } from '../deadlines/open-rules.ts'
import { PhotoRefused } from '../photos/photo-refused.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { CaseWatch } from './case-watch.ts'
import { CrewWatch } from './crew-watch.ts'
import { type DeedNeeds, doDeed } from './do-deed.ts'
import { followAsset, troubleOf } from './follow-asset.ts'
import { type PickSpot, spotPicker } from './pick-spot.ts'
import type { CaseMix } from './plan-report.ts'
import { planTick } from './plan-tick.ts'
import type { Deed } from './simulated.ts'
import { openStreets, type Streets } from './streets.ts'

export interface SimulatorNeeds extends DeedNeeds {
  memory: Pick<CityPicture, 'layer'>
  rules: Pick<CityRules, 'now'>
  places: CrewPlaces
  roads: CityRoads
  assets: WriteNeeds
  mix: CaseMix
  bases: ReadonlyMap<string, LngLat>
  skillOf: (code: string) => Skill | undefined
  /** 1: as in life; 20: what takes 20 minutes takes one. */
  speed: number
  /** Told of what was not done: a race that somebody won by hand, or a fault. */
  onRefused: (deed: Deed['do'] | 'asset', error: unknown) => void
}

/** So long after a pause at most it is driven on: a machine that slept has not moved. */
const LONGEST_STEP_MS = 10_000
const FIRST_REPORT_MS = 4_000

/** The demo city's people at work: one look at what stands, one plan, then the deeds one by one through the verbs. What stands is in the store, so
 *  that a restart goes on from there. */
export class Simulator {
  readonly #needs: SimulatorNeeds
  readonly #cases: CaseWatch
  readonly #crews: CrewWatch
  readonly #streets: Streets
  readonly #pick: PickSpot
  readonly #intake: PositionIntake
  #telling = new Set<Promise<void>>()
  #lastMs: number
  #nextReportMs: number

  constructor(needs: SimulatorNeeds) {
    const { memory, places, roads, bases, speed, now } = needs
    this.#needs = needs
    this.#streets = openStreets(roads)
    this.#pick = spotPicker(memory, this.#streets)
    this.#cases = new CaseWatch(speed)
    this.#crews = new CrewWatch({ places, streets: this.#streets, bases })
    this.#intake = new PositionIntake(needs)
    this.#lastMs = now().getTime()
    this.#nextReportMs = this.#lastMs + FIRST_REPORT_MS
  }

  /** Whatever is due now. Rejects only when the store cannot be read. */
  async tick(): Promise<void> {
    const { area, store, now, speed, rules, mix, actorOf, skillOf } = this.#needs
    const nowMs = now().getTime()
    const passedMs = Math.min(LONGEST_STEP_MS, nowMs - this.#lastMs)
    this.#lastMs = nowMs
    await this.#cases.look(store.db, area, nowMs)
    await this.#crews.look(store.db, area, nowMs)
    const plan = planTick({
      ...{ nowMs, passedMs, speed, mix, actorOf, skillOf, streets: this.#streets, pick: this.#pick },
      ...{ rules: rules.now(), cases: this.#cases.open(), crews: this.#crews.all() },
      kindOf: (of) => mix.kinds.find(({ kind, code }) => kind === of.kind && code === of.code),
      nextReportMs: this.#nextReportMs,
    })
    this.#nextReportMs = plan.nextReportMs
    for (const crew of plan.crews) this.#crews.took(crew)
    for (const deed of plan.deeds) await this.#do(deed, nowMs)
    for (const of of this.#cases.takeChanged()) await this.#follow(of)
  }

  /** Waits for the places that are still being put down. */
  async rest(): Promise<void> {
    await Promise.all(this.#telling)
  }

  async #do(deed: Deed, nowMs: number): Promise<void> {
    const { onRefused } = this.#needs
    if (deed.do === 'tell') {
      const told = this.#intake
        .take(deed.crewId, [deed.position])
        .catch((error: unknown) => onRefused(deed.do, error))
        .finally(() => this.#telling.delete(told))
      this.#telling.add(told)
      return
    }
    try {
      const done = await doDeed(deed, this.#needs)
      if (done && 'case' in done) this.#cases.took(done.case, nowMs)
      if (done && 'crew' in done) this.#tookCrew(done.crew)
    } catch (error) {
      onRefused(deed.do, error)
      if ('id' in deed) this.#cases.letBe(deed.id, nowMs)
    }
  }

  #tookCrew({ crew, seq }: { crew: { id: string } & object; seq: number }): void {
    const known = this.#crews.all().find((one) => one.crew.id === crew.id)
    if (known) this.#crews.took({ ...known, crew: { ...known.crew, ...crew }, seq })
  }

  /** The thing of a case looks as the case stands, whoever brought it there. */
  async #follow(of: Case): Promise<void> {
    const { memory, mix, assets, onRefused } = this.#needs
    if (of.assetId === null) return
    try {
      const [layer, asset] = layerAndThing(memory, of, mix)
      const trouble = asset && troubleOf(mix.kinds, of, asset)
      const patch = layer && asset && trouble && followAsset(of, asset, layer, trouble)
      if (patch)
        await changeAsset({ id: of.assetId, seen: '*', patch }, { actor: 'system:demo', once: undefined }, assets)
    } catch (error) {
      onRefused('asset', error)
    }
  }
}

function layerAndThing(memory: SimulatorNeeds['memory'], { assetId, kind, code }: Case, { kinds }: CaseMix) {
  for (const one of kinds) {
    if (one.kind !== kind || one.code !== code || one.scene.layer === null) continue
    const layer = memory.layer(one.scene.layer)
    const asset = layer?.get(assetId ?? '')
    if (layer && asset) return [layer.definition, asset] as const
  }
  return [] as const
}

/** Whether somebody was faster, rather than that something broke. */
export const isRace = (error: unknown): boolean =>
  error instanceof CaseRefused || error instanceof CrewRefused || error instanceof PhotoRefused
