/** The index of a weight drawn in proportion; `chance` is in 0 … 1. The last one when all are 0; −1 of nothing. */
export function drawWeighted(weights: readonly number[], chance: number): number {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [i, weight] of weights.entries()) {
    if (left < weight) return i
    left -= weight
  }
  return weights.length - 1
}
