import type { Crew } from '../contract/crew.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

export interface SeenCrew {
  crew: Crew
  /** The log row that brought this state. */
  seq: number
}

const crews = (db: Db, city: string) => db.selectFrom('crews').select(['state', 'seq']).where('city', '=', city)
const read = ({ state, seq }: { state: string; seq: number }): SeenCrew => ({ crew: JSON.parse(state) as Crew, seq })

export async function crewById(db: Db, city: string, id: string): Promise<SeenCrew | undefined> {
  const row = await crews(db, city).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

/** Every one, those that ended too, in the order of their ids. */
export async function allCrews(db: Db, city: string): Promise<SeenCrew[]> {
  return (await crews(db, city).orderBy('id').execute()).map(read)
}

/** What a case must know of a crew that it is given to; undefined for one that is not there or works no longer. */
export async function crewFacts(db: Db, city: string, id: string) {
  const seen = await crewById(db, city, id)
  return seen && seen.crew.endedAt === null ? { id, contractor: seen.crew.contractor } : undefined
}

/** How many open cases each crew has; one with none is absent. */
export async function crewLoads(db: Db, city: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['crew_id', fn.countAll<number>().as('count')])
    .where('city', '=', city)
    .where('open', '=', 1)
    .where('crew_id', 'is not', null)
    .groupBy('crew_id')
    .execute()
  return new Map(rows.map(({ crew_id, count }) => [crew_id ?? '', Number(count)]))
}

/** Writes the newest state with its log row; the seq of that. */
export async function keepCrew(
  tx: Tx,
  crew: Crew,
  { actor, at, kind, reason = null }: { actor: string; at: string; kind: string; reason?: string | null },
): Promise<number> {
  const seq = await tx.append([{ at, actor, kind, entity: 'crew', entityId: crew.id, after: crew, reason }])
  const row = { city: tx.city, id: crew.id, contractor: crew.contractor, state: JSON.stringify(crew), seq }
  await tx.write('crews', [row], 'replace')
  return seq
}
