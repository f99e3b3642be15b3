import type { DataQuality, ThingCount } from '../../contract/coverage.ts'
import type { CoverageRule } from '../../contract/rule.ts'

/** Things of a layer as columns, so that a thread can be handed them. Of a text stands its number among `words`. */
export interface Things {
  layer: string
  count: number
  lng: Float64Array
  lat: Float64Array
  changedMs: Float64Array
  status: Words
  source: Words
  /** Grade of the survey: A, B, C or ''. */
  accuracy: Words
  /** The fields that rules ask for, by key. */
  fields: Record<string, Words>
}

export interface Words {
  words: readonly string[]
  of: Uint16Array
}

const GRADES = ['A', 'B', 'C']
const DAY_MS = 86_400_000

/** 1 where a thing is good enough (N15), and how many are not, each by the first reason. */
export function goodThings(
  things: Things,
  { maxAgeDays, leastAccuracy, sources }: DataQuality,
  nowMs: number,
): { good: Uint8Array; tooOld: number; tooRough: number; otherSource: number } {
  const good = new Uint8Array(things.count)
  const oldest = maxAgeDays === undefined ? Number.NEGATIVE_INFINITY : nowMs - maxAgeDays * DAY_MS
  const grades = GRADES.slice(0, GRADES.indexOf(leastAccuracy ?? 'C') + 1)
  const fine = things.accuracy.words.map((word) => leastAccuracy === undefined || grades.includes(word))
  const known = things.source.words.map(
    (word) => !sources || word === 'draft:' || sources.some((start) => word.startsWith(start)),
  )
  let [tooOld, tooRough, otherSource] = [0, 0, 0]
  for (let thing = 0; thing < things.count; thing++)
    if (!((things.changedMs[thing] as number) >= oldest)) tooOld++
    else if (!fine[things.accuracy.of[thing] as number]) tooRough++
    else if (!known[things.source.of[thing] as number]) otherSource++
    else good[thing] = 1
  return { good, tooOld, tooRough, otherSource }
}

/** 1 where a rule counts a thing, by its kind and its status. */
export function countedThings(
  things: Things,
  { only, without = [] }: Pick<CoverageRule, 'only' | 'without'>,
): Uint8Array {
  const counted = new Uint8Array(things.count)
  const kinds = only && things.fields[only.field]
  const fits = kinds?.words.map((word) => only?.in.includes(word) ?? true)
  const stands = things.status.words.map((word) => !without.includes(word))
  for (let thing = 0; thing < things.count; thing++) {
    const fit = !only || (kinds !== undefined && fits?.[kinds.of[thing] as number] === true)
    counted[thing] = fit && stands[things.status.of[thing] as number] ? 1 : 0
  }
  return counted
}

export const thingCount = (
  { layer, count }: Things,
  { tooOld, tooRough, otherSource, good }: ReturnType<typeof goodThings>,
  counted: Uint8Array,
): ThingCount => {
  let notCounted = 0
  for (let thing = 0; thing < count; thing++) if (good[thing] && !counted[thing]) notCounted++
  return { layer, things: count, tooOld, tooRough, otherSource, notCounted }
}
