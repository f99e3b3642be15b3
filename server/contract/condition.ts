import { z } from 'zod'
import { CaseMethod } from './case.ts'
import { Limit } from './clock.ts'
import { Text } from './layer.ts'
import { origin, RuleId } from './rule.ts'

/** One step of what must be done, with a clock of its own (D3). */
export const ConditionStage = z.strictObject({
  /** `handle`, `sign`, `replace`, `stop`, `penalty`, `demolish` …; the `stage` of its clock. */
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  action: Text,
  limit: Limit,
  /** Starts when that stage is done; without it, with the case. */
  after: z.string().optional(),
})
export type ConditionStage = z.infer<typeof ConditionStage>

/** What an admin may say about a 立案条件. */
const said = {
  /** GB/T 47678.5: of a component or a matter. */
  kind: z.enum(['component', 'matter']),
  /** Codes of the types that it is for; `*` for any. */
  codes: z
    .array(z.string().regex(/^(\*|\d{5}|L\d{4})$/))
    .min(1)
    .max(100),
  title: Text,
  /** When a problem is one of these: what the post that files it goes by. */
  condition: Text,
  stages: z.array(ConditionStage).min(1).max(6),
  /** 结案标准: what must be so for it to be closed. */
  closeStandard: Text,
  /** The posts of such a case have their limits of an emergency, around the clock. */
  emergency: z.boolean(),
  /** Not handled without a photo of after (D20). */
  photoAfter: z.boolean(),
  method: CaseMethod,
  /** No longer to be filed under; older cases keep it. */
  withdrawn: z.literal(true).optional(),
  /** Whose rule it is: a default to start from, not a law for every county. */
  place: Text,
  ...origin,
}

type Staged = { stages: readonly ConditionStage[] }
const stagesAreApart = ({ stages }: Staged): boolean => new Set(stages.map(({ id }) => id)).size === stages.length
const stagesFollow = ({ stages }: Staged): boolean =>
  stages.every(({ after }, at) => after === undefined || stages.slice(0, at).some(({ id }) => id === after))

/** The body of a change: the whole row, without what the store gives it. */
export const ConditionDraft = z
  .strictObject(said)
  .refine(stagesAreApart, { error: 'two stages have one id', path: ['stages'] })
  .refine(stagesFollow, { error: 'a stage comes after one that stands before it', path: ['stages'] })
export type ConditionDraft = z.infer<typeof ConditionDraft>

/** 立案条件 row. A case keeps the version that it was filed under (D4). */
export const Condition = z
  .strictObject({ id: RuleId, version: z.number().int().positive(), validFrom: z.string(), ...said })
  .refine(stagesAreApart, { error: 'two stages have one id', path: ['stages'] })
  .refine(stagesFollow, { error: 'a stage comes after one that stands before it', path: ['stages'] })
export type Condition = z.infer<typeof Condition>

/** Those that a case of this kind and code can be filed under, made for the code first, then the general ones. The matter 01037 路灯异常 is
 *  what is wrong with the component 01037 路灯: where no condition is for the one, those of the other are. */
export function conditionsFor(all: readonly Condition[], kind: Condition['kind'], code: string): Condition[] {
  const open = all.filter(({ withdrawn }) => !withdrawn)
  const made = (of: Condition['kind']) => open.filter((one) => one.kind === of && one.codes.includes(code))
  const own = made(kind)
  const fitting = own.length > 0 ? own : made(kind === 'matter' ? 'component' : 'matter')
  return [...fitting, ...open.filter((one) => one.kind === kind && one.codes.includes('*'))]
}

/** The steps of the posts, each with a clock of its own. */
export const Post = z.enum(['accept', 'check', 'file', 'dispatch', 'verify', 'close'])
export type Post = z.infer<typeof Post>

/** How long a post has: for an ordinary case, and for an emergency, which runs around the clock. */
export const PostLimit = z.strictObject({ ordinary: Limit, emergency: Limit, place: Text, ...origin })
export type PostLimit = z.infer<typeof PostLimit>

export const PostLimits = z.strictObject({
  id: z.literal('posts'),
  version: z.number().int().positive(),
  validFrom: z.string(),
  limits: z.record(Post, PostLimit),
})
export type PostLimits = z.infer<typeof PostLimits>

/** What the clock of a post is started by. */
export const postLimit = ({ limits }: PostLimits, post: Post, urgency: 'ordinary' | 'emergency'): Limit =>
  limits[post][urgency]
