import type { WallFigures } from '../../server/contract/wall.ts'

/** Two answers in a row did not come. */
const ANSWER_LATE_MS = 65_000

/** Of when a figure is, where that is older than it should be (W5): of the server's last answer, or of a source that fell silent. Undefined: it is
 *  as it should be. `answeredMs`: since that answer came. */
export function oldSince(
  figures: Pick<WallFigures, 'at' | 'ages'>,
  source: string,
  answeredMs: number,
): string | undefined {
  const age = figures.ages[source]
  if (age?.stale && age.asOf !== null) return age.asOf
  return answeredMs > ANSWER_LATE_MS ? figures.at : undefined
}
