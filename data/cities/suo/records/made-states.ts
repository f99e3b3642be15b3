import type { MadeAsset, Position } from '../../city.ts'

/** The shapes of server/contract, written plainly because data/ imports nothing of the server; a test holds them equal. */
export type CaseStatus = 'received' | 'filed' | 'dispatched' | 'handled' | 'closed' | 'unsolved'

export interface Quantity {
  value: number
  unit: 't' | 'm' | 'm²' | 'piece' | 'household' | 'machine' | 'person'
}

export interface CaseState {
  id: string
  number: string
  kind: 'component' | 'matter'
  code: string
  source: string
  problem: string
  address: string
  location: Position
  unitGrid: string | null
  assetId: string | null
  status: CaseStatus
  receivedAt: string
  closedAt: string | null
  outcome: string
  quantity: Quantity | null
}

export interface HazardState {
  grade: 'general' | 'major'
  problem: string
  rectifiedAt: string | null
}

export interface InspectionState {
  id: string
  kind: string
  venueId: string | null
  address: string
  location: Position
  unitGrid: string | null
  at: string
  officerTurns: number
  hazards: HazardState[]
  casesFiled: number
}

export interface AssetState extends MadeAsset {
  edition: string
  sourceCrs: 'WGS84'
  source: string
  changedAt: string
}

/** The whole state of a made thing as the log holds it. `at` is an ISO instant. */
export const assetState = (asset: MadeAsset, at: string, source: string): AssetState => ({
  ...asset,
  edition: asset.code.startsWith('L') ? 'local' : 'GB/T 47678.5-2026',
  sourceCrs: 'WGS84',
  source,
  changedAt: at,
})
