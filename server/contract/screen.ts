import { z } from 'zod'
import { ScreenHealth } from './wall.ts'

/** What can go wrong on a screen without anybody at the server seeing it: the graphics card forgot the map. */
export const ScreenFault = z.enum(['context-lost'])
export type ScreenFault = z.infer<typeof ScreenFault>

/** What a screen tells of itself when something went wrong on it. */
export const FaultReport = z.strictObject({ fault: ScreenFault })
export type FaultReport = z.infer<typeof FaultReport>

/** Long enough for an admin to walk from the wall to a desk. */
export const PAIRING_MINUTES = 15

/** A wall that was let in, as it stands in the log. */
export const Screen = z.strictObject({
  id: z.string().min(1),
  /** Where it hangs. */
  name: z.string(),
  pairedAt: z.string(),
  pairedBy: z.string(),
  revokedAt: z.string().nullable(),
})
export type Screen = z.infer<typeof Screen>

/** A wall in the list of walls. `seenAt`: its last request, as it was put down (within a minute); null before it took its cookie. */
export const ListedScreen = Screen.extend({
  seenAt: z.string().nullable(),
  /** What it told of itself last; null where it never did. */
  health: ScreenHealth.nullable().optional(),
})
export type ListedScreen = z.infer<typeof ListedScreen>

/** Letters and digits that nobody mistakes for one another from 6 m: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
export const PAIRING_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679'

export const PairingCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(
    z.string().regex(new RegExp(`^[${PAIRING_ALPHABET}]{6}$`), { error: 'give the 6 letters and digits of the wall' }),
  )

/** An admin lets the wall in that shows this code. */
export const NewScreen = z.strictObject({ code: PairingCode, name: z.string().trim().min(1).max(40) })
export type NewScreen = z.infer<typeof NewScreen>

/** What a wall that asks to be let in shows, and what it asks again with. */
export const Pairing = z.strictObject({ code: z.string(), secret: z.string(), until: z.string() })
export type Pairing = z.infer<typeof Pairing>
