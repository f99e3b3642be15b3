import type { MadeAsset, MadeRecord } from '../../city.ts'
import type { Trouble } from './draft-case.ts'
import { assetState, type CaseState, type InspectionState } from './made-states.ts'
import type { RoutineChange } from './routine.ts'

/** Statuses that a case, or a finding, stands behind. What the town's maker put there is calmed at the start: things
 *  go wrong through records, so that the map and the cases agree at any time. */
const TROUBLED: Record<string, { statuses: readonly string[]; calm: string }> = {
  streetlights: { statuses: ['fault', 'reported'], calm: 'on' },
  drains: { statuses: ['clogged', 'damaged', 'missing', 'repairing'], calm: 'normal' },
  bins: { statuses: ['full', 'broken', 'burning', 'emptying'], calm: 'normal' },
  kiosks: { statuses: ['full', 'broken'], calm: 'open' },
  toilets: { statuses: ['closed'], calm: 'open' },
  guardrails: { statuses: ['damaged', 'repairing'], calm: 'normal' },
  'green-spaces': { statuses: ['damaged'], calm: 'normal' },
  'construction-waste': { statuses: ['to-clear', 'clearing'], calm: 'in-order' },
  'truck-hot-spots': { statuses: ['occupied', 'watched'], calm: 'quiet' },
  venues: { statuses: ['hazard', 'rectifying'], calm: 'normal' },
}

/** The thing as it stands before the first record. */
export function calmed(asset: MadeAsset): MadeAsset {
  const trouble = TROUBLED[asset.layer]
  const calm = asset.fields.kind === 'temporary-dump' ? 'cleared' : trouble?.calm
  const status = (trouble?.statuses.includes(asset.status) ? calm : undefined) ?? asset.status
  if (asset.layer !== 'venues') return status === asset.status ? asset : { ...asset, status }
  return { ...asset, status, fields: { ...asset.fields, lastInspectedOn: null, openHazards: 0 } }
}

interface Standing {
  asset: MadeAsset
  calm: MadeAsset
  /** Open cases, oldest first, with the status that each gives the thing. */
  cases: Map<string, { status: string; during: MadeAsset['fields'] }>
  hazards: Map<string, number>
}

/** Follows the records in the order of time and adds a row wherever one changes what a thing looks like. */
export function withAssetChanges(
  assets: readonly MadeAsset[],
  records: readonly MadeRecord[],
  troubleOf: (caseId: string) => Trouble | null,
  routine: readonly RoutineChange[],
  source = 'made:suo',
): MadeRecord[] {
  const standings = new Map<string, Standing>()
  for (const made of assets) {
    const asset = calmed(made)
    standings.set(asset.id, { asset, calm: asset, cases: new Map(), hazards: new Map() })
  }
  const rows: MadeRecord[] = []
  const show = (standing: Standing, at: string, status: string, fields: MadeAsset['fields']) => {
    const before = standing.asset
    const same =
      before.status === status && Object.entries(fields).every(([key, value]) => before.fields[key] === value)
    if (same) return
    standing.asset = { ...before, status, fields: { ...before.fields, ...fields } }
    const after = { ...assetState(standing.asset, at, source) }
    rows.push({ at, kind: 'asset-changed', entity: 'asset', entityId: before.id, after })
  }
  const byCase = (at: string, state: CaseState) => {
    const standing = standings.get(state.assetId ?? '')
    const trouble = troubleOf(state.id)
    if (standing === undefined || trouble === null) return
    standing.cases.delete(state.id)
    const { found, sent, during = {}, after = {} } = trouble
    if (state.status === 'received' || state.status === 'filed') standing.cases.set(state.id, { status: found, during })
    if (state.status === 'dispatched') standing.cases.set(state.id, { status: sent, during })
    const open = [...standing.cases.values()].at(-1)
    show(standing, at, open?.status ?? standing.calm.status, open?.during ?? after)
  }
  const byInspection = (at: string, state: InspectionState) => {
    const standing = standings.get(state.venueId ?? '')
    if (standing === undefined) return
    const left = state.hazards.filter(({ rectifiedAt }) => rectifiedAt === null).length
    standing.hazards.set(state.id, left)
    const open = [...standing.hazards.values()].reduce((sum, count) => sum + count, 0)
    const seen = String(standing.asset.fields.lastInspectedOn ?? '')
    const [lastInspectedOn = ''] = [seen, state.at.slice(0, 10)].sort().reverse()
    show(standing, at, open > 0 ? 'hazard' : 'normal', { lastInspectedOn, openHazards: open })
  }
  let next = 0
  const routineUntil = (at: string) => {
    for (let change = routine[next]; change !== undefined && change.at <= at; change = routine[++next]) {
      const standing = standings.get(change.assetId)
      if (standing && standing.cases.size === 0) show(standing, change.at, change.status, change.fields)
    }
  }
  for (const record of records) {
    routineUntil(record.at)
    rows.push(record)
    if (record.entity === 'case') byCase(record.at, record.after as unknown as CaseState)
    if (record.entity === 'inspection') byInspection(record.at, record.after as unknown as InspectionState)
  }
  routineUntil('9999')
  return rows
}
