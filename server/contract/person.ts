import { z } from 'zod'
import { EXCLUSIVE, Post, Scope } from './role.ts'

/** What a person types to sign in; capitals do not tell two people apart. */
export const LoginName = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\d][\p{L}\d._-]{1,39}$/u, { error: 'give 2 to 40 letters, digits or . _ -' }))

const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}]*$/u, { error: 'a name has no control characters' })

/** Who sets up and who looks over are two people. */
const separate = (posts: readonly Post[]): boolean => !EXCLUSIVE.every((post) => posts.includes(post))

const Posts = z
  .array(Post)
  .min(1, { error: 'give at least one role' })
  .transform((posts) => Post.options.filter((post) => posts.includes(post)))
  .refine(separate, { error: `one person is not both ${EXCLUSIVE.join(' and ')}` })

/** Somebody who may sign in, as it stands in the log: no password, no second factor. */
export const Person = z.strictObject({
  id: z.string().min(1),
  login: z.string(),
  /** As others see it in a timeline; in the demo it says 演示. */
  name: z.string(),
  roles: z.array(Post),
  scope: Scope,
  /** Made up for a demonstration: comes in by its link alone. */
  demo: z.boolean(),
  addedAt: z.string(),
  /** Since when this person may no longer sign in. */
  disabledAt: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

export const NewPerson = z.strictObject({
  login: LoginName,
  name: PersonName,
  roles: Posts,
  /** The whole city when left out. */
  scope: Scope.optional(),
})
export type NewPerson = z.infer<typeof NewPerson>

export const PersonPatch = z
  .strictObject({ name: PersonName, roles: Posts, scope: Scope, disabled: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'say what to change' })
export type PersonPatch = z.infer<typeof PersonPatch>

/** These come in with a password and a second factor. */
export const WITH_SECOND_FACTOR: readonly Post[] = ['admin', 'supervisor']

export const needsSecondFactor = ({ roles, demo }: Pick<Person, 'roles' | 'demo'>): boolean =>
  !demo && roles.some((role) => WITH_SECOND_FACTOR.includes(role))
