import { z } from 'zod'
import type { Case, CasePhoto } from './case.ts'
import type { LngLat } from './geo.ts'
import type { Role } from './role.ts'

export const PhotoPhase = z.enum(['before', 'after', 'check'])
export type PhotoPhase = z.infer<typeof PhotoPhase>

/** What a photo does not say, or says against the case (D20). A warning, never a refusal: EXIF is set by whoever holds the camera. */
export const PhotoWarning = z.enum(['far-away', 'too-early', 'too-late', 'no-place', 'no-time'])
export type PhotoWarning = z.infer<typeof PhotoWarning>

/** How far off is worth a warning: data/rules/photos.json. */
export const PhotoRule = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  /** Metres between where it was taken and the case. */
  farMetres: z.number().positive(),
  /** Hours before the report in which the first photo may have been taken: people report when they are home. */
  beforeReportHours: z.number().nonnegative(),
  /** Minutes by which a camera's clock may be wrong. */
  clockMinutes: z.number().nonnegative(),
  source: z.string(),
  verified: z.enum(['V', 'U']),
})
export type PhotoRule = z.infer<typeof PhotoRule>

/** A box to be made unreadable, in shares of the width and height from the top left: it holds whatever size the picture is shown in. */
export const Redaction = z
  .strictObject({
    left: z.number().min(0).max(1),
    top: z.number().min(0).max(1),
    width: z.number().gt(0).max(1),
    height: z.number().gt(0).max(1),
  })
  .refine(({ left, width }) => left + width <= 1.000001, { error: 'the box ends right of the picture' })
  .refine(({ top, height }) => top + height <= 1.000001, { error: 'the box ends below the picture' })
export type Redaction = z.infer<typeof Redaction>

/** A photo as the log and its table know it, without its bytes. */
export const Photo = z.strictObject({
  id: z.string().min(1),
  caseId: z.string().min(1),
  phase: PhotoPhase,
  /** Of the copy that is shown, in pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  redactions: z.array(Redaction),
  /** Counts how often the copies were made anew; part of their ETag. */
  version: z.number().int().positive(),
})
export type Photo = z.infer<typeof Photo>

/** Whose photo counts as what: a crew shows that it has worked, an inspector what was found. */
const MAY_ADD: Record<PhotoPhase, readonly Role[]> = {
  before: ['acceptor', 'duty-lead', 'supervisor', 'inspector', 'crew'],
  after: ['crew', 'supervisor'],
  check: ['inspector'],
}
export const mayAddPhoto = (roles: readonly Role[], phase: PhotoPhase): boolean =>
  roles.some((role) => MAY_ADD[phase].includes(role))

/** Not a crew: it could paint over what it has not done. */
const MAY_REDACT: readonly Role[] = ['acceptor', 'duty-lead', 'supervisor', 'inspector']
export const mayRedact = (roles: readonly Role[]): boolean => roles.some((role) => MAY_REDACT.includes(role))

/** What a camera wrote down: an instant (Unix ms), and the places that its figures may stand for. */
export interface Taken {
  at: number | undefined
  /** Several where the coordinate system is not told; empty without a place. */
  places: readonly LngLat[]
}

type Against = Pick<Case, 'location' | 'receivedAt' | 'dispatchedAt' | 'handledAt'>

/** Compares a photo that is being added at `now` (Unix ms) with its case. */
export function warningsOf(
  taken: Taken,
  phase: CasePhoto['phase'],
  of: Against,
  rule: PhotoRule,
  now: number,
): PhotoWarning[] {
  const warnings: PhotoWarning[] = []
  if (taken.places.length === 0) warnings.push('no-place')
  else if (Math.min(...taken.places.map((place) => metresBetween(place, of.location))) > rule.farMetres)
    warnings.push('far-away')
  const slack = rule.clockMinutes * 60_000
  if (taken.at === undefined) warnings.push('no-time')
  else if (taken.at < earliestOf(phase, of, rule) - slack) warnings.push('too-early')
  else if (taken.at > now + slack) warnings.push('too-late')
  return warnings
}

/** Before this it cannot have been taken: the work of the last dispatch, and the check of the last answer, come after those. */
function earliestOf(phase: CasePhoto['phase'], of: Against, rule: PhotoRule): number {
  const received = Date.parse(of.receivedAt)
  if (phase === 'before') return received - rule.beforeReportHours * 3_600_000
  const since = phase === 'after' ? of.dispatchedAt : of.handledAt
  return since === null ? received : Date.parse(since)
}

const EARTH_METRES = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Along the great circle, by haversine. */
function metresBetween([west, south]: LngLat, [east, north]: LngLat): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h = half(south, north) + Math.cos(radians(south)) * Math.cos(radians(north)) * half(west, east)
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)))
}
