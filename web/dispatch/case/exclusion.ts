import type { ExcludedCrew, ExclusionCode } from '../../../server/contract/recommendation.ts'

/** What says most of why a crew is out, the first first: one line has room for one. */
const TELLING: readonly ExclusionCode[] = [
  ...(['sent-back', 'ended', 'off-duty', 'off-shift', 'wrong-skill'] as const),
  ...(['other-contractor', 'outside-area', 'at-limit', 'no-position', 'stale-position'] as const),
]

/** Its codes, the one that says most first. */
export const tellingCodes = ({ codes }: Pick<ExcludedCrew, 'codes'>): ExclusionCode[] =>
  [...codes].sort((a, b) => TELLING.indexOf(a) - TELLING.indexOf(b))

/** No waiting and no driving makes such a crew fit. */
const NEVER: readonly ExclusionCode[] = ['ended', 'wrong-skill', 'other-contractor', 'outside-area']

const groupOf = ({ codes }: ExcludedCrew): number =>
  codes.includes('sent-back') ? 0 : codes.some((code) => NEVER.includes(code)) ? 2 : 1

/** Who sent the case back stands first, for that is what one looks for; then those that would do at another hour, then those that never would;
 *  among them the fewest codes first, then the nearest. */
export const orderExcluded = (excluded: readonly ExcludedCrew[]): ExcludedCrew[] =>
  [...excluded].sort(
    (a, b) =>
      groupOf(a) - groupOf(b) ||
      a.codes.length - b.codes.length ||
      (a.metres ?? Number.POSITIVE_INFINITY) - (b.metres ?? Number.POSITIVE_INFINITY),
  )
