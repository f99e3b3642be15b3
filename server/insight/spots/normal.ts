/** The complementary error function, to 1.2e-7 of its value everywhere (Numerical Recipes, 2nd ed., §6.2, erfcc). */
function erfc(x: number): number {
  const z = Math.abs(x)
  const t = 1 / (1 + z / 2)
  const terms = [
    ...[1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277],
  ]
  const sum = terms.reduceRight((rest, term) => term + t * rest, 0)
  const value = t * Math.exp(-z * z - 1.26551223 + t * sum)
  return x >= 0 ? value : 2 - value
}

/** The chance of a standard normal value above z. */
export const above = (z: number): number => erfc(z / Math.SQRT2) / 2

/** The chance of one as far from 0 as z, either way. */
export const beyond = (z: number): number => erfc(Math.abs(z) / Math.SQRT2)

/** Half the width of the middle 95 % of a normal distribution, in its standard errors. */
export const Z95 = 1.959964
