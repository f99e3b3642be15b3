import { randomUUID } from 'node:crypto'
import type { Draft, DraftItem, DraftLine, DraftPatch, DraftStroke } from '../contract/draft.ts'
import type { Picture } from '../coverage/gather-ground.ts'
import { Refused } from '../store/refused.ts'
import type { Store, Tx } from '../store/store.ts'
import { applyStrokes, BadStroke, type KnownThing } from './apply-strokes.ts'
import {
  countDraftsOf,
  type DraftRow,
  draftById,
  dropDraft,
  itemsOf,
  KEPT_VERSIONS,
  keepDraft,
  keepVersion,
} from './draft-store.ts'

/** `absent`: there is none that the asker may see; `foreign`: it is another's; `stale`: it is no longer as the caller saw it. */
export class DraftRefused extends Refused<'absent' | 'foreign' | 'stale' | 'bad' | 'full'> {}

export interface DraftNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  memory: Picture & { layers(): readonly { id: string; geometry: string }[] }
  now: () => Date
}

/** A draft as it is, with its ETag. */
export interface SeenDraft {
  row: DraftRow
  items: DraftItem[]
}

type Seen = readonly number[] | '*'

const MOST_DRAFTS = 200

/** Begins an empty draft. Throws DraftRefused. */
export function addDraft(
  name: string,
  { id: owner, name: ownerName }: { id: string; name: string },
  needs: DraftNeeds,
) {
  return needs.store.transaction(needs.area, async (tx): Promise<SeenDraft> => {
    if ((await countDraftsOf(tx.db, tx.city, owner)) >= MOST_DRAFTS)
      throw new DraftRefused('full', 'too-many-drafts', `Nobody keeps more than ${MOST_DRAFTS} drafts; remove some.`)
    const at = needs.now().toISOString()
    const row: DraftRow = {
      ...{ id: randomUUID(), owner, owner_name: ownerName, name, shared: 0, version: 0, newest: 0, revision: 1 },
      ...{ made_at: at, changed_at: at },
    }
    await keepDraft(tx, row)
    await keepVersion(tx, row, [])
    return { row, items: [] }
  })
}

/** One that the asker may read. Throws DraftRefused. */
export async function readDraft(id: string, asker: string, { area, store }: DraftNeeds): Promise<SeenDraft> {
  const row = await draftById(store.db, area, id)
  if (!row || (row.owner !== asker && row.shared !== 1)) throw absent(id)
  return { row, items: await itemsOf(store.db, area, row) }
}

const absent = (id: string): DraftRefused =>
  new DraftRefused('absent', 'unknown-draft', `There is no draft "${id.slice(0, 60)}".`)

interface Asked {
  id: string
  asker: string
  seen: Seen
}

/** Changes a draft of one's own that is as the caller saw it. */
function change(
  { id, asker, seen }: Asked,
  { area, store, now }: DraftNeeds,
  work: (tx: Tx, row: DraftRow) => Promise<DraftRow>,
): Promise<SeenDraft> {
  return store.transaction(area, async (tx) => {
    const row = await ownDraft(tx, id, asker)
    if (seen !== '*' && !seen.includes(row.revision))
      throw new DraftRefused('stale', 'changed-since', `${row.name} was changed since.`, row.revision)
    const after = await work(tx, row)
    const kept = { ...after, revision: row.revision + 1, changed_at: now().toISOString() }
    await keepDraft(tx, kept)
    return { row: kept, items: await itemsOf(tx.db, tx.city, kept) }
  })
}

async function ownDraft(tx: Tx, id: string, asker: string): Promise<DraftRow> {
  const row = await draftById(tx.db, tx.city, id)
  if (!row || (row.owner !== asker && row.shared !== 1)) throw absent(id)
  if (row.owner !== asker)
    throw new DraftRefused('foreign', 'not-yours', `${row.name} is ${row.owner_name}’s; it can be read.`)
  return row
}

export const renameDraft = (asked: Asked, { name, shared }: DraftPatch, needs: DraftNeeds): Promise<SeenDraft> =>
  change(asked, needs, async (_, row) => ({
    ...row,
    name: name ?? row.name,
    shared: shared === undefined ? row.shared : Number(shared),
  }))

/** Draws in a draft. Throws DraftRefused. */
export const editDraft = (asked: Asked, strokes: readonly DraftStroke[], needs: DraftNeeds): Promise<SeenDraft> =>
  change(asked, needs, async (tx, row) => {
    const items = await itemsOf(tx.db, tx.city, row)
    const version = row.version + 1
    await keepVersion(tx, { id: row.id, version }, drawn(items, strokes, needs))
    return { ...row, version, newest: version }
  })

function drawn(items: readonly DraftItem[], strokes: readonly DraftStroke[], { memory }: DraftNeeds): DraftItem[] {
  const layers = memory.layers().filter(({ geometry }) => geometry === 'point')
  const thingOf = (id: string): KnownThing | undefined => {
    for (const layer of layers) {
      const asset = memory.layer(layer.id)?.get(id)
      if (asset?.geometry.type === 'Point') return { layer: layer.id, at: asset.geometry.coordinates }
    }
    return undefined
  }
  try {
    const hasLayer = (layer: string): boolean => layers.some(({ id }) => id === layer)
    return applyStrokes(items, strokes, { thingOf, hasLayer, newId: () => randomUUID().slice(0, 8) })
  } catch (error) {
    if (error instanceof BadStroke)
      throw new DraftRefused('bad', 'bad-stroke', `strokes[${error.at}]: ${error.message}`)
    throw error
  }
}

const oldestOf = ({ newest }: DraftRow): number => Math.max(0, newest - KEPT_VERSIONS)

/** Goes back to the version before, or on to the one that was undone. Throws DraftRefused. */
export const stepDraft = (asked: Asked, by: -1 | 1, needs: DraftNeeds): Promise<SeenDraft> =>
  change(asked, needs, async (_, row) => {
    const version = row.version + by
    if (version < oldestOf(row) || version > row.newest)
      throw new DraftRefused('bad', by < 0 ? 'nothing-to-undo' : 'nothing-to-redo', 'There is nothing more.')
    return { ...row, version }
  })

export const removeDraft = (id: string, asker: string, { area, store }: DraftNeeds): Promise<void> =>
  store.transaction(area, async (tx) => {
    const { id: own } = await ownDraft(tx, id, asker)
    await dropDraft(tx, own)
  })

const headOf = (row: DraftRow, asker: string) => ({
  ...{ id: row.id, name: row.name, by: row.owner, byName: row.owner_name, mine: row.owner === asker },
  ...{ shared: row.shared === 1, version: row.version, madeAt: row.made_at, changedAt: row.changed_at },
})

export const describeDraft = ({ row, items }: SeenDraft, asker: string): Draft => ({
  ...headOf(row, asker),
  canUndo: row.owner === asker && row.version > oldestOf(row),
  canRedo: row.owner === asker && row.version < row.newest,
  items,
})

export const describeLine = ({ row, items }: SeenDraft, asker: string): DraftLine => ({
  ...headOf(row, asker),
  count: items.length,
})
