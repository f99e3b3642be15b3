/** One case as rates see it: instants in Unix ms, null where that has not happened. */
export interface CaseFact {
  id: string
  /** 15-digit unit grid, by which a scope is told. */
  unitGrid: string | null
  responsibilityGrid: string | null
  crewId: string | null
  contractor: string | null
  /** `component` or `matter`, and the code: `matter:06010`. */
  class: string
  source: string
  method: string
  status: string
  receivedMs: number
  acceptedMs: number | null
  filedMs: number | null
  dispatchedMs: number | null
  handledMs: number | null
  verifiedMs: number | null
  closedMs: number | null
  dueMs: number | null
  /** A bit for each post that ended a clock, and for each that ended one late. */
  postsDone: number
  postsLate: number
  reworks: number
  extensions: number
}
