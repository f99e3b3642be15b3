import type { RankedCrew } from '../../../server/contract/recommendation.ts'

export interface Ordered<Of> {
  crew: Of
  /** What the recommendation says of it; undefined for one that does not fit, or as long as nothing is known. */
  fit: RankedCrew | undefined
}

/** The crews that fit first, the best at the top; the others after them in the order that they had. */
export function orderCrews<Of extends { id: string }>(
  crews: readonly Of[],
  ranked: readonly RankedCrew[],
): Ordered<Of>[] {
  const fits = new Map(ranked.map((fit) => [fit.crewId, fit]))
  const place = ({ fit }: Ordered<Of>): number => fit?.rank ?? Number.MAX_SAFE_INTEGER
  return crews.map((crew) => ({ crew, fit: fits.get(crew.id) })).sort((a, b) => place(a) - place(b))
}
