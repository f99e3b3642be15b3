import type { Asset } from '../contract/asset.ts'
import { type Case, ENDED } from '../contract/case.ts'
import type { Crossing } from '../contract/geofence.ts'
import type { Inspection } from '../contract/inspection.ts'
import type { LiveAsset, LiveCase, LiveChange, LiveGone } from '../contract/live.ts'
import type { LogRow } from '../contract/log.ts'
import type { ScopedCrew } from './audience.ts'
import { frame } from './frame.ts'

/** What of a case decides who sees it, and how it is counted. */
export type CaseFace = Pick<Case, 'status' | 'urgency' | 'unitGrid' | 'contractor' | 'crewId'>

/** How somebody sees a row: a change of what they saw, something new to them, something gone from them. */
export type View = 'change' | 'new' | 'gone'

/** A row of the log on its way to the screens. */
export class LiveRow {
  readonly seq: number
  readonly change: LiveChange
  /** The case before this row; undefined when there was none, or it is no case. */
  readonly before: CaseFace | undefined
  /** Whose crew it is, for a row of a crew or of where it is. */
  readonly crew: ScopedCrew | undefined
  readonly #frames: Partial<Record<View, Buffer>> = {}

  constructor(
    change: LiveChange,
    { before, crew }: { before?: CaseFace | undefined; crew?: ScopedCrew | undefined } = {},
  ) {
    this.seq = change.seq
    this.change = change
    this.before = before
    this.crew = crew
  }

  /** Written once for all who see it the same way. */
  frame(view: View): Buffer {
    this.#frames[view] ??= this.#write(view)
    return this.#frames[view]
  }

  #write(view: View): Buffer {
    const { change, before } = this
    if (view === 'gone' && change.entity === 'case' && before) {
      const { seq, at, entityId } = change
      return frame('gone', { seq, at, entity: 'case', entityId, was: before.status } satisfies LiveGone, seq)
    }
    const was = view === 'change' && change.entity === 'case' ? { was: before?.status ?? null } : {}
    return frame('change', { ...change, ...was }, change.seq)
  }
}

const LOOK_AGAIN = ['city', 'import', 'crew', 'screen', 'rule', 'geofence', 'handover', 'scene'] as const

/** What a stream tells of a log row; undefined for what no topic is about. */
export function changeOf({ seq, at, kind, entity, entityId, after }: LogRow): LiveChange | undefined {
  const fact = { seq, at, kind, entityId }
  // A case, once received, is never gone; an inspection neither.
  if (entity === 'case') return after ? { ...fact, entity, was: null, state: liveCaseOf(after as Case) } : undefined
  if (entity === 'inspection')
    return after ? { ...fact, entity, state: liveInspectionOf(after as Inspection) } : undefined
  if (entity === 'asset') return { ...fact, entity, state: after ? liveAssetOf(after as Asset) : null }
  if (entity === 'crossing') return { ...fact, entity, state: liveCrossingOf(after as Crossing) }
  const seen = LOOK_AGAIN.find((one) => one === entity)
  return seen && { ...fact, entity: seen }
}

/** Field by field: what is added to a case is not told until somebody says so here. Rows of the past have fewer fields. */
export const liveCaseOf = (of: Case): LiveCase => ({
  ...{ id: of.id, number: of.number, kind: of.kind, code: of.code, source: of.source, problem: of.problem },
  ...{ address: of.address, location: of.location, unitGrid: of.unitGrid, assetId: of.assetId, status: of.status },
  ...{ receivedAt: of.receivedAt, closedAt: of.closedAt, outcome: of.outcome, quantity: of.quantity },
  urgency: of.urgency ?? 'ordinary',
  acknowledgedAt: of.acknowledgedAt ?? null,
  method: of.method ?? 'service',
  responsibilityGrid: of.responsibilityGrid ?? null,
  road: of.road ?? null,
  owner: of.owner ?? null,
  clocks: of.clocks ?? [],
  crewId: of.crewId ?? null,
  contractor: of.contractor ?? null,
  mergedInto: of.mergedInto ?? null,
  parentId: of.parentId ?? null,
  repeats: of.repeats ?? 0,
  reworks: of.reworks ?? 0,
  sendBacks: of.sendBacks ?? 0,
  reports: of.reports?.length ?? 0,
  photos: of.photos?.length ?? 0,
  request: of.request?.kind ?? null,
})

const liveAssetOf = ({ layer, name, status, code, geometry }: Asset): LiveAsset => ({
  ...{ layer, name, status, code },
  location: geometry.type === 'Point' ? geometry.coordinates : null,
})

const liveInspectionOf = ({ id, kind, venueId, address, location, unitGrid, at }: Inspection) => ({
  ...{ id, kind, venueId, address, location, unitGrid, at },
})

const liveCrossingOf = ({ fenceId, crewId, inside, at, leftBy }: Crossing) => ({ fenceId, crewId, inside, at, leftBy })

export const faceOf = (of: Case | LiveCase): CaseFace => ({
  status: of.status,
  urgency: of.urgency ?? 'ordinary',
  unitGrid: of.unitGrid,
  contractor: of.contractor ?? null,
  crewId: of.crewId ?? null,
})

export const isOpen = ({ status }: Pick<Case, 'status'>): boolean => !ENDED.includes(status)
