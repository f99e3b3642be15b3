/** Metres between some joints, row by row. */
export interface Metric {
  count: number
  metres: Float64Array
}

const at = ({ count, metres }: Metric, a: number, b: number): number =>
  metres[a * count + b] ?? Number.POSITIVE_INFINITY
/** Each pass costs n²; more gain nothing that is seen on a map. */
const MOST_PASSES = 30
const ASCENTS = 6

/** Pairs of an even number of joints, near to near: greedy by distance, then partners are exchanged as long as it gets shorter.
 *  @returns by joint its partner */
export function matchOdd(metric: Metric): Int32Array {
  const { count } = metric
  const partner = new Int32Array(count).fill(-1)
  const pairs: [a: number, b: number][] = []
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) pairs.push([a, b])
  pairs.sort((one, other) => at(metric, ...one) - at(metric, ...other))
  for (const [a, b] of pairs) {
    if (partner[a] !== -1 || partner[b] !== -1) continue
    partner[a] = b
    partner[b] = a
  }
  for (let pass = 0; pass < MOST_PASSES && exchange(metric, partner); pass++);
  return partner
}

/** Whether any exchange of partners made it shorter. */
function exchange(metric: Metric, partner: Int32Array): boolean {
  let better = false
  for (let a = 0; a < metric.count; a++)
    for (let c = a + 1; c < metric.count; c++) {
      const [b, d] = [partner[a] ?? -1, partner[c] ?? -1]
      if (b === c || b < 0 || d < 0) continue
      // The other exchange has its turn when c is its partner.
      if (at(metric, a, c) + at(metric, b, d) >= at(metric, a, b) + at(metric, c, d) - 1e-9) continue
      partner[a] = c
      partner[c] = a
      partner[b] = d
      partner[d] = b
      better = true
    }
  return better
}

/** No pairing is shorter than this: circles around the joints that do not overlap, by the dual of the matching problem; each is at first half as
 *  wide as the way to its nearest neighbour, then as wide as the others leave it. */
export function boundOfPairing(metric: Metric): number {
  const { count } = metric
  const radius = new Float64Array(count)
  const room = (one: number, of: (other: number, metres: number) => number): number => {
    let least = Number.POSITIVE_INFINITY
    for (let other = 0; other < count; other++)
      if (other !== one) least = Math.min(least, of(other, at(metric, one, other)))
    return least
  }
  for (let one = 0; one < count; one++) radius[one] = room(one, (_, metres) => metres / 2)
  for (let pass = 0; pass < ASCENTS; pass++)
    for (let one = 0; one < count; one++)
      radius[one] = Math.max(
        0,
        room(one, (other, metres) => metres - (radius[other] ?? 0)),
      )
  return count < 2 ? 0 : radius.reduce((sum, metres) => sum + metres, 0)
}
