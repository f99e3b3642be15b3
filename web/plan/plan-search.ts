/** The address of the planner's page: which study, where the map is, and what the study keeps under keys of its own. Every word of it is text. */
export interface PlanSearch {
  study?: string
  /** lng,lat,zoom[,bearing,pitch] */
  v?: string
  [key: string]: string | undefined
}

const KEY = /^[a-z][A-Za-z0-9]{0,23}$/
const MOST_KEYS = 24
const LONGEST = 600

/** A part that is too long, or under a key that no study can have, is dropped and the rest stands. What a study reads of it, it judges itself. */
export const readPlanSearch = (raw: Record<string, unknown>): PlanSearch =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([key, value]) => KEY.test(key) && typeof value === 'string' && value.length <= LONGEST)
      .slice(0, MOST_KEYS),
  ) as PlanSearch
