import { type Condition, ConditionDraft } from '../../../../server/contract/condition.ts'

/** A condition without what the store gives it. */
export function draftOfCondition(of: Condition): ConditionDraft {
  const { id: _id, version: _version, validFrom: _validFrom, ...draft } = of
  return draft
}

/** What the form holds, as the server takes it; undefined where it does not. A switch that is off is left out. */
export function readDraft(values: unknown): ConditionDraft | undefined {
  if (typeof values !== 'object' || values === null) return undefined
  const { withdrawn, stages, reason: _reason, ...rest } = values as ConditionDraft & { reason?: string }
  const read = ConditionDraft.safeParse({
    ...rest,
    stages: stages?.map(({ after, ...stage }) => (after ? { ...stage, after } : stage)),
    ...(withdrawn ? { withdrawn } : {}),
  })
  return read.success ? read.data : undefined
}

export const isSameDraft = (one: ConditionDraft, other: ConditionDraft): boolean => text(one) === text(other)

const text = (draft: ConditionDraft): string =>
  JSON.stringify(draft, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
