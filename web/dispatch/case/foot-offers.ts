import type { CaseAction } from '../../../server/contract/case-life.ts'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import type { CaseCard } from '../../api-cases.ts'
import { ACTION_GROUPS, type Offer, primaryOf } from '../../case/act/action-groups.ts'

/** What stands beside the primary button, the first of them that one has a post for; the rest waits behind 更多. */
const BESIDE: readonly CaseAction[] = [
  ...(['dispatch', 'approve', 'decline', 'resume', 'request-extension', 'request-suspension'] as const),
  ...(['reassign', 'close', 'send-back', 'feed-back', 'ask-verification', 'note'] as const),
]
/** So many fit on a line, one fewer beside the name of a crew. */
const MOST_BESIDE = 3
/** These answer what was asked or done before: until then they would only be in the way. */
const ANSWERS: readonly CaseAction[] = ['dispatch', 'approve', 'decline', 'resume', 'reassign']

/** The one primary button: it names its effect. `dispatch-to`: to the crew that fits best, with one click. */
export type Primary = { is: 'dispatch-to'; crew: RankedCrew } | { is: 'act'; action: CaseAction }

export interface Foot {
  primary: Primary | undefined
  beside: Offer[]
  more: Offer[]
}

/** The actions at the foot of a case, each in a place of its own whether or not it can be done now: what cannot says why. */
export function footOf(allowed: CaseCard['allowed'], ranked: readonly RankedCrew[]): Foot {
  const primary = primaryFor(allowed, ranked[0])
  const taken = primary?.is === 'dispatch-to' ? 'dispatch' : primary?.action
  const rest = allowed.filter(({ action }) => action !== taken)
  const beside = BESIDE.flatMap((action) => rest.find((one) => one.action === action) ?? [])
    .filter((one) => isFree(one) || !ANSWERS.includes(one.action))
    .slice(0, primary?.is === 'dispatch-to' ? MOST_BESIDE - 1 : MOST_BESIDE)
  const order = Object.values(ACTION_GROUPS).flat()
  const more = order.flatMap((action) => rest.find((one) => one.action === action && !beside.includes(one)) ?? [])
  return { primary, beside, more }
}

const isFree = ({ refused }: Offer): boolean => refused === null

function primaryFor(allowed: CaseCard['allowed'], best: RankedCrew | undefined): Primary | undefined {
  const action = primaryOf(allowed)
  if (action === undefined) return undefined
  return action === 'dispatch' && best ? { is: 'dispatch-to', crew: best } : { is: 'act', action }
}
