import type {
  DensityMap,
  HotSpotMap,
  PatrolDebtMap,
  RecurrenceMap,
  SilenceMap,
  UnseenMap,
} from '../../../server/contract/spots.ts'

type Of<M extends { features: { properties: object }[] }> = M['features'][number]['properties']
const props = <M extends { features: { properties: object }[] }>(map: M): Of<M>[] =>
  map.features.map(({ properties }) => properties)

/** The densest first; what has none or no denominator is on no list. */
export const rankDensity = (map: DensityMap): Of<DensityMap>[] =>
  props(map)
    .filter(({ value, count }) => value !== null && count > 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.count - a.count)

/** Complained of and never inspected, the most complained of first. */
export const rankUnseen = (map: UnseenMap): Of<UnseenMap>[] =>
  props(map)
    .filter(({ unseen }) => unseen)
    .sort((a, b) => b.complaints - a.complaints)

/** Those that were waited for longest; never seen is longer than any. */
export const rankDebt = (map: PatrolDebtMap): Of<PatrolDebtMap>[] =>
  props(map).sort((a, b) => (b.minutes ?? Number.POSITIVE_INFINITY) - (a.minutes ?? Number.POSITIVE_INFINITY) || 0)

/** The silent, the most silent first. */
export const rankSilence = (map: SilenceMap): Of<SilenceMap>[] =>
  props(map)
    .filter(({ state }) => state === 'silent')
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))

/** Those that would be looked at next: less heard than expected, though chance may give it. */
export const nearlySilent = (map: SilenceMap): Of<SilenceMap>[] =>
  props(map)
    .filter(({ state, deficit }) => state === 'as-expected' && (deficit ?? 0) > 0)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))

/** Hot spots, the surest first. */
export const rankHot = (map: HotSpotMap): Of<HotSpotMap>[] =>
  props(map)
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence || (b.z ?? 0) - (a.z ?? 0))

/** Where it came back, the most first. */
export const rankAgain = (map: RecurrenceMap): Of<RecurrenceMap>[] =>
  props(map)
    .filter(({ cameBack }) => cameBack)
    .sort((a, b) => b.after - a.after || (a.daysToFirst ?? 0) - (b.daysToFirst ?? 0))
