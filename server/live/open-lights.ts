import { setImmediate } from 'node:timers/promises'
import { lightOf } from '../contract/clock.ts'
import type { LiveCase, LivePulse } from '../contract/live.ts'
import { type State, worstOf } from '../contract/state.ts'
import { type Audience, seesCase } from './audience.ts'
import type { CaseFace } from './live-row.ts'

/** An open case, as far as its light and who sees it go; the same object for as long as it stands as it is. */
export type LitCase = CaseFace & Pick<LiveCase, 'clocks'>
export type Lights = NonNullable<LivePulse['lights']>

/** Of the clocks that have not ended; `unknown` where none runs. */
export function worstLight(clocks: LiveCase['clocks'], now: number): State {
  const running = clocks.filter(({ endedAt }) => endedAt === null)
  return running.length ? worstOf(running.map((clock) => lightOf(clock, now))) : 'unknown'
}

interface KnownLight {
  light: State
  fromMs: number
  /** The next instant at which one of its clocks says something else. */
  untilMs: number
}

/** So that 50,000 cases are counted in milliseconds: of them a few change their light between two counts. */
const known = new WeakMap<object, KnownLight>()

/** The light of an open case at an instant, Unix ms. */
export function lightNow(of: LitCase, now: number): State {
  const before = known.get(of)
  if (before && now >= before.fromMs && now < before.untilMs) return before.light
  const light = worstLight(of.clocks, now)
  known.set(of, { light, fromMs: now, untilMs: nextTurn(of.clocks, now) })
  return light
}

/** When that light is another for the first time, Unix ms, if the case stands as it is until then; infinity: never. */
export function nextLight(of: LitCase, now: number): number {
  lightNow(of, now)
  return known.get(of)?.untilMs ?? Number.POSITIVE_INFINITY
}

/** So many take some 10 ms, in which nothing else is answered. */
const SLICE = 1_000

/** Reckons the lights of all these cases in slices, so that the first count of 50,000 finds them known. */
export async function warmLights(cases: Iterable<LitCase>, now: number): Promise<void> {
  let reckoned = 0
  for (const one of [...cases]) {
    lightNow(one, now)
    if (++reckoned % SLICE === 0) await setImmediate()
  }
}

function nextTurn(clocks: LiveCase['clocks'], now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { warnAt, dueAt, endedAt } of clocks) {
    if (endedAt !== null) continue
    // Late is what is past its instant, not at it.
    for (const at of [warnAt === null ? 0 : Date.parse(warnAt), dueAt === null ? 0 : Date.parse(dueAt) + 1])
      if (at > now) next = Math.min(next, at)
  }
  return next
}

/** How many of the open cases that an audience sees have each light. */
export function countLights(cases: Iterable<LitCase>, audience: Audience, now: number): Lights {
  const lights: Lights = {}
  for (const one of cases) {
    if (!seesCase(audience, one)) continue
    const light = lightNow(one, now)
    lights[light] = (lights[light] ?? 0) + 1
  }
  return lights
}
