import type { CaseInputs } from '../../../server/contract/case-input.ts'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { Actor, Role } from '../../../server/contract/role.ts'

/** One thing that somebody does to a made case: its report first. */
export interface MadeStep {
  ms: number
  /** Which case: 0, 1, 2 … in the order of receipt. */
  of: number
  action: CaseAction | 'receive'
  input: object
  role: Role
}

const HOUR = 3_600_000
/** The ordinary course: after so many hours, by this post. */
const COURSE: readonly [CaseAction, hours: number, Role, object][] = [
  ['accept', 0.2, 'acceptor', {}],
  ['file', 0.3, 'duty-lead', {}],
  ['dispatch', 0.4, 'supervisor', { crewId: 'crew-1' } satisfies CaseInputs['dispatch']],
  ['take', 0.6, 'crew', {}],
  ['feed-back', 3, 'crew', { outcome: 'persuaded', words: '已处理，现场恢复正常' } satisfies CaseInputs['feed-back']],
  ['ask-verification', 3.5, 'acceptor', {}],
  ['pass', 5, 'inspector', {}],
  ['close', 6, 'duty-lead', {}],
]
export const STEPS_A_CASE = COURSE.length + 1

/** Who does it. */
export const actorFor = (role: Role): Actor => ({
  ...{ id: `person:${role}`, name: role, roles: [role] },
  scope: { areas: ['540626'], contractor: null, crewId: role === 'crew' ? 'crew-1' : null },
})

/** The whole lives of `count` cases received evenly over a span, in the order of time, as a log has to have them. */
export function* madeLives(
  first: number,
  count: number,
  { from, everyMs }: { from: number; everyMs: number },
): Generator<MadeStep> {
  const waiting: MadeStep[] = []
  const before = (ms: number) =>
    waiting
      .sort((a, b) => b.ms - a.ms)
      .splice(waiting.findIndex((step) => step.ms <= ms))
      .reverse()
  for (let n = 0; n < count; n += 1) {
    const ms = from + n * everyMs
    if (waiting.some((step) => step.ms <= ms)) yield* before(ms)
    const of = first + n
    yield { ms, of, action: 'receive', input: reportAt(of), role: 'acceptor' }
    const conditionId = classOf(of)[2]
    for (const [action, hours, role, input] of COURSE)
      waiting.push({ ms: ms + hours * HOUR, of, action, input: action === 'file' ? { conditionId } : input, role })
  }
  yield* waiting.sort((a, b) => a.ms - b.ms)
}

/** What comes in, and under which condition it is filed. */
const CLASSES = [
  ...[
    ['matter', '06028', 'noise'],
    ['component', '01037', 'lamp-fault'],
    ['component', '01003', 'cover-loose'],
  ],
  ...[
    ['component', '01004', 'inlet-broken'],
    ['matter', '06010', 'exposed-rubbish'],
    ['matter', '06011', 'waste-heap'],
  ],
  ...[
    ['matter', '06042', 'bin-full'],
    ['component', '03005', 'bin-broken'],
    ['component', '02017', 'guardrail-hit'],
  ],
  ...[
    ['matter', '06013', 'road-damaged'],
    ['matter', '06012', 'road-unclean'],
    ['matter', '09001', 'stall'],
  ],
  ...[
    ['matter', '09005', 'shop-outside'],
    ['matter', '06036', 'clutter'],
    ['matter', '09009', 'truck-parking'],
  ],
  ...[
    ['matter', '07001', 'small-adverts'],
    ['matter', '06030', 'dirty-water'],
    ['component', '04013', 'green-upkeep'],
  ],
] as const
const classOf = (of: number) => CLASSES[of % CLASSES.length] ?? CLASSES[0]

/** Spread over a town of some 2 km by 2 km, without chance. */
function reportAt(of: number): object {
  const [kind, code] = classOf(of)
  return {
    ...{ source: 'hotline-12345', problem: '群众反映现场无人处理', address: `藏北路 ${of % 400} 号`, kind, code },
    location: [93.775 + ((of * 7919) % 1000) * 2e-5, 31.876 + ((of * 104729) % 1000) * 2e-5],
  }
}
