import type { Case } from '../contract/case.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { Condition, PostLimits } from '../contract/condition.ts'
import type { WorkCalendar } from '../contract/working-time.ts'
import type { Db } from '../store/schema.ts'
import type { Store, Tx } from '../store/store.ts'

/** The deadlines as they stand now, and as they stood when a case was filed. */
export interface CaseRules {
  calendar: WorkCalendar
  posts: PostLimits
  /** Without a version the newest. */
  condition(id: string, version?: number): Condition | undefined
  /** Those that a case of this class can be filed under. */
  conditionsFor(kind: Condition['kind'], code: string): readonly Condition[]
}

/** What a case must know of a crew that it is given to. */
export interface CrewFacts {
  id: string
  /** 三方公司; null for the bureau's own. */
  contractor: string | null
}

/** Where a problem lies, and whose it is: what a case keeps of a Placement. */
export type Placed = Pick<Case, 'unitGrid' | 'responsibilityGrid' | 'road' | 'assetId' | 'owner' | 'repeats'>
export interface PlacedReport extends Pick<Case, 'location' | 'kind' | 'code' | 'assetId' | 'receivedAt'> {
  /** Somebody said that it is about no thing: none is looked for. */
  noThing?: boolean
}

/** What the verbs of cases work with. Each look-up is made inside the transaction, so that it sees what the step stands on. */
export interface CaseNeeds {
  /** 6-digit area code of the city. */
  area: string
  store: Pick<Store, 'transaction'>
  now: () => Date
  codes: Pick<CodeRegistry, 'types'>
  rules: (db: Db) => Promise<CaseRules>
  crewOf: (db: Db, id: string) => Promise<CrewFacts | undefined>
  placeOf: (db: Db, report: PlacedReport) => Promise<Placed>
  /** Keeps who reported, encrypted and apart. */
  keepComplainant: (
    tx: Tx,
    of: { caseId: string; reportId: string; complainant: { name: string; phone: string }; at: Date },
  ) => Promise<void>
  /** Names of actors as others see them; who is unknown is absent. */
  namesOf: (db: Db, actors: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
