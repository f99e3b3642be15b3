import type { CaseSource } from '../../../server/contract/case.ts'
import { CaseSource as Sources } from '../../../server/contract/case.ts'
import type { NewReport } from '../../../server/contract/case-input.ts'
import { REPORT_SOURCES } from '../../../server/contract/case-life.ts'
import type { CodeKind } from '../../../server/contract/code-registry.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Role } from '../../../server/contract/role.ts'

export interface FilledReport {
  source: CaseSource
  problem: string
  address: string
  /** `component:01037` */
  class?: string
  emergency?: boolean
  name?: string
  phone?: string
}

export interface ReportChoice {
  location: LngLat
  /** Undefined: the nearest is looked for; null: about none. */
  assetId: string | null | undefined
  /** The case that it joins. */
  joins: string | undefined
}

/** The report that a filled form makes. */
export function reportOf(filled: FilledReport, { location, assetId, joins }: ReportChoice): NewReport {
  const [kind, code] = filled.class?.split(':') ?? []
  const name = filled.name?.trim()
  const phone = filled.phone?.trim()
  return {
    ...{ source: filled.source, problem: filled.problem.trim(), address: filled.address.trim(), location },
    urgency: filled.emergency ? 'emergency' : 'ordinary',
    ...(kind && code ? { kind: kind as CodeKind, code } : {}),
    ...(assetId === undefined ? {} : { assetId }),
    ...(joins ? { joins } : {}),
    ...(name || phone ? { reporter: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
  }
}

/** From where somebody with these posts may bring in a case. */
export function sourcesOf(roles: readonly Role[]): CaseSource[] {
  const allowed = roles.map((role) => REPORT_SOURCES[role] ?? [])
  return Sources.options.filter((source) => allowed.some((of) => of === 'any' || of.includes(source)))
}
