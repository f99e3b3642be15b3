import { z } from 'zod'
import { type Case, CaseReport } from './case.ts'
import { holdsPhone } from './mask.ts'
import type { Actor, Role } from './role.ts'

/** Who reported, as told at the door; either may be empty, since nobody is made to say who they are. */
export const Complainant = z.strictObject({ name: z.string().trim().max(60), phone: z.string().trim().max(40) })
export type Complainant = z.infer<typeof Complainant>

/** One report of a case, with its complainant masked: 张*, 138****5678. */
export const MaskedReport = CaseReport.extend({
  name: z.string(),
  phone: z.string(),
  /** Whether there is somebody to be revealed: nobody gave a name, or its day has come and it was deleted. */
  kept: z.boolean(),
})
export type MaskedReport = z.infer<typeof MaskedReport>

/** Why somebody wants to read it. It stands in the log for good, so it may not say what was revealed. */
export const RevealReason = z
  .string()
  .trim()
  .min(4, { error: 'say why in at least 4 characters' })
  .max(200)
  .refine((text) => !holdsPhone(text), { error: 'a reason stays for good: leave phone numbers out of it' })

/** What the log keeps of a complainant: who read it, never what was read. */
export const ComplainantReading = z.strictObject({
  caseId: z.string(),
  reportId: z.string(),
  readBy: z.string(),
  readAt: z.string(),
})
export type ComplainantReading = z.infer<typeof ComplainantReading>

/** Posts through whose hands a case goes, or who answer for them: they need to know that there is somebody to call back. */
const SEES_MASKED: readonly Role[] = ['acceptor', 'duty-lead', 'supervisor', 'inspector', 'commander', 'auditor']

/** What of a complainant somebody may see at most; in clear only with a right of its own and a reason beside it. A complaint is often one about
 *  those who are sent to put it right, so nobody of the unit that the case is with, and no crew or contractor at all, sees even a mask;
 *  nor does a screen, which hangs where everybody looks (W14), nor nobody in particular. */
export function sightOf(
  actor: Pick<Actor, 'roles' | 'scope'> | undefined,
  of: Pick<Case, 'owner' | 'contractor'>,
): 'none' | 'masked' {
  if (!actor) return 'none'
  const { scope, roles } = actor
  if (roles.includes('screen')) return 'none'
  if (roles.includes('crew') || scope.crewId !== null || scope.contractor !== null) return 'none'
  if (scope.unit !== undefined && [of.owner?.unit, of.contractor].includes(scope.unit)) return 'none'
  return roles.some((role) => SEES_MASKED.includes(role)) ? 'masked' : 'none'
}
