import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CaseRefused } from '../../../server/cases/case-refused.ts'
import { nextCase, type OwnAction, type OwnAsk } from '../../../server/cases/next-case.ts'
import { openCase } from '../../../server/cases/open-case.ts'
import type { Case } from '../../../server/contract/case.ts'
import { NewReport } from '../../../server/contract/case-input.ts'
import { CASE_LIFE, CaseAction, refusalOf } from '../../../server/contract/case-life.ts'
import { type Actor, Role } from '../../../server/contract/role.ts'
import { shippedRules } from '../../support/case-rules.ts'
import { faultsOfCase, faultsOfShape, faultsOfStep } from './legal-case.ts'

const RUNS = 20_000
const START = Date.parse('2026-09-24T09:00:00+08:00')
const OWN = CaseAction.options.filter((action): action is OwnAction => action !== 'merge' && action !== 'split')
/** Left out of most draws, lest every walk be talk. */
const TALK: readonly string[] = ['note', 'urge', 'escalate', 'acknowledge']
const ACTORS: Actor[] = Role.options.flatMap((role) =>
  ['a', 'b'].map((name) => ({
    ...{ id: `person:${role}-${name}`, name, roles: [role] },
    scope: { areas: ['540626'], contractor: null, crewId: role === 'crew' ? `crew-${name}` : null },
  })),
)
const CREWS = { 'crew-a': null, 'crew-b': 'third-party' } as const
const COURSE = ['accept', 'file', 'dispatch', 'take', 'feed-back', 'ask-verification', 'pass', 'close'] as const
const CLASSES = [
  ['matter', '06028', ['noise']],
  ['matter', '06001', ['illegal-building', 'illegal-building-standing']],
  ['component', '01003', ['cover-hazard', 'cover-loose', 'noise']],
  [undefined, undefined, ['general-matter']],
] as const

/** `draw`: most steps are drawn from what somebody may do, so that walks get far; the others from everything. */
const step = fc.record({
  draw: fc.nat(19),
  pick: fc.nat(1_000_000),
  minutes: fc.constantFrom(0, 1, 20, 240, 3_000, 20_000),
  variant: fc.nat(11),
})
/** `ahead`: so many steps of the ordinary course first. */
const walk = fc.record({
  start: fc.nat(3),
  ahead: fc.nat(COURSE.length),
  steps: fc.array(step, { maxLength: 30, size: 'max' }),
})
type Walk = typeof walk extends fc.Arbitrary<infer W> ? W : never

const inputOf = (action: OwnAction, variant: number, conditions: readonly string[]): OwnAsk['input'] => {
  const inputs: Partial<Record<OwnAction, object>> = {
    accept: variant < 3 ? { kind: 'matter', code: '06028' } : {},
    file: { conditionId: conditions[variant % conditions.length] },
    'answer-check': { found: variant < 6 },
    dispatch: { crewId: variant ? `crew-${variant % 2 ? 'a' : 'b'}` : 'crew-x' },
    reassign: { crewId: `crew-${variant % 2 ? 'a' : 'b'}`, reason: '顺路' },
    'finish-stage': { stage: ['stop', 'penalty', 'sign', 'handle'][variant % 4] },
    'feed-back': { outcome: 'repaired', words: '好了' },
    'request-extension': { longer: { value: 2, unit: variant % 2 ? 'work-day' : 'hour' }, reason: '下雨' },
  }
  return { reason: '原因', ...inputs[action] } as OwnAsk['input']
}

test(`${RUNS} random walks never reach an illegal state, and every refusal is told with its word`, async () => {
  const rules = await shippedRules()
  const met = new Set<string>()

  const goOn = (
    of: Case,
    action: OwnAction,
    actor: Actor,
    ms: number,
    variant: number,
    conditions: readonly string[],
  ): Case => {
    const refusal = refusalOf(action, actor, of)
    if (refusal && refusal.status !== 403 && refusal.status !== 409) throw new Error(`${action}: ${refusal.status}`)
    if (refusal) met.add(refusal.code)
    if (refusal) return of
    const at = new Date(ms).toISOString()
    const input = inputOf(action, variant, conditions)
    const { conditionId = of.conditionId, crewId } = input as { conditionId?: string; crewId?: keyof typeof CREWS }
    const condition = conditionId === null ? undefined : rules.condition(conditionId)
    const crew = crewId !== undefined && crewId in CREWS ? { id: crewId, contractor: CREWS[crewId] } : undefined
    try {
      const next = nextCase(of, { action, input } as OwnAsk, { actor, at, rules, condition, crew })
      const faults = [...faultsOfCase(next), ...faultsOfStep(of, next, action)]
      if (faults.length) throw new Error(`${action} ${of.status} → ${next.status}: ${faults.join('; ')}`)
      met.add(CASE_LIFE[action].kind)
      return next
    } catch (error) {
      if (!(error instanceof CaseRefused)) throw error
      if (error.status !== 400 && error.status !== 409) throw error
      met.add(error.code)
      return of
    }
  }
  const actorFor = (of: Case, action: OwnAction, pick: number): Actor | undefined => {
    const may = ACTORS.filter((actor) => !refusalOf(action, actor, of))
    return may[pick % may.length]
  }
  const withPhoto = (of: Case, ms: number): Case => {
    const photo: Case['photos'][number] = {
      id: `p${ms}`,
      phase: 'after',
      addedAt: new Date(ms).toISOString(),
      by: 'person:crew-a',
      warnings: [],
    }
    return { ...of, photos: [...of.photos, photo] }
  }

  const run = ({ start, ahead, steps }: Walk): void => {
    const [kind, code, conditions] = CLASSES[start] ?? CLASSES[0]
    let ms = START
    const report = NewReport.parse({ source: 'patrol', problem: 'p', address: 'a', location: [93.7, 31.8], kind, code })
    const placed = { unitGrid: null, responsibilityGrid: null, road: null, assetId: null, owner: null, repeats: 0 }
    let of = openCase(report, {
      area: '540626',
      number: '20260924-0001',
      placed,
      at: new Date(ms).toISOString(),
      rules,
    })
    for (const action of COURSE.slice(0, ahead)) {
      ms += 60_000
      if (action === 'feed-back') of = withPhoto(of, ms)
      const actor = actorFor(of, action, 0)
      // Variant 1 says what an unclassified one is, and sends crew-a.
      if (actor) of = goOn(of, action, actor, ms, 1, start === 3 ? ['noise'] : conditions)
    }
    for (const { draw, pick, minutes, variant } of steps) {
      ms += minutes * 60_000
      if (draw === 0) of = withPhoto(of, ms)
      const able = OWN.filter((action) => CASE_LIFE[action].from.includes(of.status))
      const moves = draw < 16 ? able.filter((action) => !TALK.includes(action)) : draw < 18 ? able : OWN
      const action = moves[pick % moves.length]
      const actor = action && ((draw < 18 && actorFor(of, action, pick)) || ACTORS[pick % ACTORS.length])
      if (action && actor) of = goOn(of, action, actor, ms, variant, conditions)
    }
    const faults = faultsOfShape(of)
    if (faults.length) throw new Error(faults.join('; '))
  }

  fc.assert(fc.property(walk, run), { numRuns: RUNS, seed: 20260924 })
  // The walks got everywhere: every action was done, and every word of refusal was heard.
  expect(OWN.filter((action) => !met.has(CASE_LIFE[action].kind))).toEqual([])
  const words = [
    ...['wrong-role', 'conflict', 'other-crew', 'own-request', 'request-pending', 'no-request', 'unclassified'],
    ...['photo-missing', 'not-emergency', 'acknowledged', 'clock-ended', 'other-unit', 'wrong-condition'],
    ...['unknown-crew', 'same-crew', 'no-such-stage', 'which-clock'],
  ]
  expect(words.filter((word) => !met.has(word))).toEqual([])
})
