export interface PaperBar {
  metres: number
  mm: number
  /** Into so many parts it is cut, each of them a round number of metres. */
  parts: number
}

/** The longest bar of 1, 2, 5 × 10ⁿ metres that fits, of true length: 200 m at 1:5,000 are 40 mm. */
export function paperBar(scale: number, mostMm: number): PaperBar {
  const limit = (scale * mostMm) / 1000
  const power = 10 ** Math.floor(Math.log10(limit))
  const lead = [5, 2].find((step) => step * power <= limit) ?? 1
  return { metres: lead * power, mm: (lead * power * 1000) / scale, parts: lead === 5 ? 5 : 4 }
}
