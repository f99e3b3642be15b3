import type { Context } from 'hono'
import { DataQuality } from '../contract/coverage.ts'
import { type CoverageNeeds, CoverageRefused, setsOf } from '../coverage/coverage-needs.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { newRoutes } from '../http/new-routes.ts'
import { Refusal } from '../http/refusals.ts'
import { declareDraftRoutes } from './declare-draft-routes.ts'
import { draftsFor, itemsOf } from './draft-store.ts'
import { OutcomeMemory, reckonOutcome } from './reckon-outcome.ts'
import {
  addDraft,
  type DraftNeeds,
  DraftRefused,
  describeDraft,
  describeLine,
  editDraft,
  readDraft,
  removeDraft,
  renameDraft,
  type SeenDraft,
  stepDraft,
} from './write-draft.ts'

type Needs = DraftNeeds & CoverageNeeds & { gate: Gate; publicUrl: string | undefined }

/** What planners sketch: kept apart from the city, each for its planner, or shared to be read. */
export function draftRoutes(needs: Needs) {
  const { area, store, now, streets, memory } = needs
  const routes = declareDraftRoutes(needs)
  const known = new OutcomeMemory()
  const shown = (c: Context, seen: SeenDraft) => {
    c.header('ETag', etagOfSeq(seen.row.revision))
    return describeDraft(seen, actorOf(c).id)
  }
  const outcomeOf = async ({ row, items }: SeenDraft, { sets, ...how }: How) =>
    reckonOutcome({ version: row.version, items }, setsOf(needs, sets?.split(',')), {
      ...{ memory, known, quality: qualityOf(how), nowMs: now().getTime() },
      laid: await streets.now(),
    })
  const checkSets = ({ sets }: How): void => void setsOf(needs, sets?.split(','))
  const edited = async (c: Context, seen: SeenDraft, how: How) => ({
    draft: shown(c, seen),
    outcome: await outcomeOf(seen, how),
  })
  const askedIn = (c: Context, id: string, ifMatch: string | undefined) => ({
    ...{ id, asker: actorOf(c).id, seen: readIfMatch(ifMatch) },
  })
  type Valid = { id: string; ifMatch: string | undefined; how: How }
  /** An unknown set is refused before anything is drawn. */
  const changed = async (
    c: Context,
    { id, ifMatch, how }: Valid,
    work: (asked: ReturnType<typeof askedIn>) => Promise<SeenDraft>,
  ) => {
    try {
      checkSets(how)
      return await edited(c, await work(askedIn(c, id, ifMatch)), how)
    } catch (error) {
      return refuse(error)
    }
  }

  return newRoutes()
    .openapi(routes.list, async (c) => {
      const asker = actorOf(c).id
      const rows = await draftsFor(store.db, area, asker)
      const seen = await Promise.all(rows.map(async (row) => ({ row, items: await itemsOf(store.db, area, row) })))
      return c.json({ drafts: seen.map((one) => describeLine(one, asker)) }, 200)
    })
    .openapi(routes.add, async (c) => {
      void streets.prepare()
      const added = await addDraft(c.req.valid('json').name, actorOf(c), needs).catch(refuse)
      c.header('Location', `/api/drafts/${added.row.id}`)
      return c.json(shown(c, added), 201)
    })
    .openapi(routes.one, async (c) => {
      // Where a road was changed since, they are laid out again before the first move asks for them.
      void streets.prepare()
      return c.json(shown(c, await readDraft(c.req.valid('param').id, actorOf(c).id, needs).catch(refuse)), 200)
    })
    .openapi(routes.patch, async (c) => {
      const asked = askedIn(c, c.req.valid('param').id, c.req.valid('header')['if-match'])
      return c.json(shown(c, await renameDraft(asked, c.req.valid('json'), needs).catch(refuse)), 200)
    })
    .openapi(routes.remove, async (c) => {
      await removeDraft(c.req.valid('param').id, actorOf(c).id, needs).catch(refuse)
      return c.body(null, 204)
    })
    .openapi(routes.edit, async (c) => {
      const [{ id }, how, { strokes }] = [c.req.valid('param'), c.req.valid('query'), c.req.valid('json')]
      const asked = { id, how, ifMatch: c.req.valid('header')['if-match'] }
      return c.json(await changed(c, asked, (draft) => editDraft(draft, strokes, needs)), 200)
    })
    .openapi(routes.undo, async (c) => {
      const [{ id }, how, header] = [c.req.valid('param'), c.req.valid('query'), c.req.valid('header')]
      const asked = { id, how, ifMatch: header['if-match'] }
      return c.json(await changed(c, asked, (draft) => stepDraft(draft, -1, needs)), 200)
    })
    .openapi(routes.redo, async (c) => {
      const [{ id }, how, header] = [c.req.valid('param'), c.req.valid('query'), c.req.valid('header')]
      const asked = { id, how, ifMatch: header['if-match'] }
      return c.json(await changed(c, asked, (draft) => stepDraft(draft, 1, needs)), 200)
    })
    .openapi(routes.outcome, async (c) => {
      const seen = await readDraft(c.req.valid('param').id, actorOf(c).id, needs).catch(refuse)
      try {
        return c.json(await outcomeOf(seen, c.req.valid('query')), 200)
      } catch (error) {
        return refuse(error)
      }
    })
}

/** As the query of an address has it. */
interface How {
  sets?: string | undefined
  maxAgeDays?: number | undefined
  leastAccuracy?: DataQuality['leastAccuracy']
  sources?: string | undefined
}

/** Throws Refusal where a beginning is empty. */
function qualityOf({ maxAgeDays, leastAccuracy, sources }: Omit<How, 'sets'>): DataQuality {
  const asked = DataQuality.safeParse({ maxAgeDays, leastAccuracy, sources: sources?.split(',') })
  if (!asked.success) throw new Refusal(400, 'bad-sources', '"sources": give a comma list as import:', 'sources')
  return asked.data
}

const STATUS: Record<DraftRefused['why'], Refusal['status']> = {
  absent: 404,
  foreign: 403,
  stale: 412,
  bad: 400,
  full: 409,
}

function refuse(error: unknown): never {
  if (error instanceof CoverageRefused) throw new Refusal(400, error.code, error.message, 'sets')
  if (!(error instanceof DraftRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, undefined, headers)
}
