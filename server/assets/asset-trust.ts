import { listCases } from '../cases/case-store.ts'
import { namesOfActors } from '../cases/names-of-actors.ts'
import type { Asset } from '../contract/asset.ts'
import type { LogRow } from '../contract/log.ts'
import { type AssetTrust, accuracyOf, ageDaysOf, type LastSeen, sourceKindOf } from '../contract/trust.ts'
import { listInspections } from '../inspections/inspection-store.ts'
import { historyOf } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'

/** Rows and cases looked through for somebody who saw it: what is older says nothing of today. */
const MOST = { rows: 50, cases: 5, steps: 60 }

/** Steps of a case that nobody takes without standing before the thing: the crew's answer, and the inspector's checks. */
const AT_THE_PLACE: Readonly<Record<string, LastSeen['how']>> = {
  'case-handled': 'handled',
  'case-checked': 'verified',
  'case-verified': 'verified',
  'case-reworked': 'verified',
}

type Look = Omit<LastSeen, 'by'> & { actor: string }

interface TrustAsk {
  db: Db
  city: string
  now: Date
  /** Who asks may see who it was. */
  withNames: boolean
}

/** What a thing's data are worth: how old, from where, how exact, and who saw it last. */
export async function assetTrust(asset: Asset, { db, city, now, withNames }: TrustAsk): Promise<AssetTrust> {
  const { id, changedAt, source, fields } = asset
  const looks = [await written(db, city, id), await onCase(db, city, id), await inspected(db, city, id)].flat()
  const last = looks.reduce<Look | undefined>(
    (best, one) => (best && Date.parse(best.at) >= Date.parse(one.at) ? best : one),
    undefined,
  )
  return {
    ...{ id, changedAt, source, asOf: now.toISOString(), sourceKind: sourceKindOf(source) },
    ageDays: ageDaysOf(Date.parse(changedAt), now.getTime()),
    accuracy: accuracyOf(fields.accuracy),
    lastSeen: last ? await named(last, { db, city, withNames }) : null,
  }
}

async function named({ actor, ...look }: Look, { db, city, withNames }: Omit<TrustAsk, 'now'>): Promise<LastSeen> {
  const names = withNames ? await namesOfActors(db, city, [actor]) : undefined
  return { ...look, by: names?.get(actor) ?? null }
}

const isPerson = ({ actor }: Pick<LogRow, 'actor'>): boolean => actor.startsWith('person:')

async function written(db: Db, city: string, entityId: string): Promise<Look[]> {
  const rows = await historyOf(db, { city, entity: 'asset', entityId, limit: MOST.rows })
  const row = rows.find(isPerson)
  return row ? [{ at: row.at, how: 'written', actor: row.actor, caseNumber: null }] : []
}

async function onCase(db: Db, city: string, assetId: string): Promise<Look[]> {
  const { cases } = await listCases(db, city, { filter: { assetId }, limit: MOST.cases })
  const looks = cases.map(async ({ id, number }): Promise<Look[]> => {
    const rows = await historyOf(db, { city, entity: 'case', entityId: id, limit: MOST.steps })
    const row = rows.find(({ kind }) => AT_THE_PLACE[kind] !== undefined)
    const how = row && AT_THE_PLACE[row.kind]
    return row && how ? [{ at: row.at, how, actor: row.actor, caseNumber: number }] : []
  })
  return (await Promise.all(looks)).flat()
}

async function inspected(db: Db, city: string, venueId: string): Promise<Look[]> {
  const { inspections } = await listInspections(db, city, { filter: { venueId }, limit: 1 })
  const looks = inspections.map(async ({ id, at }): Promise<Look> => {
    const rows = await historyOf(db, { city, entity: 'inspection', entityId: id, limit: MOST.rows })
    return { at, how: 'inspected', actor: rows.at(-1)?.actor ?? '', caseNumber: null }
  })
  return Promise.all(looks)
}
