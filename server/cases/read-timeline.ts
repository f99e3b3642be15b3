import type { CaseStep } from '../contract/case-timeline.ts'
import { wholeCase } from '../contract/compact-case.ts'
import { historyOf } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import { namesOfActors } from './names-of-actors.ts'
import { stepsOfLog } from './steps-of-log.ts'

/** What remains of a long life: a case of a year has some twenty steps. */
const MOST_STEPS = 500

/** The steps of a case out of the log, oldest first. Who is signed in sees the names of those who acted. */
export async function readTimeline(db: Db, city: string, id: string, withNames: boolean): Promise<CaseStep[]> {
  const rows = await historyOf(db, { city, entity: 'case', entityId: id, limit: MOST_STEPS + 1 })
  const steps = rows.slice(0, MOST_STEPS).reverse()
  const before = rows[MOST_STEPS]
  const names = withNames
    ? await namesOfActors(
        db,
        city,
        steps.map(({ actor }) => actor),
      )
    : undefined
  return stepsOfLog(steps, (actor) => names?.get(actor), before && wholeCase(before.after))
}
