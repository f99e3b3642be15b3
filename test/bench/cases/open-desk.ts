import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actInBook } from '../../../server/cases/act-in-book.ts'
import type { CaseBook } from '../../../server/cases/case-book.ts'
import type { CaseNeeds } from '../../../server/cases/case-needs.ts'
import { openCaseNeeds } from '../../../server/cases/open-case-needs.ts'
import { loadPlacement } from '../../../server/cases/place/load-placement.ts'
import { reportInBook } from '../../../server/cases/report-in-book.ts'
import { runCaseWrite } from '../../../server/cases/run-case-write.ts'
import { loadRules } from '../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../server/codes/load-codes.ts'
import { type CaseAsk, NewReport } from '../../../server/contract/case-input.ts'
import { registryOf } from '../../../server/contract/code-registry.ts'
import { openRules } from '../../../server/deadlines/open-rules.ts'
import { DATA } from '../../../server/root.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Keys } from '../../../server/store/seal.ts'
import type { Store } from '../../../server/store/store.ts'
import { actorFor, type MadeStep } from './made-lives.ts'

const AREA = '540626'

/** The verbs on a store of their own, as the server opens them; nobody gives a name, so no key is needed. */
export interface Desk {
  store: Store
  needs: CaseNeeds
  /** Does the steps in one transaction, through the verbs. */
  doAll(steps: readonly MadeStep[]): Promise<void>
  close(): Promise<void>
}

export async function openDesk(databaseUrl?: string): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-bench-'))
  const store = await openStore({ dataDir, databaseUrl })
  const shipped = await loadRules(join(DATA, 'rules'))
  // Photos are another verb's cost.
  const conditions = shipped.conditions.map((one) => ({ ...one, photoAfter: false }))
  let ms = 0
  const needs = openCaseNeeds({
    ...{ area: AREA, store, memory: { layer: () => undefined, layers: () => [] }, keys: {} as Keys },
    codes: registryOf(await loadCodes(join(DATA, 'codes'))),
    placement: await loadPlacement(AREA, { shipped: DATA, own: dataDir }),
    rules: openRules({ ...shipped, conditions }, AREA),
    now: () => new Date(ms),
    crewOf: (_db, _city, id) => Promise.resolve({ id, contractor: null }),
  })
  const ids = new Map<number, string>()
  const work = async (book: CaseBook, steps: readonly MadeStep[]) => {
    const rules = await needs.rules(book.tx.db)
    await book.fetch(steps.flatMap(({ of }) => ids.get(of) ?? []))
    for (const { ms: at, of, action, input, role } of steps) {
      const acting = { actor: actorFor(role), at: new Date(at).toISOString(), rules }
      if (action === 'receive') ids.set(of, (await reportInBook(book, NewReport.parse(input), acting, needs)).state.id)
      else {
        await actInBook(book, { id: ids.get(of) ?? '', action, input } as CaseAsk & { id: string }, acting, needs)
        if (action === 'close') ids.delete(of)
      }
    }
    return () => undefined
  }
  return {
    ...{ store, needs },
    async doAll(steps) {
      ms = steps.at(-1)?.ms ?? ms
      await runCaseWrite(needs, undefined, (book) => work(book, steps))
    },
    async close() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
