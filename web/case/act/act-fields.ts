import type { Case, CaseOutcome, Quantity } from '../../../server/contract/case.ts'
import { CASE_INPUTS, type CaseInputs } from '../../../server/contract/case-input.ts'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'
import type { Limit } from '../../../server/contract/clock.ts'

/** What a form asks for. `words` are asked for by every one. */
export type ActField = 'class' | 'thing' | 'condition' | 'crew' | 'outcome' | 'longer' | 'found' | 'stage' | 'into'

const FIELDS: Partial<Record<CaseAction, readonly ActField[]>> = {
  accept: ['class', 'thing'],
  'answer-check': ['found'],
  file: ['condition'],
  ...{ dispatch: ['crew'], reassign: ['crew'] },
  'finish-stage': ['stage'],
  'feed-back': ['outcome'],
  'request-extension': ['longer'],
  merge: ['into'],
}
export const fieldsOf = (action: CaseAction): readonly ActField[] => FIELDS[action] ?? []

/** Done with one click: nothing more is to be said. */
export const isPlain = (action: CaseAction): boolean => action === 'take'

export const wordsNeeded = (action: CaseAction): boolean => CASE_LIFE[action].reason

export interface Filled {
  /** `component:01037` */
  class?: string
  /** It is about no thing, whatever lies nearest. */
  noThing?: boolean
  conditionId?: string
  crewId?: string
  outcome?: Exclude<CaseOutcome, 'none' | 'not-solved'>
  amount?: number | null
  unit?: Quantity['unit']
  longer?: number | null
  longerUnit?: Limit['unit']
  clockId?: string
  found?: boolean
  stage?: string
  into?: string
  words?: string
}

/** What the action is told, out of a filled form. */
export function inputOf<A extends CaseAction>(
  action: A,
  filled: Filled,
  of: Pick<Case, 'kind' | 'code'>,
): CaseInputs[A] {
  const said = filled.words?.trim() || undefined
  const all = {
    ...classOf(filled.class, of),
    assetId: filled.noThing ? null : undefined,
    ...{ conditionId: filled.conditionId, crewId: filled.crewId, outcome: filled.outcome, into: filled.into },
    ...{ found: filled.found, stage: filled.stage, clockId: filled.clockId },
    quantity: filled.amount == null || !filled.unit ? undefined : { value: filled.amount, unit: filled.unit },
    longer: filled.longer == null || !filled.longerUnit ? undefined : { value: filled.longer, unit: filled.longerUnit },
    ...{ reason: said, words: said },
  }
  // Only what the schema of the action knows: it takes nothing else.
  const known = Object.keys(CASE_INPUTS[action].shape)
  const kept = Object.entries(all).filter(([name, value]) => known.includes(name) && value !== undefined)
  return Object.fromEntries(kept) as CaseInputs[A]
}

/** Only where it was changed: an acceptor who leaves it says nothing about it. */
function classOf(chosen: string | undefined, { kind, code }: Pick<Case, 'kind' | 'code'>): object {
  const [newKind, newCode] = chosen?.split(':') ?? []
  return chosen === undefined || chosen === `${kind}:${code}` ? {} : { kind: newKind, code: newCode }
}
