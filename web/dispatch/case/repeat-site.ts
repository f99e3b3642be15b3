import type { Case } from '../../../server/contract/case.ts'
import type { RepeatSite } from '../../../server/contract/placement.ts'

/** The place of a case among those at which its class comes again; undefined where it does not. */
export const siteOf = (sites: readonly RepeatSite[], { id, assetId }: Pick<Case, 'id' | 'assetId'>) =>
  sites.find(({ cases }) => cases.some((one) => one.id === id)) ??
  (assetId === null ? undefined : sites.find((site) => site.assetId === assetId))

/** The other cases of that place, the latest first. */
export const earlierAt = (site: RepeatSite | undefined, id: string): RepeatSite['cases'] =>
  site?.cases.filter((one) => one.id !== id).sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)) ?? []
