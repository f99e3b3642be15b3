/** Which other values weigh 1 for each value; each stands among its own (that is the star). */
export type Neighbours = readonly (readonly number[])[]

/** The Getis–Ord statistic Gi* of each value with weights of 0 and 1, a standard normal value under no pattern: Ord & Getis, "Local spatial
 *  autocorrelation statistics", Geographical Analysis 27 (1995) 286–306, equation 6. Null where it is not defined: all values alike, or all are
 *  neighbours of all. */
export function giStar(values: readonly number[], neighbours: Neighbours): (number | null)[] {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
  return neighbours.map((near) => {
    const weights = near.length
    const spread = Math.sqrt((variance * (count * weights - weights ** 2)) / (count - 1))
    if (!(spread > 0)) return null
    return (near.reduce((sum, at) => sum + (values[at] ?? 0), 0) - mean * weights) / spread
  })
}
