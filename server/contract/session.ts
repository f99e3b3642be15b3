import { z } from 'zod'
import { Actor } from './role.ts'

// The figures of a console that stands on a shared desk (OWASP ASVS 5.0, 7.3: an inactivity limit and an absolute one).
export const IDLE_MINUTES = 30
export const ABSOLUTE_HOURS = 12
/** A session's last request is put down no more often. */
export const SEEN_EVERY_SECONDS = 60
/** For so long a node takes a session as it read it. A wall must be out 5 s after it is revoked (W3). */
export const SESSION_READ_SECONDS = 3
export const LINK_HOURS = 24

/** How somebody came in. */
export const Means = z.enum(['password', 'link', 'pairing'])
export type Means = z.infer<typeof Means>

/** What somebody must set up before anything else is open. */
export const Todo = z.enum(['password', 'second-factor'])
export type Todo = z.infer<typeof Todo>

export const SignIn = z.strictObject({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  /** Six digits of the authenticator, or a recovery code; asked for by `code-needed`. */
  code: z.string().max(40).optional(),
})
export type SignIn = z.infer<typeof SignIn>

/** NIST SP 800-63B-4, 3.1.1.2: length and not composition. */
export const NewPassword = z
  .string()
  .min(10, { error: 'give at least 10 characters' })
  .max(200, { error: 'give at most 200 characters' })
  .refine((text) => new Set(text).size >= 5, { error: 'give at least 5 different characters' })

export const PasswordChange = z.strictObject({
  /** Not where somebody comes by a one-time link. */
  current: z.string().max(200).optional(),
  password: NewPassword,
})
export type PasswordChange = z.infer<typeof PasswordChange>

/** Who asks, and what waits to be set up. */
export const Me = z.strictObject({
  /** Null for a guest. */
  actor: Actor.nullable(),
  todo: z.array(Todo),
  /** What anybody may read here without signing in. */
  guestsRead: z.array(z.string()),
  /** Whether there is a second factor. */
  secondFactor: z.boolean(),
  demo: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** One place where somebody is signed in. */
export const Session = z.strictObject({
  id: z.string(),
  means: Means,
  madeAt: z.string(),
  seenAt: z.string(),
  address: z.string(),
  browser: z.string(),
  /** The one that asks. */
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>
