import type { SurveyPair, SurveyVolume } from '../../contract/landfill.ts'

/** What was filled and cut between two surveys of the same grid. Each square is two triangular prisms, so that every surface that is plane between
 *  its heights is exact, and a triangle that is partly filled and partly cut is split where it changes. Grids of unlike size, and surveys
 *  that share no square, give RangeError: what is not known is not 0. */
export function surveyVolume({ cellM, before, after }: SurveyPair): SurveyVolume {
  const columns = before[0]?.length ?? 0
  if (after.length !== before.length || [...before, ...after].some((row) => row.length !== columns))
    throw new RangeError('the two surveys are not of the same grid')
  const risen = (row: number, column: number): number | null => {
    const [was, is] = [before[row]?.[column] ?? null, after[row]?.[column] ?? null]
    return was === null || is === null ? null : is - was
  }
  let [fillM3, cutM3, squares, missing] = [0, 0, 0, 0]
  const half = (cellM * cellM) / 2
  for (let row = 0; row + 1 < before.length; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const [a, b] = [risen(row, column), risen(row, column + 1)]
      const [c, d] = [risen(row + 1, column), risen(row + 1, column + 1)]
      if (a === null || b === null || c === null || d === null) {
        missing++
        continue
      }
      squares++
      for (const prism of [
        [a, b, d],
        [a, d, c],
      ] as const) {
        fillM3 += half * meanAbove(...prism)
        cutM3 += half * meanAbove(-prism[0], -prism[1], -prism[2])
      }
    }
  if (squares === 0) throw new RangeError('no square of the grid was surveyed both times')
  return { fillM3, cutM3, netM3: fillM3 - cutM3, areaM2: squares * cellM * cellM, missing, method: 'triangular prisms' }
}

/** Of a plane over a triangle with these heights: the mean of what is above nothing. */
function meanAbove(a: number, b: number, c: number): number {
  const above = [a, b, c].filter((height) => height > 0).length
  if (above === 0) return 0
  const mean = (a + b + c) / 3
  if (above === 3) return mean
  if (above === 1) return tip(a, b, c)
  // What is below is a tip upside down.
  return mean + tip(-a, -b, -c)
}

/** The one height above nothing stands on a smaller triangle: (h / (h − other)) along each side. */
function tip(a: number, b: number, c: number): number {
  const [top, left, right] = a > 0 ? [a, b, c] : b > 0 ? [b, c, a] : [c, a, b]
  return top <= 0 ? 0 : (top / 3) * (top / (top - left)) * (top / (top - right))
}
