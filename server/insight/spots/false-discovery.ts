/** Chances adjusted for how many were looked at: the least rate of false discoveries at which each would be taken for one (Benjamini & Hochberg,
 *  "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289–300). In the order given; null stays null and is not counted. */
export function falseDiscoveryRates(chances: readonly (number | null)[]): (number | null)[] {
  const order = [...chances.entries()].flatMap(([at, p]) => (p === null ? [] : [{ at, p }])).sort((a, b) => b.p - a.p)
  const rates: (number | null)[] = chances.map(() => null)
  let least = 1
  for (const [index, { at, p }] of order.entries()) {
    least = Math.min(least, (p * order.length) / (order.length - index))
    rates[at] = least
  }
  return rates
}
