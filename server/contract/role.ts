import { z } from 'zod'

/** Who somebody is at work (STANDARDS 1.3: the posts of the working state machine; and those behind them). */
export const Post = z.enum([
  'acceptor',
  'duty-lead',
  'supervisor',
  'inspector',
  'crew',
  'planner',
  'commander',
  'admin',
  'auditor',
])
export type Post = z.infer<typeof Post>

/** Whoever can be let in: a post that a person holds, or a wall. */
export const Role = z.enum([...Post.options, 'screen'])
export type Role = z.infer<typeof Role>

/** Who sets things up may not be who looks over what was set up. */
export const EXCLUSIVE: readonly [Post, Post] = ['admin', 'auditor']

/** What of the city is somebody's. */
export const Scope = z.strictObject({
  /** Beginnings of 15-digit unit grid codes (GB/T 30428.1): 6 digits are the whole city, 9 a street, 12 a community. */
  areas: z.array(z.string().regex(/^\d{6,15}$/)).min(1),
  /** Only what is given to this contractor's crews; null: not narrowed. */
  contractor: z.string().nullable(),
  /** The crew somebody works in. */
  crewId: z.string().nullable(),
  /** The unit of the responsibility table that somebody belongs to, where they belong to one. It narrows nothing; of a case that is with their own
   *  unit they never see who complained. */
  unit: z.string().min(1).max(60).optional(),
})
export type Scope = z.infer<typeof Scope>

/** Whoever acts, as the rules see them: a person, or the demo's simulator in a person's place. */
export const Actor = z.strictObject({
  /** As it stands in the log: `person:…`, `screen:…`, `system:…`. */
  id: z.string().min(1),
  /** As others see it in a timeline or a refusal. */
  name: z.string().min(1),
  roles: z.array(Role),
  scope: Scope,
})
export type Actor = z.infer<typeof Actor>
