import type { CaseKind } from '../../data/cities/suo/records/case-kind.ts'
import { drawWeighted } from '../../data/cities/suo/records/draw-weighted.ts'
import { sourceOf } from '../../data/cities/suo/records/source-shares.ts'
import type { Weather } from '../../data/cities/suo/records/weather.ts'
import type { Random } from '../../data/cities/town/random.ts'
import { CaseSource, COMPLAINT_SOURCES } from '../contract/case.ts'
import type { NewReport } from '../contract/case-input.ts'
import { isEvening } from './pace.ts'
import type { PickSpot } from './pick-spot.ts'
import type { Deed, SimCase } from './simulated.ts'

/** What goes wrong in the city, as its own records have it. */
export interface CaseMix {
  kinds: readonly CaseKind[]
  /** Of a day, counted from 1970-01-01. */
  weather: (day: number) => Weather
}

export interface ReportView {
  nowMs: number
  mix: CaseMix
  pick: PickSpot
  cases: readonly SimCase[]
}

/** Emergencies are a little more frequent than in a true year: whoever looks for a quarter of an hour should see one. */
const LEAST_WEIGHT_OF_EMERGENCIES = 1.5
const JOINS = 0.05
const DRAWS = 4
const DAY_MS = 86_400_000

/** The next problem that somebody tells of, and who takes it in; undefined where no place for it was found. */
export function planReport(view: ReportView, dice: Random): Deed | undefined {
  for (let draws = 0; draws < DRAWS; draws++) {
    const kind = view.mix.kinds[drawWeighted(weightsOf(view), dice.next())]
    const spot = kind && view.pick(kind.scene, dice)
    if (!kind || !spot) continue
    const source = CaseSource.parse(sourceOf(kind.eyes, dice.next(), dice.next()))
    const told = COMPLAINT_SOURCES.includes(source)
    const again = told && dice.chance(JOINS) ? view.cases.find(isJoinable(view.nowMs)) : undefined
    const report: NewReport = {
      ...{ source, problem: again?.state.problem ?? dice.pick(kind.problems), kind: kind.kind, code: kind.code },
      ...{ address: again?.state.address ?? spot.address, location: again?.state.location ?? spot.location },
      ...(spot.assetId !== null && !again ? { assetId: spot.assetId } : {}),
      ...(again ? { joins: again.state.id, kind: again.state.kind, code: again.state.code } : {}),
      urgency: kind.pace === 'emergency' && !again ? 'emergency' : 'ordinary',
      ...(told && dice.chance(0.6) ? { reporter: madeUpReporter(dice) } : {}),
    }
    return { do: 'report', by: { post: source === 'patrol' ? 'inspector' : 'acceptor' }, report }
  }
  return undefined
}

function weightsOf({ mix, nowMs }: ReportView): number[] {
  const weather = mix.weather(Math.floor((nowMs + 8 * 3_600_000) / DAY_MS))
  const evening = isEvening(nowMs)
  return mix.kinds.map((kind) => {
    const weight = kind.weight * (kind.weather?.(weather) ?? 1) * (kind.evening === true && !evening ? 0.25 : 1)
    return kind.pace === 'emergency' ? Math.max(weight, LEAST_WEIGHT_OF_EMERGENCIES) : weight
  })
}

const isJoinable =
  (nowMs: number) =>
  ({ state, heldUntilMs }: SimCase): boolean =>
    heldUntilMs <= nowMs && ['received', 'accepted', 'filed'].includes(state.status) && state.reports.length < 4

/** Nobody's: mobile numbers in China do not begin with 100. */
export function madeUpReporter(dice: Random): NonNullable<NewReport['reporter']> {
  const name = `${dice.pick(['张', '李', '王', '次仁', '扎西', '刘', '陈'])}演示`
  return { name, phone: `1000000${String(dice.int(0, 9_999)).padStart(4, '0')}` }
}
